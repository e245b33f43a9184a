/** @file Ticks scenes in their order and gives the link to that deck. */
import { useEffect, useRef, useState } from "react";
import type { Link } from "../../kit/live/model/link";
import { urlOf } from "../../kit/live/model/url";
import { usePageStore } from "../../kit/live/usePage";
import { CHAPTERS } from "../chapters";
import { chooseDeck, deckOf } from "./deck";

export function DeckMaker({ onClose }: { readonly onClose: () => void }) {
  const store = usePageStore();
  const { codec } = store.getState();
  const dialog = useRef<HTMLDialogElement>(null);
  const [deck, setDeck] = useState<readonly string[]>(() =>
    deckOf(store.getState()).map(({ id }) => id),
  );
  useEffect(() => dialog.current?.showModal(), []);
  const all =
    deck.length === codec.scenes.length && codec.scenes.every(({ id }, i) => deck[i] === id);
  const first = codec.scenes.find(({ id }) => id === deck[0]);
  const linkOf = (): Link | null =>
    first ? { ...first.link, profile: "lecture", ...(!all && { deck }) } : null;
  const link = linkOf();
  const toggle = (id: string) =>
    setDeck((now) => (now.includes(id) ? now.filter((each) => each !== id) : [...now, id]));
  const use = () => {
    chooseDeck(store, all ? null : deck);
    onClose();
  };
  return (
    <dialog ref={dialog} className="deck-maker" aria-labelledby="deck-title" onClose={onClose}>
      <header>
        <h2 id="deck-title">Your deck</h2>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </header>
      <p>
        Tick the scenes of your lecture; they are shown in the order in which they were ticked.
        <span className="beside">
          Lessons are on <a href="./teaching.html">the teacher’s page</a>.
        </span>{" "}
        <button type="button" onClick={() => setDeck([])}>
          None
        </button>{" "}
        <button type="button" onClick={() => setDeck(codec.scenes.map(({ id }) => id))}>
          All
        </button>
      </p>
      <div className="deck-chapters">
        {CHAPTERS.map(({ id, number, title }) => (
          <fieldset key={id}>
            <legend>
              {number} {title}
            </legend>
            {codec.scenes
              .filter((scene) => scene.link.chapter === id)
              .map((scene) => (
                <label key={scene.id}>
                  <input
                    type="checkbox"
                    checked={deck.includes(scene.id)}
                    onChange={() => toggle(scene.id)}
                  />
                  {scene.title}
                  {deck.includes(scene.id) && <small> {deck.indexOf(scene.id) + 1}</small>}
                </label>
              ))}
          </fieldset>
        ))}
      </div>
      {link ? (
        <label className="deck-link">
          The link to this deck
          <input
            type="text"
            readOnly
            value={urlOf(link, codec)}
            onFocus={(event) => event.target.select()}
          />
        </label>
      ) : (
        <p>No scene is ticked.</p>
      )}
      <button type="button" disabled={!link} onClick={use}>
        Use it here
      </button>
    </dialog>
  );
}
