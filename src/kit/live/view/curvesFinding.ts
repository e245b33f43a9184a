/** @file What curves over the steps of a run show up to the shown step, in a sentence. */
import { grouped } from "../../../theory/grouped";
import { LEARNT } from "../../../theory/phase";
import { plainText } from "../../draw/table";
import { capital } from "../../draw/words";
import { type CurvesData, last, type Series, valueText } from "./curvesLayout";

/** Whose accuracy or loss a curve of a run is. */
const OF: Readonly<Record<string, string>> = {
  train: "on the pairs it is trained on",
  test: "on held-out pairs",
  entire: "on all pairs",
};

/** Values that differ by less than this share are the same in words. */
const SAME = 0.02;

/** What a curve is called in a sentence: "accuracy on held-out pairs". */
export const curveName = ({ name }: CurvesData, { label }: Series): string =>
  OF[label] ? `${name.toLowerCase()} ${OF[label]}` : plainText(label);

/** Of the points up to `step`, none of which may be. */
const upTo = ({ steps, values }: Series, step: number): readonly (readonly [number, number])[] =>
  Array.from(steps, (at, i) => [at, values[i]] as const).filter(
    ([at, value]) => at <= step && Number.isFinite(value),
  );

/** "rose above 0.9 at step 390 and is 0.98 now" */
function learntWords(points: readonly (readonly [number, number])[], now: string): string {
  const first = points.find(([, value]) => value > LEARNT);
  const value = points[points.length - 1][1].toFixed(2);
  if (!first) return `has not been above ${LEARNT} and is ${value} ${now}`;
  const fell = points[points.length - 1][1] <= LEARNT;
  return `rose above ${LEARNT} at step ${grouped(first[0])} and ${fell ? `has fallen back to ${value}` : `is ${value} ${now}`}`;
}

/** "fell from 0.69 to 0.02"; a turn on the way is told where it is lower or higher than both ends. */
function changeWords(points: readonly (readonly [number, number])[], y: CurvesData["y"]): string {
  const text = (value: number) => valueText(value, y);
  const [[, from]] = points;
  const [, to] = points[points.length - 1];
  const least = points.reduce((a, b) => (b[1] < a[1] ? b : a));
  const apart = (a: number, b: number) =>
    Math.abs(a - b) > SAME * Math.max(Math.abs(a), Math.abs(b));
  if (!apart(from, to) && !apart(least[1], to)) return `stays at ${text(to)}`;
  if (apart(least[1], to) && apart(least[1], from))
    return `fell from ${text(from)} to ${text(least[1])} at step ${grouped(least[0])} and has risen to ${text(to)}`;
  return `${to < from ? "fell" : "rose"} from ${text(from)} to ${text(to)}`;
}

/** A sentence for each curve, those of former runs left out. */
export function curvesFinding(data: CurvesData): string {
  const own = data.series.filter(({ ghost, steps }) => !ghost && steps.length > 0);
  if (own.length === 0) return "Nothing is measured yet.";
  const end = Math.max(...own.map(({ steps }) => last(steps)));
  const at = data.cursor ?? end;
  const now = at >= end ? "now" : `at step ${grouped(at)}`;
  return own
    .map((series) => {
      const points = upTo(series, at);
      if (points.length === 0) return "";
      const words = data.y === "linear" ? learntWords(points, now) : changeWords(points, data.y);
      return `${capital(curveName(data, series))} ${words}.`;
    })
    .filter((sentence) => sentence !== "")
    .join(" ");
}
