/** @file Relations between sets, and between permutations. */
import { ruled } from "./example";

const source = "Mathematics; nobody’s property.";

const LETTERS = ["a", "b", "c", "d"];

export const subsets = ruled(
  {
    label: "is a subset of",
    sentence:
      "x is a subset of y, for the sixteen sets of the letters a to d: an order with four directions.",
    source,
  },
  Array.from({ length: 16 }, (_, bits) => LETTERS.filter((_, i) => (bits >> i) & 1)),
  (set) => (set.length === 0 ? "∅" : set.join("")),
  (x, y) => x.every((letter) => y.includes(letter)),
);

/** Where each of 0..3 goes. */
type Permutation = readonly number[];

const permutations = (left: readonly number[]): Permutation[] =>
  left.length === 0
    ? [[]]
    : left.flatMap((first) =>
        permutations(left.filter((other) => other !== first)).map((rest) => [first, ...rest]),
      );

/** As cycles of 1 to 4; the one that moves nothing is e. */
function cycles(p: Permutation): string {
  const seen = new Set<number>();
  let text = "";
  for (let start = 0; start < p.length; start++) {
    if (seen.has(start) || p[start] === start) continue;
    const cycle: number[] = [];
    for (let i = start; !seen.has(i); i = p[i]) {
      seen.add(i);
      cycle.push(i + 1);
    }
    text += `(${cycle.join("")})`;
  }
  return text || "e";
}

export const commute = ruled(
  {
    label: "commutes with",
    sentence:
      "It does not matter which of x and y is done first, for the 24 ways to rearrange four things.",
    source,
  },
  permutations([0, 1, 2, 3]),
  cycles,
  (x, y) => x.every((_, i) => x[y[i]] === y[x[i]]),
);
