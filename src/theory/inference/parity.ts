/**
 * @file Two sides: complete bipartite graphs, and equivalence with two classes.
 *
 * A known pair says that two elements are on the same side or on opposite sides; a forest that
 * keeps the parity of every path to its root holds all that follows.
 */
import type { Rule } from "./rule";
import { eachKnown, type Sample, UNKNOWN } from "./sample";

interface Sides {
  /** A representative of each element's group. [n] */
  readonly root: Uint8Array;
  /** 1 if the element is on the side opposite to its root's. [n] */
  readonly parity: Uint8Array;
  readonly groups: number;
}

/** null if the sample puts some element on both sides. `opposite` is the value R has across. */
function sidesOf(sample: Sample, opposite: 0 | 1): Sides | null {
  const { n } = sample;
  const root = Uint8Array.from({ length: n }, (_, x) => x);
  const parity = new Uint8Array(n);
  let groups = n;
  let consistent = true;
  eachKnown(sample, (x, y, bit) => {
    const apart = bit === opposite ? 1 : 0;
    const turn = parity[x] ^ parity[y] ^ apart;
    if (root[x] === root[y]) {
      if (turn) consistent = false;
      return;
    }
    groups--;
    const [kept, gone] = [root[x], root[y]];
    for (let z = 0; z < n; z++)
      if (root[z] === gone) {
        root[z] = kept;
        parity[z] ^= turn;
      }
  });
  return consistent ? { root, parity, groups } : null;
}

/** `across(sides)` is P(R = 1) for two elements of different groups, 0 or 1 if that is forced. */
const sided = (
  opposite: 0 | 1,
  possible: (sides: Sides) => boolean,
  across: (sides: Sides) => number,
): Rule => ({
  consistent: (sample) => {
    const sides = sidesOf(sample, opposite);
    return sides !== null && possible(sides);
  },
  follow: (sample) => {
    const { n } = sample;
    const sides = sidesOf(sample, opposite) as Sides;
    const { root, parity } = sides;
    const open = across(sides);
    const value = new Uint8Array(n * n);
    const p = new Float64Array(n * n);
    for (let x = 0; x < n; x++)
      for (let y = 0; y < n; y++) {
        const together = root[x] === root[y];
        p[x * n + y] = together ? 1 - (parity[x] ^ parity[y] ^ opposite) : open;
        value[x * n + y] = together || open === 0 || open === 1 ? p[x * n + y] : UNKNOWN;
      }
    return { value, closed: value, p, exact: true };
  },
});

/** All 2^(n-1) choices of S up to its complement, the empty S included. */
export const completeBipartite: Rule = sided(
  1,
  () => true,
  () => 1 / 2,
);

const split = ({ parity }: Sides): boolean => parity.includes(1);

/**
 * Partitions into exactly two classes. Until a known pair tells two elements apart, the one class
 * of all elements has to be left out of the 2^(g-1) ways to place g groups.
 */
export const twoClasses: Rule = sided(
  0,
  (sides) => split(sides) || sides.groups > 1,
  (sides) => (split(sides) ? 1 / 2 : (2 ** (sides.groups - 2) - 1) / (2 ** (sides.groups - 1) - 1)),
);
