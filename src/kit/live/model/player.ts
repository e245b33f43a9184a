/**
 * @file Shows again what is kept of a run, at the chosen pace; where that ends, training goes on.
 */
import { reached, secondsBetween } from "../../../run/pace";
import { newestStep } from "./selectors";
import type { State, Store } from "./store";

/** Seconds in which all that is kept is shown at full speed. */
const FULL = 3;

/** Seconds that pass at most between two frames of the screen: none come while the page is hidden. */
const LONGEST = 0.25;

/** The step that is shown `seconds` later, not whole; infinite past what is kept. */
function later({ link, history }: State, step: number, seconds: number): number {
  if (link.pace !== "full") return reached(link.pace, step, seconds);
  const all = secondsBetween("log", 0, newestStep(history));
  return reached("log", step, seconds * Math.max(1, all / FULL));
}

/** Lets `seconds` of playing pass. `at` is the step that was reached before, not whole. */
function advance(store: Store, at: number, seconds: number): number {
  const state = store.getState();
  const { until } = state.transport;
  const next = later(state, at, seconds);
  if (until !== null && until <= next && until < newestStep(state.history)) {
    store.setState({ scrub: until, transport: { playing: false, until: null } });
    return until;
  }
  store.setState({ scrub: next >= newestStep(state.history) ? null : Math.floor(next) });
  return next;
}

/** Whether it is what is kept that plays. */
const plays = ({ transport, scrub }: State): boolean => transport.playing && scrub !== null;

/** Plays while the page is open. Returns what ends it. `frame` calls back with a clock in ms. */
export function bindPlayer(
  store: Store,
  frame: (next: (now: number) => void) => void = requestAnimationFrame,
): () => void {
  let going = false;
  let ended = false;
  let at = 0;
  let before: number | null = null;

  function tick(now: number): void {
    going = !ended && plays(store.getState());
    if (!going) return;
    const { scrub } = store.getState();
    if (before === null || Math.floor(at) !== scrub) at = scrub as number;
    else at = advance(store, at, Math.min(LONGEST, (now - before) / 1000));
    before = now;
    frame(tick);
  }
  function look(): void {
    if (going || ended || !plays(store.getState())) return;
    going = true;
    before = null;
    frame(tick);
  }
  const unsubscribe = store.subscribe(look);
  look();
  return () => {
    ended = true;
    unsubscribe();
  };
}
