/**
 * @file `bound`: the numerical bound of Figure 2 beside Eq. (2) and Eq. (4).
 */
import { relationOf } from "../experiment/dataset";
import { CLASSES, type ClassName } from "../theory/className";
import { describe, guessOf, sizeOf } from "../theory/descriptionLength";
import { boundCurve } from "../theory/inference/bound";
import { boundMeans } from "../theory/inference/boundMeans";
import { priorOf } from "../theory/inference/prior";
import { guessedAccuracy, inferableFraction } from "../theory/information";
import { type Command, type Flags, numberFlag, UserError } from "./command";
import { settingsFrom } from "./settingsFlags";

function fractionsFrom(flags: Flags): number[] {
  const text = flags.get("fraction");
  if (text === undefined) throw new UserError(`--fraction is missing; usage: ${bound.usage}`);
  return text.split(",").map((part) => {
    const value = part.trim() === "" ? Number.NaN : Number(part);
    if (!(value > 0 && value < 1))
      throw new UserError(`--fraction is "${text}" and must be numbers above 0 and below 1`);
    return value;
  });
}

function declaredFrom(flags: Flags): ClassName | undefined {
  const text = flags.get("class");
  if (text === undefined) return undefined;
  const declared = CLASSES.find((name) => name === text);
  if (!declared)
    throw new UserError(`--class is "${text}" and must be one of ${CLASSES.join(", ")}`);
  return declared;
}

/** Known pairs that contradict each other, as [x, y, R(x, y)]. */
const spelt = (pairs: readonly number[], n: number, truth: Uint8Array): number[][] =>
  pairs.map((pair) => [Math.floor(pair / n), pair % n, truth[pair]]);

export const bound: Command = {
  usage:
    "bound --relation modulo-3 --fraction 0.05,0.1 [--masks 200] [--seed 0] [--n 30] [--classes 4] [--matrix ...] [--class equivalence]",
  flags: ["relation", "fraction", "masks", "seed", "n", "classes", "matrix", "class"],
  run: async (flags, operands) => {
    if (operands.length > 0) throw new UserError(`"${operands[0]}" is not expected here`);
    const settings = settingsFrom(flags);
    const fractions = fractionsFrom(flags);
    const masks = numberFlag(flags, "masks", 200, { min: 1, max: 100_000, integer: true });
    const { n, seed } = settings;
    const relation = relationOf(settings);
    const { truth } = relation;
    const prior = priorOf(settings.relation, relation, declaredFrom(flags), settings.classes);
    const request = { n, truth, prior, fractions, masks, seed };
    const means = boundMeans(request, [...boundCurve(request)]);
    const size = sizeOf(n, prior.classes);
    const bits = describe(prior.class, size).paper;
    const guess = guessOf(prior.class, size);
    return means.map(({ fraction, samples, inferable, determined, bound, ...rest }) => ({
      fraction,
      m: samples,
      inferable: inferable?.mean ?? null,
      inferableSe: inferable?.error ?? null,
      bound: bound?.mean ?? null,
      boundSe: bound?.error ?? null,
      eq2: inferableFraction(bits, samples),
      eq4: guess ? guessedAccuracy(bits, samples, guess.p) : null,
      determined: determined?.mean ?? null,
      determinedSe: determined?.error ?? null,
      ...(rest.contradiction && {
        inconsistentMasks: rest.inconsistent,
        contradiction: spelt([...rest.contradiction], n, truth),
      }),
    }));
  },
};
