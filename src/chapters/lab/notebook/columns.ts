/** @file The columns of the notebook: what each says of a run, and runs in the order of one of them. */
import { differenceWords } from "../../../kit/live/differences";
import { describe, type Verdict } from "../../../kit/live/model/verdict";
import { memoOf } from "../../../kit/state/memo";
import type { Tried } from "../../../run/tried";
import { PHASES } from "../../../theory/phase";

/** What differs from the defaults; nothing is also worth a word. */
export const wordsOf = ({ settings }: Tried): string =>
  differenceWords(settings) || "the paper’s defaults";

const STOPPED: Verdict = { phase: null, mark: "!", title: "Stopped", detail: "it could not go on" };

/** Whether a phase means anything takes the run's split, which is drawn. */
const verdicts = new WeakMap<Tried, Verdict>();

/** Table 4's word on a run as far as it was trained; found once. */
export function verdictOf(run: Tried): Verdict {
  const known = verdicts.get(run) ?? (run.failed ? STOPPED : describe(run.progress, run.settings));
  verdicts.set(run, known);
  return known;
}

/** Phases in their order, then what has none yet. */
function rankOf(run: Tried): number {
  const { phase } = verdictOf(run);
  return phase === null ? PHASES.length : PHASES.indexOf(phase);
}

interface Column {
  readonly title: string;
  /** Before the title is understood. */
  readonly help?: string;
  /** By what it is sorted; null is last in either direction. */
  readonly value: (run: Tried) => number | string | null;
  /** Whether the greatest comes first when it is first asked for. */
  readonly down: boolean;
}

export const COLUMNS = {
  run: { title: "Run", value: wordsOf, down: false },
  verdict: { title: "Verdict", value: rankOf, down: false },
  steps: { title: "Steps", value: ({ progress }) => progress.step, down: true },
  trainStep: {
    title: "Train at",
    help: "The step at which train accuracy first came above 0.9",
    value: ({ progress }) => progress.train,
    down: false,
  },
  testStep: {
    title: "Test at",
    help: "The step at which test accuracy first came above 0.9",
    value: ({ progress }) => progress.test,
    down: false,
  },
  train: {
    title: "Train",
    help: "Train accuracy at the last step",
    value: ({ accuracies }) => accuracies[0],
    down: true,
  },
  test: {
    title: "Test",
    help: "Test accuracy at the last step",
    value: ({ accuracies }) => accuracies[1],
    down: true,
  },
  name: { title: "Name", value: ({ name }) => name || null, down: false },
  date: { title: "Last trained", value: ({ order }) => order, down: true },
} as const satisfies Readonly<Record<string, Column>>;

export type ColumnName = keyof typeof COLUMNS;
export const COLUMN_NAMES = Object.keys(COLUMNS) as ColumnName[];
export const columnOf = (name: ColumnName): Column => COLUMNS[name];

export interface Order {
  readonly column: ColumnName;
  readonly down: boolean;
}

const collator = new Intl.Collator("en", { numeric: true });

const compare = (a: number | string, b: number | string): number =>
  typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));

/** Those in which every word of `filter` occurs, in an order. */
export const listed = memoOf(
  ({
    runs,
    filter,
    order,
  }: {
    readonly runs: readonly Tried[];
    readonly filter: string;
    readonly order: Order;
  }): readonly Tried[] => {
    const wanted = filter.toLowerCase().split(/\s+/).filter(Boolean);
    const { value } = columnOf(order.column);
    const valued = runs
      .filter((run) => {
        const text = [run.name, wordsOf(run), verdictOf(run).title].join(" ").toLowerCase();
        return wanted.every((word) => text.includes(word));
      })
      .map((run) => ({ run, by: value(run) }));
    return valued
      .sort((a, b) => {
        if (a.by === null || b.by === null) return Number(a.by === null) - Number(b.by === null);
        return (order.down ? -1 : 1) * compare(a.by, b.by) || b.run.order - a.run.order;
      })
      .map(({ run }) => run);
  },
);
