/**
 * @file Runs in step: none goes past a common step before all have come to it, so that each of those steps
 * is kept of every one.
 */
import { newestStep } from "../../../../kit/live/model/selectors";
import type { State, Store } from "../../../../kit/live/model/store";
import { nextPowerOfTwo } from "../../../../run/schedule";

type Moment = Pick<State, "history" | "status">;

/** Milliseconds that going on to the next common step should take. */
const ROUND = 200;
/** Common steps are no further apart than this share of those made, so that the beginning can be scrubbed. */
const GROWTH = 0.06;
/** Nor closer than so many steps: each costs a message to every run and back. */
const LEAST = 20;

/** Whether a run goes on; the others are not waited for. */
const goes = ({ status }: Moment): boolean => status.kind !== "done" && status.kind !== "failed";

/** The last step that is kept of a run; -1 before there is one. */
const reachedBy = ({ history }: Moment): number =>
  history?.snapshots.length ? newestStep(history) : -1;

/** The step that all that go on have come to; null where none does. */
function leastOf(lanes: readonly Moment[]): number | null {
  const going = lanes.filter(goes);
  return going.length === 0 ? null : Math.min(...going.map(reachedBy));
}

/**
 * The common step after `least`: where a run is ahead, the next of its kept steps; else `stride` on, or less,
 * and not past a power of two nor a horizon.
 */
export function nextGoal(lanes: readonly Moment[], least: number, stride: number): number {
  const ahead = lanes.flatMap(
    ({ history }) => history?.snapshots.find(({ step }) => step > least)?.step ?? [],
  );
  if (ahead.length > 0) return Math.min(...ahead);
  const horizons = lanes.flatMap(({ history }) => history?.settings.steps ?? []);
  return Math.min(
    least < 0 ? 0 : least + Math.max(LEAST, Math.floor(Math.min(stride, least * GROWTH))),
    nextPowerOfTwo(Math.max(0, least)),
    ...horizons.filter((steps) => steps > least),
  );
}

/**
 * Lets the runs of `lanes` go on in step, by their `bound`. Returns what ends that: each goes on by itself.
 * `now` is a clock in ms.
 */
export function lockstep(
  lanes: readonly Store[],
  now: () => number = () => performance.now(),
): () => void {
  let from = 0;
  let goal = -1;
  let stride = LEAST;
  let begun = now();

  function look(): void {
    const moments = lanes.map((lane) => lane.getState());
    const least = leastOf(moments);
    // Less than where this round began: a run was started again.
    if (least === null || (least < goal && least >= from)) return;
    const factor = ROUND / Math.max(1, now() - begun);
    stride = Math.max(LEAST, stride * Math.min(2, Math.max(0.5, factor)));
    begun = now();
    from = least;
    goal = nextGoal(moments, least, stride);
    for (const lane of lanes) lane.setState({ bound: goal });
  }

  const stops = lanes.map((lane) => lane.subscribe(look));
  look();
  return () => {
    for (const stop of stops) stop();
    for (const lane of lanes) lane.setState({ bound: null });
  };
}

/**
 * The last step, not after `scrub`, that is kept of every run; runs that have ended before it are shown at
 * their end. Null while there is none.
 */
export function commonStep(lanes: readonly Moment[], scrub: number | null): number | null {
  const histories = lanes.flatMap(({ history }) => history ?? []);
  if (histories.length < lanes.length) return null;
  const longest = lanes.reduce((best, lane) => (reachedBy(lane) > reachedBy(best) ? lane : best));
  const has = (lane: Moment, step: number): boolean =>
    (lane.history?.snapshots.some((snapshot) => snapshot.step === step) ?? false) ||
    (!goes(lane) && reachedBy(lane) < step && reachedBy(lane) >= 0);
  const found = longest.history?.snapshots.findLast(
    ({ step }) => (scrub === null || step <= scrub) && lanes.every((lane) => has(lane, step)),
  );
  return found?.step ?? null;
}
