/**
 * @file Which pairs the networks of Figure 3 still get wrong at the end, as far as that is recorded: for
 * greater-than, at one training fraction.
 *
 * Shapes: n elements, N = n * n pairs (pair = x * n + y).
 */
import { createStore } from "zustand/vanilla";
import { trainMask } from "../../../experiment/dataset";
import { missesCells, parseMisses } from "../../../experiment/misses";
import { DEFAULTS, type Settings } from "../../../experiment/params";
import { sentence } from "../../../experiment/sentence";
import { perPage } from "../../../kit/live/model/perPage";
import { fetched } from "../../../run/fetched";
import { figure3, isRecorded } from "./figure3Experiment";

/** Under the site's data. */
export const MISSES_FILE = "misses-greater-than.json";
/** That of Figure 4, of which the paper says where the errors are. */
export const MISSES_FRACTION = 0.6;
export const MISSES_OF = figure3({ ...DEFAULTS, relation: "greater-than" });

/** Whether it is recorded for the page's relation. */
export const hasMisses = (settings: Settings): boolean =>
  settings.relation === "greater-than" && isRecorded(settings);

/** One network at the end of its training. */
export interface Missed {
  /** Of its architecture in Figure 3. */
  readonly label: string;
  readonly settings: Settings;
  /** 1 where it is wrong. [N] */
  readonly wrong: Uint8Array;
  /** 1 where it was trained on the pair. [N] */
  readonly trained: Uint8Array;
}

/** Throws a sentence where the text is no such file. */
export function readMisses(text: string): readonly Missed[] {
  const parsed = parseMisses(text, MISSES_OF, MISSES_FRACTION);
  if ("problem" in parsed)
    throw new Error(`The file of late errors, ${MISSES_FILE}, is refused: ${parsed.problem}.`);
  const all = missesCells(MISSES_OF, MISSES_FRACTION);
  const variants = MISSES_OF.experiment.variants ?? [];
  return all.map((settings, i) => ({
    label: variants[Math.floor((i * variants.length) / all.length)].label,
    settings,
    wrong: parsed.wrong[i],
    trained: trainMask(settings),
  }));
}

export interface Misses {
  /** Null until it is loaded. */
  readonly networks: readonly Missed[] | null;
  /** Why it is not; null while it may be. */
  readonly problem: string | null;
}

export const missesStore = perPage(() =>
  createStore<Misses>(() => ({ networks: null, problem: null })),
);

/** Loads it unless it is loaded; tried again by the next call where it fails. */
export async function loadMisses(store: ReturnType<typeof missesStore>): Promise<void> {
  if (store.getState().networks) return;
  try {
    const text = await (await fetched("The file of late errors", `./data/${MISSES_FILE}`)).text();
    store.setState({ networks: readMisses(text), problem: null });
  } catch (error) {
    store.setState({ problem: sentence(error) });
  }
}
