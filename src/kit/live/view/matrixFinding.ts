/** @file What the relation's matrix shows, in a sentence: how many pairs are answered right, and where the others lie. */
import { grouped } from "../../../theory/grouped";
import { isolated } from "../../draw/names";
import { countOf, listed } from "../../draw/phrases";
import type { MatrixData } from "./matrix";
import { answersDiffer } from "./matrixCells";

/** Rows or columns that are named; more of them are no place any more. */
const NAMED = 3;

/** Elements at one end of the pairs, ascending, by `end`. */
const ends = (pairs: readonly number[], end: (pair: number) => number): number[] =>
  [...new Set(pairs.map(end))].sort((a, b) => a - b);

/** "; the wrong ones are all in rows 3 and 7", of wrong pairs x * n + y; empty where they have no place in common. */
function placeOf(wrong: readonly number[], { n, labels, mask }: MatrixData): string {
  const named = (what: string, elements: readonly number[]) =>
    `${what}${elements.length === 1 ? "" : "s"} ${listed(elements.map((x) => isolated(labels[x])))}`;
  const the = wrong.length === 1 ? "the wrong one is" : "the wrong ones are all";
  const rows = ends(wrong, (pair) => Math.floor(pair / n));
  const columns = ends(wrong, (pair) => pair % n);
  if (rows.length <= NAMED && rows.length <= columns.length) {
    const column = wrong.length === 1 ? `, ${named("column", columns)}` : "";
    return `; ${the} in ${named("row", rows)}${column}`;
  }
  if (columns.length <= NAMED) return `; ${the} in ${named("column", columns)}`;
  const held = mask ? wrong.filter((pair) => mask[pair] === 0).length : 0;
  if (held === wrong.length) return "; the wrong ones were all held out";
  return held > 0 ? `; ${grouped(held)} of the ${grouped(wrong.length)} wrong were held out` : "";
}

export function matrixFinding(data: MatrixData): string {
  const { n, truth, prediction, other } = data;
  const pairs = Array.from({ length: n * n }, (_, pair) => pair);
  const apart = other
    ? ` ${countOf(pairs.filter((pair) => answersDiffer(data, pair)).length, "pair is", "pairs are")} answered otherwise ${other.name}.`
    : "";
  if (!prediction) {
    const held = data.mask ? pairs.filter((pair) => data.mask?.[pair] === 0).length : 0;
    const out = held > 0 ? `; ${countOf(held, "is", "are")} held out` : "";
    return `The relation holds for ${grouped(pairs.filter((pair) => truth[pair] === 1).length)} of ${countOf(n * n, "pair")}${out}.${apart}`;
  }
  const wrong = pairs.filter((pair) => prediction[pair] > 0.5 !== (truth[pair] === 1));
  return wrong.length === 0
    ? `All ${countOf(n * n, "pair")} are answered right.${apart}`
    : `${grouped(n * n - wrong.length)} of ${countOf(n * n, "pair")} are answered right${placeOf(wrong, data)}.${apart}`;
}
