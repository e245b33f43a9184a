/** @file The foot of a lecture: where in the deck, which step, and the few buttons for whoever has no keys. */
import { setPlaying } from "../../kit/live/model/actions";
import { isPlaying, sceneOf, shownStep } from "../../kit/live/model/selectors";
import { usePage, usePageStore } from "../../kit/live/usePage";
import { Icon } from "../../kit/ui/Icon";
import { grouped } from "../../theory/grouped";
import { asks, deckOf, next, placeIn, previous } from "./deck";
import type { Overlays } from "./overlays";
import { lecture } from "./profile";

export function LectureBar({ overlays }: { readonly overlays: Overlays }) {
  const store = usePageStore();
  const at = usePage(placeIn);
  const count = usePage((state) => deckOf(state).length);
  const scene = usePage(sceneOf);
  const hidden = usePage(asks);
  const playing = usePage(isPlaying);
  const rests = usePage(({ link, rests }) => rests(link));
  const step = usePage(shownStep);
  return (
    <footer className="lecture-bar" data-scene={scene?.id}>
      <button
        type="button"
        aria-label="Previous"
        title="Previous (←, page up)"
        onClick={() => previous(store)}
      >
        ‹
      </button>
      <button
        type="button"
        aria-label="Next"
        title="Next (→, page down, space)"
        onClick={() => next(store)}
      >
        ›
      </button>
      <p>
        {at >= 0 && (
          <b>
            {at + 1} / {count}
          </b>
        )}{" "}
        {scene?.title ?? "your own settings"}
        {hidden && <em> · next: the answer</em>}
      </p>
      {!rests && (
        <>
          <output className="step">step {grouped(step)}</output>
          <button
            type="button"
            aria-label={playing ? "Pause" : "Play"}
            title={playing ? "Pause (p)" : "Play (p)"}
            onClick={() => setPlaying(store, !playing)}
          >
            <Icon name={playing ? "pause" : "play"} />
          </button>
        </>
      )}
      <button
        type="button"
        onClick={() => overlays.toggle("keys")}
        title="Keys (?)"
        aria-label="Keys"
      >
        ?
      </button>
      <button type="button" onClick={() => lecture(store, false)} title="Leave (L)">
        Leave
      </button>
    </footer>
  );
}
