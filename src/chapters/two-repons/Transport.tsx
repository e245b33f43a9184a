/** @file Plays the flow of the two repons, or goes through it by hand. */

import { useEffect } from "react";
import { meant } from "../../kit/live/keys";
import type { Store } from "../../kit/live/model/store";
import { takesKeys } from "../../kit/live/shortcuts";
import { useOf, usePageStore } from "../../kit/live/usePage";
import { Icon } from "../../kit/ui/Icon";
import { say } from "./model/fate";
import { MEETING_GUESS, twoReponsGuessState } from "./model/guess";
import { motionOf, timeAt } from "./model/motion";
import { sampleOf } from "./model/pictures";
import { play, scrub, type TwoReponsState, twoReponsState } from "./model/store";
import { usePlayback } from "./usePlayback";

const POSITIONS = 1000;
/** Share of the timeline that one step goes. */
const STEP = 0.02;

const timeOf = ({ setup, at }: TwoReponsState): string => say(timeAt(motionOf(setup).tau, at));

const readingOf = ({ setup, at }: TwoReponsState): string => {
  const { a2, c, directed } = motionOf(setup);
  const k = sampleOf(at);
  return `|r| = ${say(c[k])}${directed ? ` · |A r|/|r| = ${say(a2[k])}` : ""}`;
};

/** Keys as in the other chapters. */
function useKeys(page: Store): void {
  useEffect(() => {
    const keys: Readonly<Record<string, () => void>> = {
      " ": () => play(page, !twoReponsState(page).getState().playing),
      ".": () => scrub(page, twoReponsState(page).getState().at + STEP),
      r: () => scrub(page, 0),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || takesKeys(event.target)) return;
      const act = meant(event, keys, ["."]);
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [page]);
}

export function Transport() {
  const page = usePageStore();
  const playing = useOf(twoReponsState, (state) => state.playing);
  const at = useOf(twoReponsState, (state) => state.at);
  const time = useOf(twoReponsState, timeOf);
  const reading = useOf(twoReponsGuessState, (state) =>
    MEETING_GUESS.asked.open(state) ? "" : readingOf(state.two),
  );
  usePlayback();
  useKeys(page);
  return (
    <footer className="transport">
      <button
        type="button"
        className="primary"
        aria-label={playing ? "Pause" : "Play"}
        title={playing ? "Pause (space)" : "Play (space)"}
        onClick={() => play(page, !playing)}
      >
        <Icon name={playing ? "pause" : "play"} />
      </button>
      <button
        type="button"
        aria-label="A little further"
        title="A little further (.)"
        onClick={() => scrub(page, at + STEP)}
      >
        <Icon name="step" />
      </button>
      <button
        type="button"
        aria-label="Back to the start"
        title="Back to the start (r)"
        onClick={() => scrub(page, 0)}
      >
        <Icon name="reset" />
      </button>
      <div className="timeline">
        <div className="marks" aria-hidden="true">
          <span className="reached" style={{ width: `${100 * at}%` }} />
        </div>
        <input
          type="range"
          min={0}
          max={POSITIONS}
          step={1}
          value={Math.round(POSITIONS * at)}
          aria-label="Shown time of the flow"
          aria-valuetext={`${time} steps`}
          onKeyDown={(event) => {
            const move = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 } as const;
            const direction = move[event.key as keyof typeof move];
            if (!direction) return;
            event.preventDefault();
            scrub(page, at + direction * STEP);
          }}
          onChange={(event) => scrub(page, Number(event.target.value) / POSITIONS)}
        />
        <output className="step">{time} steps of gradient descent</output>
      </div>
      <span className="two-repons-reading">{reading}</span>
    </footer>
  );
}
