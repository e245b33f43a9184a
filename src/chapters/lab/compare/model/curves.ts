/** @file The curves of the runs in one chart: solid for the first, dashed for the second, and how far apart they are. */
import type { History } from "../../../../kit/live/model/history";
import { lookOf } from "../../../../kit/live/model/look";
import { type CurvesData, type Series, valueText } from "../../../../kit/live/view/curvesLayout";
import { valueAt } from "../../../../kit/live/view/curvesWords";
import { memo } from "../../../../kit/state/memo";
import type { Measure } from "../../../../run/frame";
import { grouped } from "../../../../theory/grouped";
import { LEARNT } from "../../../../theory/phase";
import { type CompareState, lanesIn, stepIn } from "./together";

type Curve = "accuracy" | "loss";

const KINDS: Readonly<Record<Curve, readonly (readonly [Measure, string, string])[]>> = {
  accuracy: [
    ["test", "test", "var(--test)"],
    ["train", "train", "var(--train)"],
  ],
  loss: [
    ["testLoss", "test", "var(--test)"],
    ["trainLoss", "train", "var(--train)"],
  ],
};

/** Of the accuracy axis; chance is above one half for every relation. */
const LOWEST = 0.4;

const seriesOf = (
  { steps, measures, length }: History,
  [measure, , colour]: (typeof KINDS)[Curve][number],
  label: string,
  also: Partial<Series>,
): Series => ({
  label,
  colour,
  steps: steps.subarray(0, length),
  values: measures[measure].subarray(0, length),
  ...also,
});

/** Two runs: both measures of each. More: the test curve of each, the page's own over the others. */
const assemble = memo(
  (
    curve: Curve,
    step: number,
    names: string,
    ...histories: readonly (History | null)[]
  ): CurvesData => {
    const told = names
      .split("\n")
      .flatMap((name, i) =>
        histories[i]?.length ? [{ name, history: histories[i] as History }] : [],
      );
    const kinds = KINDS[curve].slice(0, histories.length > 2 ? 1 : 2);
    const also = histories.length > 2 ? { ghost: true } : { dashed: true };
    const series = told.flatMap(({ name, history }, i) =>
      kinds.map((kind) =>
        seriesOf(
          history,
          kind,
          histories.length > 2 ? name : `${kind[1]} ${name}`,
          i === 0 ? {} : also,
        ),
      ),
    );
    return {
      name: curve === "accuracy" ? "Accuracy" : "Loss",
      series: histories.length > 2 ? series.reverse() : series,
      y: curve === "accuracy" ? "linear" : "log",
      lowest: LOWEST,
      references: curve === "accuracy" ? [{ value: LEARNT }] : [],
      marks: [],
      band: null,
      cursor: step,
    };
  },
);

export function compareCurves(state: CompareState): CurvesData | null {
  const step = stepIn(state);
  if (step === null) return null;
  const lanes = lanesIn(state);
  const names = lanes.map(({ name }) => name).join("\n");
  const histories = lanes.map((lane) => lane.state.history);
  return assemble(lookOf(state.page.link).curve, step, names, ...histories);
}

/** How far apart A's and B's test curves are at the shown step, in words; empty where one has none. */
export function gapWords(state: CompareState): string {
  const data = compareCurves(state);
  if (!data || data.cursor === null) return "";
  const { cursor, y } = data;
  const [a, b] = data.series
    .filter(({ label }) => label.startsWith("test "))
    .map((each) => valueAt(each, cursor));
  if (a == null || b == null || lanesIn(state).length !== 2) return "";
  const [first, second] = [valueText(a, y), valueText(b, y)];
  const what = y === "linear" ? "test accuracy" : "test loss";
  const gap = a === b ? "no gap" : `a gap of ${valueText(Math.abs(a - b), y)}`;
  return `At step ${grouped(cursor)} the ${what} is ${first} in A and ${second} in B: ${gap}.`;
}
