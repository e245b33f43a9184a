/**
 * @file What Table 2 and Eq. (3) and (4) say of the smallest classes of a relation.
 */
import { trainCount } from "../../../experiment/dataset";
import type { Settings } from "../../../experiment/params";
import { memo } from "../../../kit/state/memo";
import { type Description, describe, guessOf } from "../../../theory/descriptionLength";
import { criticalFraction, guessedAccuracy } from "../../../theory/information";
import { type Member, smallestClasses } from "../../../theory/membership";
import { relabellingBits } from "../../../theory/relabellings";
import { RELATIONS } from "../../../theory/relation";

/** The share of the data that Eq. (3) is asked for. */
export const WANTED = 0.9;

/** Where there is nothing to say the reason stands in the number's place. */
export interface ClassFacts {
  readonly name: string;
  readonly bits: Description;
  /** Training fraction from which on `WANTED` of the data follows, by Eq. (3). */
  readonly critical: string;
  /** Accuracy at the present training fraction, by Eq. (4). */
  readonly accuracy: string;
}

const nameOf = ({ class: name, size, grouping }: Member): string =>
  name === "equivalence"
    ? `equivalence of ${grouping?.count} ${grouping?.count === 1 ? "class" : "classes"}`
    : name === "incomplete-bipartite"
      ? `bipartite, sides of ${size.side} and ${size.n - size.side}`
      : RELATIONS[name].label;

/** Eq. (3) and (4) take the exact count, or the paper's entry where there is none. */
function formulas(
  { class: name, size }: Member,
  { count, paper }: Description,
  settings: Settings,
): Pick<ClassFacts, "critical" | "accuracy"> {
  const b = count ?? paper;
  if (!(b > 1)) return { critical: "b is 1 at most", accuracy: "b is 1 at most" };
  const critical = criticalFraction(WANTED, b, size.n ** 2);
  const guess = guessOf(name, size);
  const accuracy = guess && guessedAccuracy(b, trainCount(settings), guess.p);
  return {
    critical: critical < 1 ? critical.toPrecision(2) : "none",
    accuracy:
      accuracy === null ? "no p* known" : accuracy > 0.999 ? "> 0.999" : accuracy.toFixed(3),
  };
}

/** `truth` is the relation that the settings give. */
export const classFacts = memo((truth: Uint8Array, settings: Settings): ClassFacts[] =>
  smallestClasses(settings.n, truth).map((member) => {
    const relation = { n: settings.n, truth, grouping: member.grouping };
    const bits: Description = {
      ...describe(member.class, member.size),
      relabellings: relabellings(truth, member.class, relation),
    };
    return { name: nameOf(member), bits, ...formulas(member, bits, settings) };
  }),
);

type Asked = Parameters<typeof relabellingBits>;

/** Searching for symmetries takes a while: not again while the relation is the same. */
const known = new WeakMap<Uint8Array, Map<string, number | null>>();
function relabellings(truth: Uint8Array, family: Asked[0], relation: Asked[1]): number | null {
  const found = known.get(truth) ?? new Map<string, number | null>();
  known.set(truth, found);
  const bits = found.has(family) ? (found.get(family) ?? null) : relabellingBits(family, relation);
  found.set(family, bits);
  return bits;
}
