/** @file What can be shared: links, a frame for another page, a QR code, a picture. */
import { type ReactNode, useEffect, useRef } from "react";
import { address, hasRun, momentLink } from "../../kit/live/model/moment";
import { shownStep } from "../../kit/live/model/selectors";
import type { State } from "../../kit/live/model/store";
import { Formats } from "../../kit/live/take/Formats";
import { TAKEABLE } from "../../kit/live/take/takeable";
import { CopyButton } from "../../kit/ui/CopyButton";
import { grouped } from "../../theory/grouped";
import { chapterOf } from "../chapters";
import { embedSnippet, exactMoment, startLink } from "./links";
import { QrRow } from "./QrRow";

interface RowProps {
  readonly name: string;
  /** What one gets. */
  readonly note: string;
  readonly children?: ReactNode;
}

function Row({ name, note, children }: RowProps) {
  return (
    <section className="share-row">
      <h3>{name}</h3>
      <p>{note}</p>
      {children}
    </section>
  );
}

interface Props {
  readonly state: State;
  readonly onClose: () => void;
}

export function SharePanel({ state, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  useEffect(() => {
    const shown = dialog.current;
    const outside = ({ target }: Event) => target === shown && shown?.close();
    shown?.showModal();
    shown?.addEventListener("click", outside);
    return () => shown?.removeEventListener("click", outside);
  }, []);
  const moment = address(momentLink(state), state);
  const { title } = chapterOf(state.link);
  return (
    <dialog ref={dialog} className="share" aria-labelledby="share-title" onClose={onClose}>
      <div className="share-body">
        <div className="share-head">
          <h2 id="share-title">Share</h2>
          <button type="button" aria-label="Close" onClick={close}>
            ×
          </button>
        </div>
        <Row name="This moment" note={momentNote(state)}>
          <CopyButton label="Copy link to this moment" text={() => moment}>
            Copy link
          </CopyButton>
        </Row>
        {hasRun(state) && <RunRows state={state} />}
        <Row name="Embed" note="HTML that frames this picture in another page or a slide.">
          <CopyButton label="Copy HTML to embed" text={() => embedSnippet(state, title)}>
            Copy HTML
          </CopyButton>
        </Row>
        <Row name="Picture" note="As it is now, or its numbers.">
          <Formats name="Picture" picture={mainPicture} />
        </Row>
        <QrRow value={moment} />
      </div>
    </dialog>
  );
}

/** That of the chapter that is open. */
function mainPicture() {
  const figure = document.querySelector(".hero .figure");
  const picture = figure && TAKEABLE.get(figure);
  if (!picture) throw new Error("This chapter shows no picture now.");
  return { picture };
}

const momentNote = (state: State): string =>
  hasRun(state)
    ? `Opens at step ${grouped(shownStep(state))} and rests there.`
    : "Opens this chapter with what is set in it now.";

/** What can be said of a run besides its moment. */
function RunRows({ state }: { readonly state: State }) {
  const exact = exactMoment(state);
  return (
    <>
      <Row name="From the start" note="Trains the same network before the reader’s eyes.">
        <CopyButton label="Copy link from the start" text={() => address(startLink(state), state)}>
          Copy link
        </CopyButton>
      </Row>
      <Row
        name="Exact run"
        note={
          exact
            ? `Replays to step ${grouped(shownStep(state))} and proves that it is the same, bit for bit.`
            : "Not of this run: it was not on the SIMD engine from its first step, and its last digits depend on the machine."
        }
      >
        {exact && (
          <CopyButton label="Copy link to the exact run" text={() => address(exact, state)}>
            Copy link
          </CopyButton>
        )}
      </Row>
    </>
  );
}
