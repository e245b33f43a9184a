/** @file Steps of curves that are worth a stop, and how one is told. */
import { grouped } from "../../../theory/grouped";
import { LEARNT } from "../../../theory/phase";
import { listed } from "../../draw/phrases";
import { capital } from "../../draw/words";
import { curveName } from "./curvesFinding";
import { type CurvesData, last, type Series, valueText } from "./curvesLayout";

export interface Landmark {
  readonly step: number;
  readonly words: string;
}

/** First above the line, back below it after that, and the best of all: each where there is one. */
function ofSeries(data: CurvesData, series: Series): Landmark[] {
  const { y } = data;
  const steps = Array.from(series.steps);
  const values = Array.from(series.values);
  const name = curveName(data, series);
  const at = (i: number, words: string): Landmark[] => (i < 0 ? [] : [{ step: steps[i], words }]);
  const first = y === "linear" ? values.findIndex((value) => value > LEARNT) : -1;
  const fallen = first < 0 ? -1 : values.findIndex((value, i) => i > first && value <= LEARNT);
  const best = values.indexOf(y === "linear" ? Math.max(...values) : Math.min(...values));
  const extreme = y === "linear" ? "highest" : "lowest";
  return [
    ...at(first, `first ${name} above ${LEARNT}`),
    ...at(fallen, `${name} back at or below ${LEARNT}`),
    ...at(best, `${extreme} ${name}, ${valueText(values[best], y)}`),
  ];
}

/** By step, ascending; what is at the same step is one. The last is the end. */
export function landmarksOf(data: CurvesData): Landmark[] {
  const own = data.series.filter(({ ghost, steps }) => !ghost && steps.length > 0);
  if (own.length === 0) return [];
  const end = Math.max(...own.map(({ steps }) => last(steps)));
  const all = [...own.flatMap((series) => ofSeries(data, series)), { step: end, words: "the end" }];
  return [...new Set(all.map(({ step }) => step))]
    .sort((a, b) => a - b)
    .map((step) => ({
      step,
      words: listed(all.filter((each) => each.step === step).map(({ words }) => words)),
    }));
}

/** The next one from the shown step on, or the one before it; null where there is none. */
export function landmarkFrom(data: CurvesData, way: 1 | -1): Landmark | null {
  const at = data.cursor ?? 0;
  const all = landmarksOf(data);
  return (
    (way > 0 ? all.find(({ step }) => step > at) : all.filter(({ step }) => step < at).at(-1)) ??
    null
  );
}

/** "Step 390: first accuracy on held-out pairs above 0.9." */
export const landmarkWords = (landmark: Landmark | null, way: 1 | -1): string =>
  landmark
    ? `${capital(`step ${grouped(landmark.step)}`)}: ${landmark.words}.`
    : `There is no landmark ${way > 0 ? "after" : "before"} this step.`;
