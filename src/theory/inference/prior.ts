/**
 * @file What is known of a relation before any sample: its class.
 */
import type { ClassName } from "../className";
import type { Relation, RelationName } from "../relation";

/** What is known of a relation before any sample. */
export interface Prior {
  readonly class: ClassName;
  /** k, the number of classes of an equivalence; not read otherwise. */
  readonly classes: number;
  /** Side of each element of an incomplete bipartite graph, known a priori; not read otherwise. */
  readonly side: Uint8Array;
}

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

/** The class of Table 2 that a relation belongs to whatever its seed; nothing is known of a custom one. */
export const FAMILY: Readonly<Record<RelationName, ClassName>> = {
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
