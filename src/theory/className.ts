/** @file The classes that a relation may be known to belong to. */

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
