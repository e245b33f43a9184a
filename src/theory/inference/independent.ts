/**
 * @file Classes whose members are free choices, pair by pair: generic, symmetric, antisymmetric,
 * reflexive, incomplete bipartite between given sides.
 */
import type { Rule } from "./rule";
import { constantGuess, eachKnown, type Sample, UNKNOWN } from "./sample";

interface Freedom {
  /** The value that the class fixes, or UNKNOWN. */
  readonly fixed: (x: number, y: number) => number;
  /** Whether R(x, y) = R(y, x). */
  readonly mirrored: boolean;
}

/** Every pair that is neither fixed nor the mirror of a known one is an independent coin. */
const coins = ({ fixed, mirrored }: Freedom): Rule => ({
  consistent: (sample) => {
    const { n, value } = sample;
    let consistent = true;
    eachKnown(sample, (x, y, bit) => {
      if (fixed(x, y) === 1 - bit) consistent = false;
      if (mirrored && value[y * n + x] === 1 - bit) consistent = false;
    });
    return consistent;
  },
  follow: ({ n, value }) => {
    const all = value.slice();
    for (let x = 0; x < n; x++)
      for (let y = 0; y < n; y++) {
        const pair = x * n + y;
        if (all[pair] === UNKNOWN && mirrored) all[pair] = value[y * n + x];
        if (all[pair] === UNKNOWN) all[pair] = fixed(x, y);
      }
    return { value: all, closed: all, p: constantGuess(all, 1 / 2), exact: true };
  },
});

const nothing = (): number => UNKNOWN;

export const generic: Rule = coins({ fixed: nothing, mirrored: false });

export const symmetric: Rule = coins({ fixed: nothing, mirrored: true });

export const reflexive: Rule = coins({
  fixed: (x, y) => (x === y ? 1 : UNKNOWN),
  mirrored: false,
});

/** The side of every element is given a priori. [n] */
export const incompleteBipartite = (side: Uint8Array): Rule =>
  coins({ fixed: (x, y) => (side[x] === side[y] ? 0 : UNKNOWN), mirrored: true });

/** Two elements apart are in one of three states: (0, 0), (0, 1), (1, 0). The diagonal is free. */
export const antisymmetric: Rule = {
  consistent: ({ n, value }) => {
    for (let x = 0; x < n; x++)
      for (let y = 0; y < x; y++)
        if (value[x * n + y] === 1 && value[y * n + x] === 1) return false;
    return true;
  },
  follow: ({ n, value }: Sample) => {
    const all = value.slice();
    const p = new Float64Array(n * n);
    for (let x = 0; x < n; x++)
      for (let y = 0; y < n; y++) {
        const pair = x * n + y;
        const mirror = value[y * n + x];
        if (x !== y && all[pair] === UNKNOWN && mirror === 1) all[pair] = 0;
        if (all[pair] !== UNKNOWN) p[pair] = all[pair];
        else p[pair] = x !== y && mirror === UNKNOWN ? 1 / 3 : 1 / 2;
      }
    return { value: all, closed: all, p, exact: true };
  },
};
