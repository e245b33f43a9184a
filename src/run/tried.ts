/**
 * @file A run that was tried, as one entry of the notebook: what is said of it, and no parameters.
 *
 * Shapes: n elements.
 */
import * as v from "valibot";
import { issueSentence } from "../experiment/issue";
import type { Settings } from "../experiment/params";
import { nonDefaults, parseSettings } from "../experiment/settings";
import type { Progress } from "./outcome";

export interface Tried {
  readonly settings: Settings;
  /** What its reader called it; empty for none. */
  readonly name: string;
  /** When it was last trained, in ms since 1970. */
  readonly date: number;
  /** Its place among others: the date, but never before one that was tried earlier, whatever the clock said. */
  readonly order: number;
  /** What Table 4 knows of it, up to the last evaluated step. */
  readonly progress: Progress;
  /** Train and test accuracy there. */
  readonly accuracies: readonly [train: number, test: number];
  /** Whether it ended with a fault. */
  readonly failed: boolean;
  /** The link to it, as it is written in an address. */
  readonly link: string;
  /** The latent space as it was seen last, in whole percent of its sides, y upwards. [n, 2], or empty. */
  readonly picture: readonly number[];
}

/** What an entry is known by: the same settings are the same run. */
export const keyOf = ({ settings }: Pick<Tried, "settings">): string =>
  JSON.stringify(nonDefaults(settings));

const VERSION = 1;
export const LONGEST_NAME = 80;
const LONGEST_LINK = 20_000;
/** The last millisecond that a date can be. */
const LAST_DATE = 8.64e15;

const STEP = v.pipe(v.number(), v.integer(), v.minValue(0));
const SHARE = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const DATE = v.pipe(v.number(), v.minValue(0), v.maxValue(LAST_DATE));
const TRIED = v.object({
  settings: v.unknown(),
  name: v.optional(v.pipe(v.string(), v.maxLength(LONGEST_NAME)), ""),
  date: DATE,
  order: v.optional(DATE),
  progress: v.object({
    step: STEP,
    train: v.nullable(STEP),
    test: v.nullable(STEP),
    fellBack: v.boolean(),
  }),
  accuracies: v.tuple([SHARE, SHARE]),
  failed: v.boolean(),
  link: v.optional(v.pipe(v.string(), v.maxLength(LONGEST_LINK)), ""),
  picture: v.optional(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))), []),
});

/** As plain JSON. */
export const formatTried = (tried: Tried) => ({ ...tried, settings: nonDefaults(tried.settings) });

/** One entry from anywhere. Throws a clause where it is none. */
export function parseTried(data: unknown): Tried {
  const read = v.safeParse(TRIED, data);
  if (!read.success) {
    throw new Error(`its ${issueSentence(read.issues[0], "form")}`);
  }
  const { settings, notices } = parseSettings(read.output.settings);
  if (notices.length > 0) throw new Error(`its ${notices[0].field} ${notices[0].reason}`);
  const { picture, date, order = date } = read.output;
  const fits = picture.length === 2 * settings.n;
  return { ...read.output, settings, order, picture: fits ? picture : [] };
}

/** Entries as one file. */
export const formatNotebook = (runs: readonly Tried[]): string =>
  `${JSON.stringify({ notebook: VERSION, runs: runs.map(formatTried) }, null, 1)}\n`;

/**
 * Reads a notebook from anywhere: what is an entry, and for each that is not a clause. Throws a clause
 * where the text is no notebook at all.
 */
export function parseNotebook(text: string): {
  readonly runs: readonly Tried[];
  readonly refused: readonly string[];
} {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Error("it is no JSON");
  }
  const head = v.safeParse(v.object({ notebook: v.number(), runs: v.array(v.unknown()) }), data);
  if (!head.success) throw new Error("it is no notebook");
  const { notebook, runs } = head.output;
  if (notebook !== VERSION)
    throw new Error(`it is of form ${notebook}, and this page reads form ${VERSION}`);
  const read: Tried[] = [];
  const refused: string[] = [];
  runs.forEach((run, i) => {
    try {
      read.push(parseTried(run));
    } catch (error) {
      refused.push(`run ${i + 1}: ${(error as Error).message}`);
    }
  });
  return { runs: read, refused };
}
