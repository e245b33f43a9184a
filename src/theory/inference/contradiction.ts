/**
 * @file The pairs of an inconsistent sample that contradict each other.
 */
import type { Rule } from "./rule";
import { knownPairs, restrict, type Sample } from "./sample";

/**
 * Known pairs that no member of the class agrees with, such that without any one of them some
 * member would; none if even the empty sample has no member. Junker's QuickXplain (2004): halve,
 * look for what each half needs beside the other. [number of pairs, ascending]
 */
export function contradiction(rule: Rule, sample: Sample): Int32Array {
  const consistent = (pairs: readonly number[]): boolean =>
    rule.consistent(restrict(sample, pairs));
  const needed = (given: readonly number[], grew: boolean, from: readonly number[]): number[] => {
    if (grew && !consistent(given)) return [];
    if (from.length === 1) return [...from];
    const half = from.length >> 1;
    const [one, other] = [from.slice(0, half), from.slice(half)];
    const ofOther = needed([...given, ...one], true, other);
    const ofOne = needed([...given, ...ofOther], ofOther.length > 0, one);
    return [...ofOne, ...ofOther];
  };
  if (!consistent([])) return new Int32Array();
  return Int32Array.from(needed([], false, [...knownPairs(sample)])).sort();
}
