/**
 * @file The page's run outlives a reload: what it could go on from is written as often as it is handed to the page,
 * and where the page is left, under the name of its tab.
 */
import type { Settings } from "../../../experiment/params";
import { alikeBut } from "../../../experiment/settings";
import { keepsItsWord, packStoredRun, unpackStoredRun } from "../../../run/storedRun";
import type { State, Store } from "../model/store";
import { momentOf, type StoredMoment } from "../model/stored";
import { fileOf, lastSeen } from "./fileOf";
import { type Mark, readMark, runName, writeMark } from "./mark";
import { browserShelf, type Shelf } from "./shelf";
import { openTabs } from "./tab";

/** Milliseconds between two writes of a run that trains: fewer than between two checkpoints. */
const PAUSE = 500;
/** Milliseconds that a reload waits for what is kept: where there is a mark the browser has answered before. */
const PATIENCE = 10_000;
/** Tabs whose runs are kept; those of the oldest go first. */
const MOST = 8;

export const runShelf = (): Shelf<Uint8Array> => browserShelf("geneft-runs", "kept", PATIENCE);

/** The kept moment of a run with these settings; null where there is none. Rejects with a sentence. */
export async function readKept(
  { key, seen }: Pick<Mark, "key" | "seen">,
  settings: Settings,
  shelf = runShelf(),
): Promise<StoredMoment | null> {
  try {
    const bytes = await shelf.read(key);
    if (bytes === undefined) return null;
    const file = unpackStoredRun(bytes);
    if (!alikeBut(file.settings, settings)) return null;
    if (!keepsItsWord(file)) throw new Error("it was altered");
    const claims = new Map(seen ? [...file.claims, seen] : file.claims);
    return momentOf({ ...file, claims }, file.moments[0]);
  } catch (error) {
    throw new Error(`What was kept of this run cannot be read: ${(error as Error).message}.`);
  }
}

export interface Remembering {
  /** At once: the page may be left. */
  now(): void;
  end(): void;
}

/** Keeps the page's run from here on, under a name. `now` is a clock in ms. */
export function keepRun(
  store: Store,
  key: string,
  shelf = runShelf(),
  now: () => number = () => performance.now(),
): Remembering {
  let written: State["checkpoint"] = null;
  let due = -Infinity;
  let writing = false;

  async function write(): Promise<void> {
    const state = store.getState();
    const { checkpoint, link, epoch } = state;
    const file = fileOf(state);
    if (!file || !checkpoint) return;
    writing = true;
    written = checkpoint;
    due = now() + PAUSE;
    try {
      await shelf.write([[key, packStoredRun(file)]]);
      const { link: later, epoch: then } = store.getState();
      const same = later.settings === link.settings && then === epoch;
      if (!same) return;
      const run = runName({ ...link, settings: file.settings });
      const before = readMark();
      // Left meanwhile, it has said what it saw.
      const seen = before?.run === run ? before.seen : undefined;
      writeMark({ key, run, step: checkpoint.step, ...(seen && { seen }) });
    } catch {
      // After a reload it begins anew.
    } finally {
      writing = false;
    }
  }

  /** What was seen after the checkpoint is claimed of the run that goes on from it. */
  function leave(): void {
    const { link, history, exact } = store.getState();
    const mark = readMark();
    const seen = lastSeen({ history, exact });
    const run = history && runName({ ...link, settings: history.settings });
    if (seen && mark && mark.run === run) writeMark({ ...mark, seen });
    void write();
  }

  /** One at a time: a browser that does not answer is not asked for more. */
  function look({ checkpoint }: State): void {
    if (checkpoint !== written && now() >= due && !writing) void write();
  }

  look(store.getState());
  const unsubscribe = store.subscribe((state, before) => {
    // Begun anew, it is not to go on from what it was.
    if (state.checkpoint === null && before.checkpoint !== null)
      writeMark({ key, run: "", step: 0 });
    else look(state);
  });
  void tidy(shelf, key);
  return { now: leave, end: unsubscribe };
}

/** Takes away the runs of tabs that are closed, those of the oldest, where there are too many. */
async function tidy(shelf: Shelf<Uint8Array>, own: string): Promise<void> {
  try {
    const open = await openTabs();
    const others = (await shelf.keys())
      .filter((key) => key !== own)
      .sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10));
    const surplus = others.slice(MOST - 1).filter((key) => !open.has(key));
    if (surplus.length > 0) await shelf.remove(surplus);
  } catch {} // Tried again at the next visit.
}
