/** @file The paper's Figure 1 as the map of the page. */
import { useEffect, useRef } from "react";
import { Figure } from "../../kit/live/Figure";
import { openChapter } from "../../kit/live/model/actions";
import type { State } from "../../kit/live/model/store";
import { usePageStore } from "../../kit/live/usePage";
import { memo } from "../../kit/state/memo";
import { CHAPTERS, chapterOf } from "../chapters";
import { KeySetting } from "../KeySetting";
import { Answers } from "./Answers";
import { networkMap } from "./map";
import { Versions } from "./Versions";

const mapData = memo((current: string) => ({
  chapters: CHAPTERS.map(({ id, number, title, claim, place }) => ({
    id,
    number,
    title,
    claim,
    place,
    current: id === current,
  })),
}));

const select = ({ link }: State) => mapData(chapterOf(link).id);

const holds = ({ left, right, top, bottom }: DOMRect, { clientX: x, clientY: y }: MouseEvent) =>
  left <= x && x <= right && top <= y && y <= bottom;

export function MapDialog({ onClose }: { readonly onClose: () => void }) {
  const store = usePageStore();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.showModal();
    // What is pressed beside the dialog counts as pressed on it.
    const press = (event: MouseEvent) => {
      if (event.target === element && !holds(element.getBoundingClientRect(), event)) onClose();
    };
    element.addEventListener("click", press);
    return () => element.removeEventListener("click", press);
  }, [onClose]);
  const open = (chapter: string) => {
    openChapter(store, chapter);
    onClose();
  };
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
      <Figure view={networkMap} select={select} table={null} events={{ onOpen: open }} />
      <Answers onClose={onClose} />
      <Versions />
      <p className="source">
        The paper: Baek, Liu, Tegmark,{" "}
        <a href="https://arxiv.org/abs/2402.05916v1">
          GenEFT: Understanding Statics and Dynamics of Model Generalization via Effective Theory
        </a>{" "}
        (2024, first version).{" "}
        <span className="beside">
          <a href="./teaching.html">For teachers</a>: lessons, questions, a worksheet, and what a
          link may say. <a href="./licences.txt">Licences</a> of what this page is made of.
        </span>
      </p>
      <details className="page-keys">
        <summary>Keys</summary>
        <p>
          Space plays and pauses, <b>.</b> makes one step, <b>r</b> starts again, <b>n</b> takes the
          next seed, <b>z</b> undoes either; <b>f</b> and <b>t</b> show forces and trails, <b>l</b>{" "}
          begins a lecture. By what a key writes, or by its place on a keyboard of other letters.
        </p>
        <KeySetting />
      </details>
    </dialog>
  );
}
