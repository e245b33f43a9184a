/**
 * @file Inference: what follows from a sample of a relation whose class is known a priori.
 */

import { uniform } from "../random";
import type { Relation, RelationName } from "../relation";
import { contradiction } from "./contradiction";
import { equivalence } from "./equivalence";
import { antisymmetric, generic, incompleteBipartite, reflexive, symmetric } from "./independent";
import { totalOrder } from "./order";
import { completeBipartite } from "./parity";
import type { Rule } from "./rule";
import type { Consequence, Sample } from "./sample";
import { transitive } from "./transitive";
import { tree } from "./tree";

/** The classes of Table 2. */
export const CLASSES = [
  "generic",
  "symmetric",
  "antisymmetric",
  "reflexive",
  "transitive",
  "equivalence",
  "total-order",
  "complete-bipartite",
  "incomplete-bipartite",
  "tree",
] as const;
export type ClassName = (typeof CLASSES)[number];

/** What is known of a relation before any sample. */
export interface Prior {
  readonly class: ClassName;
  /** k, the number of classes of an equivalence; not read otherwise. */
  readonly classes: number;
  /** Side of each element of an incomplete bipartite graph, known a priori; not read otherwise. */
  readonly side: Uint8Array;
}

const RULES: Record<ClassName, (prior: Prior) => Rule> = {
  generic: () => generic,
  symmetric: () => symmetric,
  antisymmetric: () => antisymmetric,
  reflexive: () => reflexive,
  transitive: () => transitive,
  equivalence: ({ classes }) => equivalence(classes),
  "total-order": () => totalOrder,
  "complete-bipartite": () => completeBipartite,
  "incomplete-bipartite": ({ side }) => incompleteBipartite(side),
  tree: () => tree,
};

/** Why a class has no p, for the reader; null where it has one. */
export const SILENT: Record<ClassName, string | null> = {
  generic: null,
  symmetric: null,
  antisymmetric: null,
  reflexive: null,
  transitive:
    "No formula counts the transitive relations that agree with a sample, and no chain is known to draw them evenly in reasonable time; so only what follows is shown, not how the rest splits.",
  equivalence: null,
  "total-order": null,
  "complete-bipartite": null,
  "incomplete-bipartite": null,
  tree: null,
};

const FAMILY: Record<RelationName, ClassName> = {
  "modulo-3": "equivalence",
  "modulo-5": "equivalence",
  "modulo-k": "equivalence",
  "greater-than": "total-order",
  "complete-bipartite": "complete-bipartite",
  equivalence: "equivalence",
  "total-order": "total-order",
  generic: "generic",
  symmetric: "symmetric",
  antisymmetric: "antisymmetric",
  reflexive: "reflexive",
  transitive: "transitive",
  "incomplete-bipartite": "incomplete-bipartite",
  tree: "tree",
  custom: "generic",
};

/**
 * What is taken as known of a relation: its class in Table 2, or the `declared` one, which a custom
 * relation need not belong to. `classes` counts for a custom relation only; others know their own.
 */
export function priorOf(
  name: RelationName,
  { n, grouping }: Relation,
  declared: ClassName = FAMILY[name],
  classes = 2,
): Prior {
  const own = grouping?.kind === "classes" ? grouping : null;
  return {
    class: declared,
    classes: Math.min(n, name === "custom" ? classes : (own?.count ?? classes)),
    side: own?.of ?? new Uint8Array(n),
  };
}

export type Inference =
  | ({ readonly kind: "consistent" } & Consequence)
  | {
      readonly kind: "inconsistent";
      /** Known pairs that no member agrees with, none of them dispensable. */
      readonly pairs: Int32Array;
    };

/** Samples that differ in `index` get different draws. Never throws: a contradiction is a result. */
export function infer(prior: Prior, sample: Sample, seed: number, index = 0): Inference {
  const rule = RULES[prior.class](prior);
  if (!rule.consistent(sample)) return { kind: "inconsistent", pairs: contradiction(rule, sample) };
  let draws = 0;
  const draw = (): number => uniform(seed, "inference", draws++, index);
  return { kind: "consistent", ...rule.follow(sample, draw) };
}
