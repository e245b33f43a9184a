/**
 * @file Transitive relations: what follows is closed under composition; how the rest splits is not
 * known.
 */
import { closeTransitively } from "../relation";
import type { Rule } from "./rule";
import { type Sample, UNKNOWN } from "./sample";

/** The least transitive relation that holds the known ones. [N] */
const closure = ({ n, value }: Sample): Uint8Array =>
  closeTransitively(
    n,
    value.map((bit) => (bit === 1 ? 1 : 0)),
  );

/**
 * The closure itself is a member, so nothing outside it is forced to be 1. A pair (x, y) outside is
 * forced to be 0 iff x after a and b after y for some known R(a, b) = 0, "after" meaning equal or
 * related by the closure: then it would complete a way from a to b.
 */
export const transitive: Rule = {
  consistent: (sample) => {
    const closed = closure(sample);
    return sample.value.every((bit, pair) => bit !== 0 || closed[pair] === 0);
  },
  follow: (sample) => {
    const { n, value } = sample;
    const closed = closure(sample);
    const leads = (a: number, b: number): boolean => a === b || closed[a * n + b] === 1;
    // reaches[x * n + b]: some a with R(a, b) = 0 known leads to x.
    const reaches = new Uint8Array(n * n);
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++)
        if (value[a * n + b] === 0)
          for (let x = 0; x < n; x++) if (leads(a, x)) reaches[x * n + b] = 1;
    const all = new Uint8Array(n * n).fill(UNKNOWN);
    for (let x = 0; x < n; x++)
      for (let y = 0; y < n; y++) {
        const pair = x * n + y;
        if (closed[pair]) all[pair] = 1;
        else
          for (let b = 0; b < n && all[pair] === UNKNOWN; b++)
            if (reaches[x * n + b] && leads(y, b)) all[pair] = 0;
      }
    return { value: all, closed: all, p: null, exact: false };
  },
};
