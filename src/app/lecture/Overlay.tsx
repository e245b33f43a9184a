/** @file What lies over a lecture's page. */
import { useStore } from "zustand";
import { DeckMaker } from "./DeckMaker";
import { Ink } from "./Ink";
import type { Overlays } from "./overlays";

const KEYS: readonly (readonly [keys: string, what: string])[] = [
  ["→, page down, space", "the answer, then the next scene"],
  ["←, page up", "back"],
  ["home, end", "first and last scene"],
  ["1 … 6", "a chapter"],
  ["p", "play, pause"],
  ["b", "a black page"],
  ["d", "draw; it fades"],
  ["q", "a code of this page for the room"],
  ["s", "the speaker’s window"],
  ["k", "choose the scenes of the deck"],
  ["f", "full screen"],
  ["l, escape", "leave the lecture"],
];

export function Overlay({ overlays }: { readonly overlays: Overlays }) {
  const shown = useStore(overlays.store, (state) => state.shown);
  const close = () => overlays.close();
  switch (shown) {
    case "blank":
      return (
        <button
          type="button"
          className="blank"
          aria-label="Black page; press to show the lecture"
          onClick={close}
        />
      );
    case "pen":
      return <Ink />;
    case "deck":
      return <DeckMaker onClose={close} />;
    case "keys":
      return (
        <dialog open className="lecture-keys" aria-label="Keys of the lecture">
          <dl>
            {KEYS.map(([keys, what]) => (
              <div key={keys}>
                <dt>{keys}</dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
          <button type="button" onClick={close}>
            Close
          </button>
        </dialog>
      );
    default:
      return null;
  }
}
