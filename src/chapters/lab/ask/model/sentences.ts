/**
 * @file What is said about a pair: what the network answers, what is true, and why it answers so, each from the
 * parameters of one step.
 *
 * Shapes: n elements, N = n * n pairs.
 */

import type { Settings } from "../../../../experiment/params";
import { asked as meaning } from "../../../../experiment/relationWords";
import type { Reason } from "../../../../run/probe";
import { grouped } from "../../../../theory/grouped";

/** What an element is called in a sentence. */
export type Named = (element: number) => string;

/** A number as a reader sees it: two decimals, or two digits where those would hide it. */
export function numeral(value: number): string {
  const size = Math.abs(value);
  const text =
    size === 0 || (size >= 0.01 && size < 1000) ? value.toFixed(2) : value.toPrecision(2);
  return text.replace("e+", "e").replaceAll("-", "−");
}

/** "0.41", or "(0.41, −0.20)". */
const vector = (values: readonly number[]): string =>
  values.length === 1 ? numeral(values[0]) : `(${values.map(numeral).join(", ")})`;

const chanceWords = (logit: number): string => {
  const p = 1 / (1 + Math.exp(-logit));
  return p > 0.995 && p < 1 ? p.toFixed(p > 0.99995 ? 6 : 4) : p.toFixed(p < 0.005 ? 4 : 2);
};

const yesNo = (logit: number): "yes" | "no" => (logit > 0 ? "yes" : "no");

/** "With x = 3 and y = 34: is it true that …?" */
export const question = (
  settings: Settings,
  { x, y }: Pick<Reason, "x" | "y">,
  named: Named = String,
): string => `With x = ${named(x)} and y = ${named(y)}, is it true that ${meaning(settings)}?`;

/** The answer, how sure, what is true, and whether it was taught. */
export function answerWords(
  { logit, x, y }: Reason,
  truth: ArrayLike<number>,
  mask: ArrayLike<number>,
  n: number,
  named: Named = String,
): string {
  const pair = x * n + y;
  const is = truth[pair] === 1;
  const right = logit > 0 === is;
  const shown = mask[pair] === 1 ? "It is trained on this pair." : "It was never shown this pair.";
  return `The network answers ${yesNo(logit)}, with P = ${chanceWords(logit)}. That is ${right ? "right" : "wrong"}: R(${named(x)}, ${named(y)}) = ${is ? 1 : 0}. ${shown}`;
}

/** How far the second repon is from another answer. */
function edgeWords({ x, y, logit, edge, reach }: Reason, named: Named): string {
  const lies = `Element ${named(y)} lies where P[R(${named(x)}, ·) = 1] is ${chanceWords(logit)}`;
  if (!edge)
    return `${lies}; within ${numeral(reach)} of it no place was found where the answer is another.`;
  const way = edge.towards === null ? "" : ` on the straight line towards ${named(edge.towards)}`;
  return `${lies}; the nearest edge, where P = 0.5, is ${numeral(edge.distance)} away${way}.`;
}

const INPUTS: Readonly<Record<Settings["mode"], (x: string, y: string) => string>> = {
  concat: (x, y) => `[E(${x}), E(${y})]`,
  difference: (x, y) => `E(${x}) − E(${y})`,
  "squared-difference": (x, y) => `(E(${x}) − E(${y}))²`,
};

/** What decides where the decoder is given a difference. */
function inputWords({ mode }: Settings, { x, y, inputs, logit }: Reason, named: Named): string {
  const what = `${INPUTS[mode](named(x), named(y))} = ${vector(inputs)}`;
  return `All that the decoder is given is ${what}; its logit for that is ${numeral(logit)}, and above 0 is yes.`;
}

/** Where one number decides: the values at which the answer turns. */
function turnWords({ turns, inputs: [given], logit }: Reason): string {
  if (!turns) return "";
  if (turns.length === 0)
    return `For every such number between two elements the answer is ${yesNo(logit)}.`;
  const below = turns.findLast((turn) => turn <= given);
  const above = turns.find((turn) => turn > given);
  const between =
    below !== undefined && above !== undefined
      ? `between ${numeral(below)} and ${numeral(above)}`
      : below !== undefined
        ? `above ${numeral(below)}`
        : `below ${numeral(above ?? 0)}`;
  const all = turns.length > 2 ? `, one of ${turns.length + 1} ranges in which it alternates` : "";
  return `One number decides: ${between}${all} the answer is ${yesNo(logit)}.`;
}

/** The logit as the sum that it is, without hidden layers and with few inputs. */
function sumWords({ affine, inputs, logit }: Reason): string {
  if (!affine) return "";
  if (inputs.length > 4)
    return `There is no hidden layer: the logit is a weighted sum of these ${inputs.length} numbers and a bias.`;
  const products = inputs.map((value, i) => `${numeral(affine.weights[i])} × ${numeral(value)}`);
  return `There is no hidden layer: ${[...products, numeral(affine.bias)].join(" + ")} = ${numeral(logit)}, up to rounding.`;
}

/** Why the network answers as it does, in terms of the picture. */
export const whyWords = (settings: Settings, reason: Reason, named: Named = String): string[] =>
  [
    settings.mode === "concat" ? "" : inputWords(settings, reason, named),
    turnWords(reason),
    sumWords(reason),
    edgeWords(reason, named),
  ].filter((words) => words !== "");

/** How many pairs of either kind are answered rightly. */
export function countWords(
  predictions: ArrayLike<number>,
  truth: ArrayLike<number>,
  mask: ArrayLike<number>,
): string {
  const count = { shown: 0, never: 0, shownRight: 0, neverRight: 0 };
  for (let pair = 0; pair < truth.length; pair++) {
    const kind = mask[pair] === 1 ? "shown" : "never";
    count[kind]++;
    if (predictions[pair] > 0.5 === (truth[pair] === 1)) count[`${kind}Right`]++;
  }
  const { shown, never, shownRight, neverRight } = count;
  return `Of the ${grouped(shown)} pairs that it is trained on it answers ${grouped(shownRight)} rightly; of the ${grouped(never)} that it was never shown, ${grouped(neverRight)}.`;
}
