/** @file Plays the flow of the two repons, or goes through it by hand. */

import { useEffect } from "react";
import type { Store } from "../../kit/live/model/store";
import { takesKeys } from "../../kit/live/shortcuts";
import { usePageStore } from "../../kit/live/usePage";
import { Icon } from "../../kit/ui/Icon";
import { say } from "./model/fate";
import { motionOf, timeAt } from "./model/motion";
import { sampleOf } from "./model/pictures";
import {
  advanceSandbox,
  playSandbox,
  type SandboxState,
  sandboxState,
  scrubSandbox,
} from "./model/store";
import { useSandbox } from "./useTwoRepons";

const POSITIONS = 1000;
/** Share of the timeline that one step goes. */
const STEP = 0.02;

const timeOf = ({ sandbox, at }: SandboxState): string => say(timeAt(motionOf(sandbox).tau, at));

const readingOf = ({ sandbox, at }: SandboxState): string => {
  const { a2, c, directed } = motionOf(sandbox);
  const k = sampleOf(at);
  return `|r| = ${say(c[k])}${directed ? ` · |A r|/|r| = ${say(a2[k])}` : ""}`;
};

/** Plays while this is shown; keys as in the other chapters. */
function usePlayback(page: Store, playing: boolean): void {
  useEffect(() => {
    if (!playing) return;
    let before: number | null = null;
    const tick = (now: number) => {
      if (before !== null) advanceSandbox(page, Math.min(0.1, (now - before) / 1000));
      before = now;
      request = requestAnimationFrame(tick);
    };
    let request = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(request);
  }, [page, playing]);
  useEffect(() => {
    const keys: Readonly<Record<string, () => void>> = {
      " ": () => playSandbox(page, !sandboxState(page).getState().playing),
      ".": () => scrubSandbox(page, sandboxState(page).getState().at + STEP),
      r: () => scrubSandbox(page, 0),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || takesKeys(event.target)) return;
      const act = keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [page]);
}

export function SandboxTransport() {
  const page = usePageStore();
  const playing = useSandbox((state) => state.playing);
  const at = useSandbox((state) => state.at);
  const time = useSandbox(timeOf);
  const reading = useSandbox(readingOf);
  usePlayback(page, playing);
  return (
    <footer className="transport">
      <button
        type="button"
        className="primary"
        aria-label={playing ? "Pause" : "Play"}
        title={playing ? "Pause (space)" : "Play (space)"}
        onClick={() => playSandbox(page, !playing)}
      >
        <Icon name={playing ? "pause" : "play"} />
      </button>
      <button
        type="button"
        aria-label="A little further"
        title="A little further (.)"
        onClick={() => scrubSandbox(page, at + STEP)}
      >
        <Icon name="step" />
      </button>
      <button
        type="button"
        aria-label="Back to the start"
        title="Back to the start (r)"
        onClick={() => scrubSandbox(page, 0)}
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
            scrubSandbox(page, at + direction * STEP);
          }}
          onChange={(event) => scrubSandbox(page, Number(event.target.value) / POSITIONS)}
        />
        <output className="step">{time} steps of gradient descent</output>
      </div>
      <span className="two-repons-reading">{reading}</span>
    </footer>
  );
}
