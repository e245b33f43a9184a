/**
 * @file Inference: what follows from a sample of a relation whose class is known a priori.
 */

import type { ClassName } from "../className";
import { uniform } from "../random";
import { contradiction } from "./contradiction";
import { equivalence } from "./equivalence";
import { antisymmetric, generic, incompleteBipartite, reflexive, symmetric } from "./independent";
import { totalOrder } from "./order";
import { completeBipartite } from "./parity";
import type { Prior } from "./prior";
import type { Rule } from "./rule";
import type { Consequence, Sample } from "./sample";
import { transitive } from "./transitive";
import { tree } from "./tree";

const RULES: Record<ClassName, (prior: Prior, listed?: number) => Rule> = {
  generic: () => generic,
  symmetric: () => symmetric,
  antisymmetric: () => antisymmetric,
  reflexive: () => reflexive,
  transitive: () => transitive,
  equivalence: ({ classes }, listed) => equivalence(classes, listed),
  "total-order": () => totalOrder,
  "complete-bipartite": () => completeBipartite,
  "incomplete-bipartite": ({ side }) => incompleteBipartite(side),
  tree: () => tree,
};

export type Inference =
  | ({ readonly kind: "consistent" } & Consequence)
  | {
      readonly kind: "inconsistent";
      /** Known pairs that no member agrees with, none of them dispensable. */
      readonly pairs: Int32Array;
    };

/**
 * Samples that differ in `index` get different draws. Up to `listed` equivalences are listed. Never
 * throws: a contradiction is a result.
 */
export function infer(
  prior: Prior,
  sample: Sample,
  seed: number,
  index = 0,
  listed?: number,
): Inference {
  const rule = RULES[prior.class](prior, listed);
  if (!rule.consistent(sample)) return { kind: "inconsistent", pairs: contradiction(rule, sample) };
  let draws = 0;
  const draw = (): number => uniform(seed, "inference", draws++, index);
  return { kind: "consistent", ...rule.follow(sample, draw) };
}
