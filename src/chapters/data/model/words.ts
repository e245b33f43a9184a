/** @file Words and numbers of the chapter on data. */

import { type Description, TABLE_2 } from "../../../theory/descriptionLength";
import type { Prior } from "../../../theory/inference/prior";
import type { Contradicted, SecondVersion } from "./boundFacts";
import { CLASS_NAMES } from "./choices";

const bits = (value: number): string => value.toFixed(value < 100 ? 1 : 0);

/** A row of Table 2 in a sentence or two. */
export function tableWords(row: Description): string {
  const { formula, countFormula, note } = TABLE_2[row.class];
  const own =
    row.relabellings === null
      ? ""
      : ` Second version, relabellings of this very relation, log₂(n!/|Aut G|): ${bits(row.relabellings)}.`;
  const exact = row.count !== null ? `, exact count ${countFormula} = ${bits(row.count)}` : "";
  return `${CLASS_NAMES[row.class]}: paper ${formula} = ${bits(row.paper)} bits${exact}.${own}${note ? ` ${note}` : ""}`;
}

/** What the paper's second version makes of Eq. 3, and whether its two lengths agree. */
export function secondWords({ bits: length, critical, rough }: SecondVersion): string {
  const own = `The paper’s second version, as cited by others, has b = log₂(n!/|Aut G|) = ${bits(length)}, so that Eq. 3 wants ${critical.toFixed(3)}`;
  if (!rough) return `${own}.`;
  return bits(rough.bits) === bits(length)
    ? `${own}; its approximation n log₂ k gives the same.`
    : `${own}; its approximation n log₂ k = ${bits(rough.bits)} is not the same and wants ${rough.critical.toFixed(3)}.`;
}

/** What a relation would have to be. */
function memberOf({ class: name, classes }: Prior): string {
  if (name === "equivalence") return `an equivalence of ${classes} classes`;
  const article = /^[aeiou]/.test(name) ? "an" : "a";
  const noun = { "total-order": "", tree: "", "complete-bipartite": " graph" }[name as string];
  const ending =
    noun ?? (name === "incomplete-bipartite" ? " graph with these sides" : " relation");
  return `${article} ${CLASS_NAMES[name]}${ending}`;
}

/** A training fraction to a thousandth, below 0.1 to a tenth of that. */
export const fractionText = (fraction: number, digits = fraction < 0.1 ? 4 : 3): string =>
  String(Number(fraction.toFixed(digits)));

/** "0.117 ± 0.002". */
export function fractionWithError(fraction: number, error: number | null): string {
  const digits = fraction < 0.1 ? 4 : 3;
  const spread = error === null ? "" : ` ± ${error.toFixed(digits)}`;
  return `${fraction.toFixed(digits)}${spread}`;
}

export const shareText = (share: number): string => share.toFixed(3);

/** Pairs that are listed before the rest is only counted. */
const LISTED = 6;

/** "R(1, 2) = 1 and R(2, 1) = 1 cannot both hold in a total order". */
export function contradictionWords(
  { pairs }: Contradicted,
  { n, truth, prior }: { readonly n: number; readonly truth: Uint8Array; readonly prior: Prior },
): string {
  if (pairs.length === 0) return `No relation of ${n} elements is ${memberOf(prior)}`;
  const one = (pair: number) => `R(${Math.floor(pair / n)}, ${pair % n}) = ${truth[pair]}`;
  if (pairs.length === 1) return `${one(pairs[0])} cannot hold in ${memberOf(prior)}`;
  const shown = Array.from(pairs.slice(0, LISTED), one);
  const rest = pairs.length - shown.length;
  const list =
    rest > 0
      ? `${shown.join(", ")} and ${rest} more`
      : `${shown.slice(0, -1).join(", ")} and ${shown[shown.length - 1]}`;
  return `${list} cannot ${pairs.length === 2 ? "both" : "all"} hold in ${memberOf(prior)}`;
}
