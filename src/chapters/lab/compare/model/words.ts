/** @file What differs between two runs, and what is to be said of them side by side. */

import { countOnes, unpackMatrix } from "../../../../experiment/matrix";
import { PARAM_KEYS, PARAMS, type ParamKey, type Settings } from "../../../../experiment/params";
import { newestStep } from "../../../../kit/live/model/selectors";
import { toText } from "../../../../kit/ui/scale";
import { grouped } from "../../../../theory/grouped";
import type { Fit } from "../../../../theory/procrustes";
import { changedPairs } from "./differenceData";
import { fitOf, unlike } from "./overlay";
import { type CompareState, lanesIn, stepIn } from "./together";

/** One knob that differs, as a reader sees it. */
export interface Differing {
  readonly key: ParamKey;
  readonly label: string;
  readonly a: string;
  readonly b: string;
}

/** A knob's value in a few words. */
function valueWords(key: ParamKey, settings: Settings): string {
  const param = PARAMS[key];
  const value = settings[key];
  if (param.kind === "number") return toText(param, Number(value));
  if (param.kind === "choice") return (param.values as Record<string, string>)[value];
  if (value === "") return key === "mask" ? "drawn at random" : "none";
  const ones = countOnes(unpackMatrix(String(value), settings.n));
  return `${ones} of ${settings.n ** 2} pairs`;
}

/** Every knob in which B is not as A, in the order of the knobs. */
export const whatDiffers = (a: Settings, b: Settings): Differing[] =>
  PARAM_KEYS.filter((key) => a[key] !== b[key]).map((key) => ({
    key,
    label: PARAMS[key].label,
    a: valueWords(key, a),
    b: valueWords(key, b),
  }));

/** Knobs that change the first weights or the split, beside what they are named for. */
const OTHER_START: readonly ParamKey[] = ["seed", "n", "d", "mode", "depth", "width"];

/** Whether both begin with the same weights, in a sentence. */
export function startWords(a: Settings, b: Settings): string {
  const keys = whatDiffers(a, b).map(({ key }) => key);
  if (keys.length === 0)
    return "Nothing differs: B is A over again, and on an exact engine every number of it is the same.";
  if (keys.some((key) => OTHER_START.includes(key)))
    return "The two have other first weights: what differs later is not owed to the later steps alone.";
  if (keys.includes("embeddingSigma") || keys.includes("decoderSigma"))
    return "Both begin with the same draws, scaled otherwise.";
  return "Both begin with the same weights.";
}

/** How near B's repons can be brought to A's; what is of the size of rounding is none. */
function fitWords({ distance, spreads: [b, a] }: Fit): string {
  if (distance < 1e-6 * a) return "Every repon of B is where A has it.";
  const wide = b / a;
  const size =
    wide > 1.1
      ? ` B’s cloud is ${wide.toPrecision(2)} times as wide as A’s.`
      : wide < 0.9
        ? ` A’s cloud is ${(1 / wide).toPrecision(2)} times as wide as B’s.`
        : "";
  return `Turned and shifted as it fits best, but not stretched, B’s repons lie ${distance.toPrecision(2)} from A’s (root mean square); A’s lie ${a.toPrecision(2)} from their middle.${size}`;
}

/** What is known of both at the common step, sentence by sentence. */
export function findings(state: CompareState): string[] {
  const lanes = lanesIn(state);
  const step = stepIn(state);
  if (lanes.length !== 2 || step === null) return [];
  const [a, b] = lanes.map(({ settings }) => settings);
  const apart = unlike(state);
  const fit = fitOf(state);
  const { met } = state.answers;
  const said: string[] = [];
  if (apart !== null) said.push(apart);
  if (fit) said.push(fitWords(fit));
  if (met && met.settings[0] === a && met.settings[1] === b && a.n === b.n) {
    const { length } = changedPairs(met);
    const of = met.step === step ? "" : ` at step ${grouped(met.step)}`;
    said.push(
      length === 0
        ? `Both answer all ${grouped(a.n ** 2)} pairs alike${of}.`
        : `They answer ${grouped(length)} of ${grouped(a.n ** 2)} pairs differently${of}.`,
    );
  }
  return said;
}

/** What is to be known about engines and stopped runs; empty where all is well. */
export function troubles(state: CompareState): string[] {
  const lanes = lanesIn(state);
  const stopped = lanes.flatMap(({ name, state: { status } }) =>
    status.kind === "failed" ? [`${name} stopped: ${status.message} The others go on.`] : [],
  );
  const mended = lanes.flatMap(({ name, state: { setback } }) =>
    setback === null || name === "A" ? [] : [`${name}: ${setback}`],
  );
  const inexact = lanes.filter((lane) => lane.state.engine !== null && !lane.state.exact);
  const rounding =
    inexact.length > 0 && lanes.length === 2
      ? [
          `${inexact.map(({ name }) => name).join(" and ")} ${inexact.length === 1 ? "was" : "were"} not trained on an exact engine alone, so a part of what differs may be rounding.`,
        ]
      : [];
  return [...stopped, ...mended, ...rounding];
}

/** How far the others are behind the page's run; empty where they are not. */
export function catchingUp(state: CompareState): string {
  const [own, ...others] = lanesIn(state);
  const newest = newestStep(own.state.history);
  const slowest = Math.min(
    ...others.flatMap(({ state: { history, status } }) =>
      status.kind === "failed" || status.kind === "done" ? [] : [newestStep(history)],
    ),
  );
  return slowest < 0.9 * newest
    ? `The page’s run waits at step ${grouped(newest)} until the others, now at ${grouped(slowest)}, have come as far.`
    : "";
}
