/** @file The curves' data, from the state. */

import { LEARNT } from "../../theory/phase";
import { memo } from "../state/memo";
import type { History } from "./model/history";
import { lookOf } from "./model/look";
import { chance, shownStep } from "./model/selectors";
import type { RunView } from "./model/store";
import { describe } from "./model/verdict";
import type { CurvesData, Series } from "./view/curvesLayout";

/** Of the accuracy axis; chance is above one half for every relation. */
const LOWEST = 0.4;

const KINDS = {
  accuracy: [
    ["entire", "entire", "var(--entire)"],
    ["test", "test", "var(--test)"],
    ["train", "train", "var(--train)"],
  ],
  loss: [
    ["testLoss", "test", "var(--test)"],
    ["trainLoss", "train", "var(--train)"],
  ],
} as const;

const ghostSeries = memo((ghost: History, curve: "accuracy" | "loss"): Series => {
  const measure = curve === "accuracy" ? "test" : "testLoss";
  return {
    label: "last run, test",
    colour: "var(--muted)",
    steps: ghost.steps.subarray(0, ghost.length),
    values: ghost.measures[measure].subarray(0, ghost.length),
    ghost: true,
  };
});

const assemble = memo(
  (
    history: History,
    ghost: History | null,
    curve: "accuracy" | "loss",
    cursor: number,
  ): CurvesData => {
    const { settings, progress, length, steps, measures } = history;
    const { phase } = describe(progress, settings);
    const always = chance(settings);
    const own = KINDS[curve].map(
      ([measure, label, colour]): Series => ({
        label,
        colour,
        steps: steps.subarray(0, length),
        values: measures[measure].subarray(0, length),
      }),
    );
    const mark = (step: number | null, label: string, colour: string) =>
      step === null ? [] : [{ step, label, colour }];
    return {
      name: curve === "accuracy" ? "Accuracy" : "Loss",
      series: ghost ? [ghostSeries(ghost, curve), ...own] : own,
      y: curve === "accuracy" ? "linear" : "log",
      lowest: LOWEST,
      references:
        curve === "accuracy"
          ? [
              { value: LEARNT },
              {
                value: always.accuracy,
                label: `always “${always.answer}”`,
              },
            ]
          : [],
      marks: [
        ...mark(progress.train, "train", "var(--train)"),
        ...mark(progress.test, "test", "var(--test)"),
      ],
      band:
        progress.train !== null && progress.test !== null && phase
          ? {
              from: Math.min(progress.train, progress.test),
              to: Math.max(progress.train, progress.test),
              phase,
            }
          : null,
      cursor,
    };
  },
);

/** What a test is of, but for the draw: runs that differ in it cannot be compared. */
const SAME_TEST = ["relation", "classes", "matrix", "n", "trainFraction", "mask"] as const;

const comparable = (ghost: History | null, { settings }: History): History | null =>
  ghost && SAME_TEST.every((key) => ghost.settings[key] === settings[key]) ? ghost : null;

export function curvesData(run: RunView): CurvesData | null {
  const { history, ghost, link } = run;
  if (!history || history.length === 0) return null;
  return assemble(history, comparable(ghost, history), lookOf(link).curve, shownStep(run));
}
