/** @file Help: the keys of the page and of its pictures, what is there for who does not see them, and the sound. */
import "./help.css";
import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { soundOf } from "../../kit/live/sound/sound";
import { usePageStore } from "../../kit/live/usePage";
import { Keys } from "./Keys";

const PAGE = [
  ["space", "play, pause the run"],
  [".", "one step"],
  ["r", "start again from the same first weights"],
  ["n", "another seed"],
  ["f, t", "forces, trails in latent space"],
  ["l", "the lecture"],
  ["?", "this help"],
] as const;

const PICTURE = [
  ["tab", "into a picture, to its next part"],
  ["arrows", "repons, cells, points or steps, one by one, read aloud"],
  ["enter", "choose what is read"],
  ["+, −, 0", "nearer, further, all of it"],
  ["[, ]", "at curves: landmark before, landmark after; also shift with arrows"],
  ["page up, down", "at curves: ten times further, a tenth"],
  ["escape", "let go"],
] as const;

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="help-dialog" aria-labelledby="help-title" onClose={onClose}>
      <header>
        <h2 id="help-title">Help</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      <h3>Keys of the page</h3>
      <Keys rows={PAGE} />
      <h3>Keys in a picture</h3>
      <Keys rows={PICTURE} />
      <h3>Without seeing it</h3>
      <p>
        In its corner each picture has a button: what it shows, in a sentence, its numbers as a
        table, and files of it. While a run trains, a screen reader hears what is new, at most every
        five seconds.
      </p>
      <SoundSwitch />
    </dialog>
  );
}

function SoundSwitch() {
  const sound = soundOf(usePageStore());
  const { on, fault } = useStore(sound.store);
  return (
    <>
      <h3>Training as sound</h3>
      <p>
        Two tones rise with the accuracies: at the left on the pairs that it is trained on, at the
        right, brighter, on held-out pairs. Two octaves go from 0 to 1.
      </p>
      <p className="sound">
        <button type="button" aria-pressed={on} onClick={() => sound.turn(!on)}>
          Hear it while it trains
        </button>
        <button type="button" onClick={() => sound.replay()}>
          Hear the run so far
        </button>
      </p>
      {fault !== null && <p role="alert">{fault}</p>}
    </>
  );
}
