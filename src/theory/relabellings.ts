/**
 * @file log2 (n! / |Aut R|) of a very relation: the bits that tell it from its distinct relabellings.
 */
import { log2Automorphisms } from "./automorphisms";
import type { ClassName } from "./className";
import { log2Factorial, log2Relabellings } from "./combinatorics";
import type { Relation } from "./relation";

/** Number of elements in each group. [count] */
const groupSizes = ({ of, count }: NonNullable<Relation["grouping"]>): number[] =>
  Array.from({ length: count }, (_, a) => of.filter((group) => group === a).length);

/**
 * `family` is a class that the relation belongs to; where its sizes fix the symmetries, they are not
 * searched for. Null where there are too many to look through.
 */
export function relabellingBits(
  family: ClassName,
  { n, truth, grouping }: Relation,
): number | null {
  if (family === "total-order") return log2Factorial(n);
  if (grouping && (family === "equivalence" || family === "complete-bipartite"))
    return log2Relabellings(groupSizes(grouping));
  const symmetries = log2Automorphisms(n, truth);
  return symmetries === null ? null : Math.max(0, log2Factorial(n) - symmetries);
}
