/** @file The run so far on a log axis of steps; drag or arrow keys go back through it. */

import { grouped } from "../../theory/grouped";
import { Count } from "../ui/Count";
import { scrubTo } from "./model/actions";
import { haveBack, wayBack } from "./model/putAway";
import { newestStep, shownStep } from "./model/selectors";
import type { State } from "./model/store";
import { usePage, usePageStore } from "./usePage";

const POSITIONS = 1000;

/** Share of the timeline at which a step lies. */
const share = (step: number, horizon: number): number => Math.log1p(step) / Math.log1p(horizon);

const horizonOf = (state: State): number => state.link.settings.steps;

export function Timeline() {
  const store = usePageStore();
  const horizon = usePage(horizonOf);
  const step = usePage(shownStep);
  const newest = usePage((state) => newestStep(state.history));
  const train = usePage((state) => state.history?.progress.train ?? null);
  const test = usePage((state) => state.history?.progress.test ?? null);
  const back = usePage(wayBack);
  const scrubbing = usePage((state) => state.scrub !== null);

  const go = (wanted: number) => scrubTo(store, wanted >= newest ? null : Math.max(0, wanted));
  const neighbour = (direction: 1 | -1) => {
    const snapshots = store.getState().history?.snapshots ?? [];
    const index = snapshots.findLastIndex((snapshot) => snapshot.step <= step);
    const next = snapshots[index + direction];
    if (next) go(next.step);
  };
  return (
    <div className="timeline">
      <div className="marks" aria-hidden="true">
        <span className="reached" style={{ width: `${100 * share(newest, horizon)}%` }} />
        {train !== null && (
          <i className="train" style={{ left: `${100 * share(train, horizon)}%` }} />
        )}
        {test !== null && <i className="test" style={{ left: `${100 * share(test, horizon)}%` }} />}
      </div>
      <input
        type="range"
        min={0}
        max={POSITIONS}
        value={POSITIONS * share(step, horizon)}
        aria-label="Shown step of the run"
        aria-valuetext={`step ${grouped(step)} of ${grouped(newest)}`}
        onKeyDown={(event) => {
          const move = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 } as const;
          const direction = move[event.key as keyof typeof move];
          if (event.key === "Home") go(0);
          else if (event.key === "End") go(newest);
          else if (direction) neighbour(direction);
          else return;
          event.preventDefault();
        }}
        onChange={(event) =>
          go(Math.round(Math.expm1((Number(event.target.value) / POSITIONS) * Math.log1p(horizon))))
        }
      />
      <output className="step">
        <span>
          step <Count of={step} />
        </span>
        {scrubbing && (
          <button type="button" onClick={() => scrubTo(store, null)}>
            back to <Count of={newest} />
          </button>
        )}
        {back !== null && (
          <button
            type="button"
            title="Undo: the run before goes on (z)"
            onClick={() => haveBack(store)}
          >
            undo, to step {grouped(back)}
          </button>
        )}
      </output>
    </div>
  );
}
