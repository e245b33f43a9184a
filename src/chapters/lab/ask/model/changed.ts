/** @file Which answers are others than in the run before, and by what the two differ. */
import { trainCount } from "../../../../experiment/dataset";
import { grouped } from "../../../../theory/grouped";
import { changedPairs } from "../../compare/model/differenceData";
import { whatDiffers } from "../../compare/model/words";
import type { Answered, Known } from "./asking";

/** A pair whose answer has changed. */
export interface Changed {
  readonly x: number;
  readonly y: number;
  readonly from: "yes" | "no";
  readonly to: "yes" | "no";
}

/** All of them, by x and then y; null where there is no run before to hold it against. */
export function changedOf({ now, before }: Known): Changed[] | null {
  if (!now || !before || now.settings.n !== before.settings.n) return null;
  const { n } = now.settings;
  return changedPairs({ predictions: [before.predictions, now.predictions] }).map((pair) => ({
    x: Math.floor(pair / n),
    y: pair % n,
    from: before.predictions[pair] > 0.5 ? "yes" : "no",
    to: now.predictions[pair] > 0.5 ? "yes" : "no",
  }));
}

const splitWords = ({ settings }: Answered): string =>
  `${grouped(trainCount(settings))} of ${grouped(settings.n ** 2)} pairs`;

/** By what the run before differed, and how many answers are others now. */
export function changedWords({ now, before }: Known, count: number): string {
  if (!now || !before) return "";
  const rows = whatDiffers(before.settings, now.settings);
  const split = rows.every(({ key }) => key === "mask" || key === "trainFraction");
  const what = split
    ? `trained on ${splitWords(before)}, now on ${splitWords(now)}`
    : rows.map(({ label, a, b }) => `${label} ${a}, now ${b}`).join("; ");
  const steps =
    before.step === now.step
      ? `both at step ${grouped(now.step)}`
      : `then at step ${grouped(before.step)}, now at step ${grouped(now.step)}`;
  const answers =
    count === 1 ? "1 answer has" : `${count === 0 ? "no" : grouped(count)} answers have`;
  return `Since the run before (${what}), ${answers} changed, ${steps}.`;
}
