/**
 * @file What a relation asks of a pair, and what it looks like among the repons when a network has
 * understood it, in words that fit the settings.
 */
import { RELATIONS, type RelationName } from "../theory/relation";
import { type RELATION_KEYS, relationOf } from "./dataset";
import type { Settings } from "./params";

type RelationSettings = Pick<Settings, (typeof RELATION_KEYS)[number]>;

/**
 * What R(x, y) = 1 says under these settings, to go on from “is it true that”: no capital, no full
 * stop. k is a number here.
 */
export function asked({ relation, classes, n }: RelationSettings): string {
  // A partition has no more classes than elements; a divisor may be larger than all of them.
  const k = relation === "equivalence" ? Math.min(classes, n) : classes;
  return RELATIONS[relation].meaning.replace(/\bk\b/, String(k));
}

/** What is understood of the elements' classes. */
interface Classes {
  readonly count: number;
  readonly n: number;
}

const ONCE = "Once it has understood,";
const BY_HEART = "can only be learnt by heart.";

const meet = ({ count, n }: Classes): string => {
  if (count === n) return "No two elements are alike, so no two repons need to meet.";
  if (count === 1) return `${ONCE} all elements meet in 1 heap: they are all alike.`;
  return `${ONCE} the elements of each class meet: ${count} heaps.`;
};

const line = (): string => `${ONCE} the repons line up in the order of their elements.`;

const UNDERSTOOD: Readonly<Record<RelationName, (classes: Classes) => string>> = {
  "modulo-3": meet,
  "modulo-5": meet,
  "modulo-k": meet,
  "greater-than": line,
  "complete-bipartite": meet,
  equivalence: meet,
  "total-order": line,
  generic: () =>
    `There is nothing to understand: no pair tells anything of another, so all of it ${BY_HEART}`,
  symmetric: () =>
    `${ONCE} it answers (y, x) as it does (x, y). There is no more to understand: the rest ${BY_HEART}`,
  antisymmetric: () =>
    `${ONCE} it says no to (y, x) where (x, y) holds. There is no more to understand: the rest ${BY_HEART}`,
  reflexive: () =>
    `${ONCE} it says yes wherever x = y. There is no more to understand: the rest ${BY_HEART}`,
  transitive: () =>
    `${ONCE} what can be reached from an element can be reached from all that reach that element. The arrows themselves were drawn at random: those ${BY_HEART}`,
  "incomplete-bipartite": ({ count }) =>
    `${ONCE} the two sides meet: ${count} heaps, and no pair within one holds. Which pairs across hold was tossed: that ${BY_HEART}`,
  tree: () =>
    `There is next to nothing to understand: the edges of a random tree close no circle, and beyond that each ${BY_HEART}`,
  custom: meet,
};

/**
 * Sentences on what the repons look like once the network has understood; the number of heaps is that
 * of the relation's classes under these settings.
 */
export function understood(settings: RelationSettings): string {
  const { grouping, n } = relationOf(settings);
  return UNDERSTOOD[settings.relation]({ n, count: grouping?.count ?? n });
}
