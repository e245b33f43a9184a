/**
 * @file Which classes of Table 2 a given relation belongs to, and with which sizes.
 */

import { CLASSES, type ClassName } from "./className";
import { type Size, sizeOf } from "./descriptionLength";
import { counterexample, type PropertyName } from "./properties";
import type { Grouping } from "./relation";
import { explored } from "./undirected";

/** What makes a relation a member; every relation is generic. */
export const PROPERTY_OF: Readonly<Record<Exclude<ClassName, "generic">, PropertyName>> = {
  symmetric: "symmetric",
  antisymmetric: "antisymmetric",
  reflexive: "reflexive",
  transitive: "transitive",
  equivalence: "equivalence",
  "total-order": "totalOrder",
  "complete-bipartite": "completeBipartite",
  "incomplete-bipartite": "bipartite",
  tree: "tree",
};

/** Classes that contain all members of a class, the class itself left out. */
export const WITHIN: Readonly<Record<ClassName, readonly ClassName[]>> = {
  generic: [],
  symmetric: ["generic"],
  antisymmetric: ["generic"],
  reflexive: ["generic"],
  transitive: ["generic"],
  equivalence: ["generic", "symmetric", "reflexive", "transitive"],
  "total-order": ["generic", "antisymmetric", "transitive"],
  "complete-bipartite": ["generic", "symmetric", "incomplete-bipartite"],
  "incomplete-bipartite": ["generic", "symmetric"],
  tree: ["generic", "symmetric", "incomplete-bipartite"],
};

export interface Member {
  readonly class: ClassName;
  readonly size: Size;
  /** The classes or sides of the very relation, where the class is one of such; else null. */
  readonly grouping: Grouping | null;
}

/** Every class that it is a member of, in the order of Table 2. `truth` is [n * n]. */
export const classesOf = (n: number, truth: Uint8Array): ClassName[] =>
  CLASSES.filter(
    (name) =>
      name === "generic" || counterexample(PROPERTY_OF[name], { n, truth, names: [] }) === null,
  );

/** Elements by the first that they are alike to. */
function grouped(n: number, alike: (x: number, leader: number) => boolean): Grouping {
  const of = new Uint8Array(n);
  const leaders: number[] = [];
  for (let x = 0; x < n; x++) {
    const known = leaders.findIndex((leader) => alike(x, leader));
    of[x] = known < 0 ? leaders.push(x) - 1 : known;
  }
  return { kind: "classes", of, count: leaders.length };
}

function memberOf(name: ClassName, n: number, truth: Uint8Array): Member {
  const plain = { class: name, size: sizeOf(n, n), grouping: null };
  switch (name) {
    case "equivalence": {
      const grouping = grouped(n, (x, leader) => truth[x * n + leader] === 1);
      return { ...plain, size: sizeOf(n, grouping.count), grouping };
    }
    case "complete-bipartite":
      return { ...plain, grouping: grouped(n, (x, leader) => truth[x * n + leader] === 0) };
    case "incomplete-bipartite": {
      const side = explored(n, truth).depth.filter((depth) => depth % 2 === 1).length;
      return { ...plain, size: { ...plain.size, side } };
    }
    default:
      return plain;
  }
}

/** Its smallest classes: those that contain no other class of it. */
export function smallestClasses(n: number, truth: Uint8Array): Member[] {
  const names = classesOf(n, truth);
  return names
    .filter((name) => !names.some((other) => WITHIN[other].includes(name)))
    .map((name) => memberOf(name, n, truth));
}
