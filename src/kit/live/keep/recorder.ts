/** @file Writes the page's runs into the notebook: where one is replaced, rests or ends, and as it goes on. */
import { keyOf, type Tried } from "../../../run/tried";
import { embeddingOf, newestStep, projectionOf } from "../model/selectors";
import type { State, Store } from "../model/store";
import type { Book } from "./book";
import { plainLink } from "./fileOf";
import type { Remembering } from "./keptRun";

/** Milliseconds of training after which a run was tried, and not only dragged through. */
const TRIED = 1000;
/** Steps that make a run tried which has ended sooner. */
const STEPS = 100;
/** Milliseconds between two entries of a run that goes on. */
const PAUSE = 5000;

/** The latent space at the newest moment, in whole percent of its longer side. [n, 2]; empty where it is not known. */
export function pictureOf({ history }: Pick<State, "history">): number[] {
  const snapshot = history?.snapshots.at(-1);
  const projection = history && snapshot && projectionOf(snapshot, history.settings);
  if (!projection) return [];
  const points = projection.apply(embeddingOf(snapshot, history.settings), snapshot.step);
  // One dimension is drawn from left to right.
  const place = projection.time
    ? (i: number) => (i % 2 ? 0 : points[i + 1])
    : (i: number) => points[i];
  const values = Array.from(points, (_, i) => place(i));
  if (!values.every(Number.isFinite)) return [];
  const range = (k: number) => {
    const own = values.filter((_, i) => i % 2 === k);
    return [Math.min(...own), Math.max(...own)];
  };
  const [x, y] = [range(0), range(1)];
  const side = Math.max(x[1] - x[0], y[1] - y[0]) || 1;
  return values.map((value, i) => {
    const [low, high] = i % 2 ? y : x;
    return Math.round(50 + (100 * (value - (low + high) / 2)) / side);
  });
}

/** Steps that were trained here. */
const trained = ({ history }: State): number =>
  history ? newestStep(history) - Math.max(0, history.recorded) : 0;

const isOver = ({ status }: State): boolean => status.kind === "done" || status.kind === "failed";

/** The entry of the page's run; null where nothing is known of it yet. */
export function triedOf(state: State, date: number): Omit<Tried, "order"> | null {
  const { link, history, codec, status } = state;
  if (!history || history.length === 0) return null;
  const { settings, length, progress, measures } = history;
  return {
    settings,
    name: "",
    date,
    progress,
    accuracies: [measures.train[length - 1], measures.test[length - 1]],
    failed: status.kind === "failed",
    link: codec.encode({ ...plainLink(link), settings }),
    picture: pictureOf(state),
  };
}

/**
 * Records from here on. `now` is a clock in ms, `began` when the first run began, `today`
 * the date in ms since 1970.
 */
export function recordRuns(
  store: Store,
  book: Pick<Book, "record">,
  { now = () => performance.now(), began = 0, today = () => Date.now() } = {},
): Remembering {
  let since = began;
  let recorded = "";
  let due = since + TRIED;

  function record(state: State): void {
    const lived = now() - since;
    const steps = trained(state);
    if (steps <= 0 || (lived < TRIED && !(isOver(state) && steps >= STEPS))) return;
    const tried = triedOf(state, today());
    if (!tried) return;
    due = now() + PAUSE;
    const text = JSON.stringify([keyOf(tried), tried.progress.step, tried.failed]);
    if (text !== recorded) book.record(tried);
    recorded = text;
  }

  // A quick one is over by now.
  record(store.getState());
  const unsubscribe = store.subscribe((state, before) => {
    const begins = state.status.kind === "starting" && state.history?.length === 0;
    if (begins && state.history !== before.history) {
      record(before);
      since = now();
      recorded = "";
      due = since + TRIED;
      return;
    }
    const rests = before.transport.playing && !state.transport.playing;
    const ends = isOver(state) && !isOver(before);
    if (rests || ends || (state.history !== before.history && now() >= due)) record(state);
  });
  return { now: () => record(store.getState()), end: unsubscribe };
}
