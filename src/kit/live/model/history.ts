/**
 * @file What one run has shown so far: a row for every evaluated step, and snapshots to scrub.
 *
 * Appending gives a new `History` that shares its columns with the old one, which never reads past
 * its own `length`.
 */
import type { Settings } from "../../../experiment/params";
import { shapeOf } from "../../../experiment/shape";
import { COLUMN, type Frame, MEASURES, type Measure } from "../../../run/frame";
import { type Progress, progress, START } from "../../../run/outcome";
import { isPowerOfTwo, schedule } from "../../../run/schedule";

export interface Snapshot {
  readonly step: number;
  /** [P] */
  readonly parameters: Float32Array;
  /** Kept of other runs too, to be compared with. */
  readonly common?: true;
}

export interface History {
  readonly settings: Settings;
  /** Rows that count. */
  readonly length: number;
  /** Evaluated steps. [length...] */
  readonly steps: Float64Array;
  readonly measures: Readonly<Record<Measure, Float64Array>>;
  /** Ascending in step; thinned to a memory budget, evenly in log step. */
  readonly snapshots: readonly Snapshot[];
  readonly progress: Progress;
  /** Fingerprints that what it went on from has of the run, at steps before and after; empty where it began anew. */
  readonly claims: ReadonlyMap<number, string>;
  /** The step up to which it is what was kept or recorded; -1 where nothing is. */
  readonly recorded: number;
}

/** Bytes of snapshots that one history may keep. */
const BUDGET = 48 * 2 ** 20;
const MOST_SNAPSHOTS = 600;
const FEWEST_SNAPSHOTS = 60;

const NO_CLAIMS: History["claims"] = new Map();

export function emptyHistory(settings: Settings): History {
  const rows = schedule(settings.steps).length;
  return {
    settings,
    length: 0,
    steps: new Float64Array(rows),
    measures: Object.fromEntries(
      MEASURES.map((name) => [name, new Float64Array(rows)]),
    ) as unknown as History["measures"],
    snapshots: [],
    progress: START,
    claims: NO_CLAIMS,
    recorded: -1,
  };
}

/**
 * Drops the snapshot that is missed least: the one with the closest neighbours in log step. Those at
 * powers of two and those of which something is claimed stay, to be compared with other runs (exact.ts), and
 * common ones while there are others.
 */
function thin(snapshots: Snapshot[], claims: History["claims"]): void {
  const stays = (step: number) => isPowerOfTwo(step) || claims.has(step);
  const spares = snapshots.some(({ common, step }, i) => {
    const inside = i > 0 && i < snapshots.length - 1;
    return inside && !common && !stays(step);
  });
  const at = (i: number) => Math.log1p(snapshots[i].step);
  let closest = -1;
  let least = Infinity;
  for (let i = 1; i < snapshots.length - 1; i++) {
    const span = at(i + 1) - at(i - 1);
    const { step, common } = snapshots[i];
    if (span >= least || stays(step) || (common && spares)) continue;
    closest = i;
    least = span;
  }
  if (closest > 0) snapshots.splice(closest, 1);
}

/**
 * Accounts for frames of a run with one replica. What is told again takes the place of what was told. `common` is the
 * step that other runs stop at too.
 */
export function append(
  known: History,
  frames: readonly Frame[],
  common: number | null = null,
): History {
  const history = rewind(known, frames[0]?.steps[0] ?? Infinity);
  let { length, progress: at } = history;
  const { steps, measures } = history;
  const snapshots = [...history.snapshots];
  for (const frame of frames) {
    for (let row = 0; row < frame.steps.length && length < steps.length; row++, length++) {
      steps[length] = frame.steps[row];
      for (const name of MEASURES)
        measures[name][length] = frame.measures[row * MEASURES.length + COLUMN[name]];
      at = progress(at, steps[length], measures.train[length], measures.test[length]);
    }
    if (snapshots.at(-1)?.step === frame.step) snapshots.pop();
    const { step, parameters } = frame;
    snapshots.push({ step, parameters, ...(step === common && { common: true as const }) });
    const most = Math.floor(BUDGET / frame.parameters.byteLength);
    if (snapshots.length > Math.max(FEWEST_SNAPSHOTS, Math.min(MOST_SNAPSHOTS, most)))
      thin(snapshots, history.claims);
  }
  return { ...history, length, snapshots, progress: at };
}

/** As if nothing at or after `step` had been told. */
export function rewind(history: History, step: number): History {
  const { steps, measures } = history;
  const length = indexUpTo(history.length, (i) => steps[i], step - 1) + 1;
  if (length === history.length && (history.snapshots.at(-1)?.step ?? -1) < step) return history;
  let at = START;
  for (let i = 0; i < length; i++) at = progress(at, steps[i], measures.train[i], measures.test[i]);
  return {
    ...history,
    length,
    // Copies: the columns are written again from here, and the history that was told keeps its own.
    steps: steps.slice(),
    measures: Object.fromEntries(
      MEASURES.map((name) => [name, measures[name].slice()]),
    ) as unknown as History["measures"],
    snapshots: history.snapshots.filter((snapshot) => snapshot.step < step),
    progress: at,
  };
}

/** The last of ascending `values[0..length)` that is not above `x`, as an index; -1 if none is. */
function indexUpTo(length: number, value: (i: number) => number, x: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value(middle) <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether `step` can be shown, with the parameters of that very step. */
export function isKept(history: History, step: number): boolean {
  const snapshot = snapshotAt(history, step);
  return snapshot?.step === step && isWhole(history, snapshot);
}

/** Whether a snapshot has all parameters, and not only the embedding. */
export const isWhole = ({ settings }: History, { parameters }: Snapshot): boolean =>
  parameters.length === shapeOf(settings).size;

/** The snapshot at `step` or the last one before it; the newest for null. */
export function snapshotAt({ snapshots }: History, step: number | null): Snapshot | null {
  if (step === null) return snapshots.at(-1) ?? null;
  const index = indexUpTo(snapshots.length, (i) => snapshots[i].step, step);
  return snapshots[Math.max(0, index)] ?? null;
}
