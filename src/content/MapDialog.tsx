/** @file The paper's Figure 1 as the map of the page. */
import { useEffect, useMemo, useRef } from "react";
import { Figure } from "../panels/Figure";
import { usePageStore } from "../panels/StoreContext";
import { visit } from "../state/actions";
import { memo } from "../state/memo";
import type { State } from "../state/store";
import { networkMap } from "../views/networkMap";
import { CHAPTER_LIST } from "./chapters";

const mapData = memo((current: string) => ({
  chapters: CHAPTER_LIST.map(({ id, number, title, claim, place }) => ({
    id,
    number,
    title,
    claim,
    place,
    current: id === current,
  })),
}));

const select = (state: State) => mapData(state.link.chapter);

export function MapDialog({ onClose }: { readonly onClose: () => void }) {
  const store = usePageStore();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const events = useMemo(
    () => ({
      onOpen: (wanted: string) => {
        const chapter = CHAPTER_LIST.find(({ id }) => id === wanted);
        if (chapter) visit(store, { chapter: chapter.id });
        onClose();
      },
    }),
    [store, onClose],
  );
  return (
    <dialog ref={dialog} className="map-dialog" onClose={onClose} aria-labelledby="map-title">
      <header>
        <h2 id="map-title">One framework, three questions</h2>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </header>
      <p>
        After the paper’s Figure 1. Statics ask how much data a relation needs and how complex a
        decoder may be; dynamics ask how fast the repons move.
      </p>
      <Figure view={networkMap} select={select} events={events} className="figure" />
      <p className="source">
        The paper: Baek, Liu, Tegmark,{" "}
        <a href="https://arxiv.org/abs/2402.05916v1">
          GenEFT: Understanding Statics and Dynamics of Model Generalization via Effective Theory
        </a>{" "}
        (2024, first version).
      </p>
    </dialog>
  );
}
