/**
 * @file log2 (n! / |Aut R|) of a very relation: the bits that tell it from its distinct relabellings.
 */
import { log2Factorial, log2Relabellings } from "./combinatorics";
import type { ClassName } from "./inference/prior";
import type { Relation } from "./relation";

/** Number of elements in each group. [count] */
const groupSizes = ({ of, count }: NonNullable<Relation["grouping"]>): number[] =>
  Array.from({ length: count }, (_, a) => of.filter((group) => group === a).length);

/**
 * `family` is the class that the relation belongs to. Null where the symmetries of its members
 * differ and are not counted.
 */
export function relabellingBits(family: ClassName, { n, grouping }: Relation): number | null {
  if (family === "total-order") return log2Factorial(n);
  if (family !== "equivalence" && family !== "complete-bipartite") return null;
  return grouping && log2Relabellings(groupSizes(grouping));
}
