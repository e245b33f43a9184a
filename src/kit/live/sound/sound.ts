/**
 * @file Training to be heard, on request: while the run moves, its newest accuracies; at rest, the whole run at
 * once. Off at first; silent while the page is hidden or nothing moves.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import { hasRun } from "../model/moment";
import { perPage } from "../model/perPage";
import { isPlaying } from "../model/selectors";
import type { State, Store } from "../model/store";
import { type Accuracies, type Course, makeTones, SECONDS, soundCourse, type Tones } from "./tones";

export interface Sound {
  readonly store: StoreApi<{
    readonly on: boolean;
    /** Why there is none. */
    readonly fault: string | null;
  }>;
  /** Call it for a press or a key: browsers let nothing sound otherwise. */
  turn(on: boolean): void;
  /** Sounds what has been measured so far, once. */
  replay(): void;
}

/** What has been measured of the page's run; null where there is nothing. */
function courseOf(state: State): Course | null {
  const { history } = state;
  if (!history || history.length === 0 || !hasRun(state)) return null;
  const { steps, measures, length } = history;
  const upTo = (values: Float64Array) => values.subarray(0, length);
  return { steps: upTo(steps), train: upTo(measures.train), test: upTo(measures.test) };
}

/** The accuracies that sound at this moment; null: silence, as the run rests, is hidden or is not to be heard. */
export function heardOf(state: State, on: boolean, hidden: boolean): Accuracies | null {
  const course = courseOf(state);
  if (!on || hidden || !isPlaying(state) || !course) return null;
  const last = course.steps.length - 1;
  return { train: course.train[last], test: course.test[last] };
}

/** The page's own. */
export const soundOf = perPage((page: Store): Sound => {
  const store = createStore<ReturnType<Sound["store"]["getState"]>>(() => ({
    on: false,
    fault: null,
  }));
  let context: AudioContext | null = null;
  let tones: Tones | null = null;
  /** When a replay ends, seconds of the context. */
  let busy = 0;

  function open(): Tones | null {
    if (tones) return tones;
    try {
      context = new AudioContext();
      tones = makeTones(context);
    } catch (error) {
      const fault = `This browser gives no sound: ${(error as Error).message}`;
      store.setState({ on: false, fault });
    }
    return tones;
  }

  function follow(): void {
    if (!tones || !context || context.currentTime < busy) return;
    const heard = heardOf(page.getState(), store.getState().on, document.hidden);
    if (heard) tones.sound(heard);
    else tones.rest();
  }

  page.subscribe(follow);
  store.subscribe(follow);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      busy = 0;
      void context?.suspend();
    } else if (store.getState().on) void context?.resume();
    follow();
  });
  return {
    store,
    turn(on) {
      if (on && !open()) return;
      busy = 0;
      void context?.resume();
      store.setState({ on, fault: null });
    },
    replay() {
      const course = courseOf(page.getState());
      if (!course || !open() || !tones || !context) return;
      void context.resume();
      tones.rest();
      busy = context.currentTime + SECONDS + 0.5;
      soundCourse(tones, course, context.currentTime + 0.1);
    },
  };
});
