/** @file Which relation has which property of Table 2, with a counterexample where it has not. */
import { type RELATION_KEYS, relationOf } from "../../../experiment/dataset";
import type { Settings } from "../../../experiment/params";
import { memo } from "../../../kit/state/memo";
import { counterexample, PROPERTIES, type PropertyName } from "../../../theory/properties";
import { RELATIONS } from "../../../theory/relation";

/** The properties that the paper names. */
export const NAMED = [
  "reflexive",
  "symmetric",
  "antisymmetric",
  "transitive",
  "antitransitive",
] as const satisfies readonly PropertyName[];

/** The relations of Table 1. */
const TABLE_1 = ["modulo-3", "modulo-5", "greater-than", "complete-bipartite"] as const;

export interface PropertyCell {
  readonly property: PropertyName;
  /** Why it has not this property; null where it has. */
  readonly against: string | null;
}

export interface PropertyRow {
  readonly relation: Settings["relation"];
  readonly label: string;
  readonly cells: readonly PropertyCell[];
}

type About = Pick<Settings, (typeof RELATION_KEYS)[number]>;

function rowOf(about: About, names: readonly string[]): PropertyRow {
  const { n, truth } = relationOf(about);
  return {
    relation: about.relation,
    label: RELATIONS[about.relation].label,
    cells: NAMED.map((property) => ({
      property,
      against: counterexample(property, { n, truth, names })?.words ?? null,
    })),
  };
}

/** Those of Table 1 on as many elements as the page's, and the page's own where it is another. `names` are its elements'. [n] */
export const propertyRows = memo((settings: Settings, names: readonly string[]): PropertyRow[] => {
  const numbers = names.map((_, x) => `${x}`);
  const others = TABLE_1.filter((relation) => relation !== settings.relation).map((relation) =>
    rowOf({ ...settings, relation }, numbers),
  );
  return [rowOf(settings, names), ...others];
});

/** "Greater-than is not symmetric: R(0, 1) holds, R(1, 0) does not." */
export const propertyWords = (
  { label }: PropertyRow,
  { property, against }: PropertyCell,
): string => {
  const { label: name, says } = PROPERTIES[property];
  const subject = `“${label}”`;
  return against === null
    ? `${subject} is ${name}: ${says}.`
    : `${subject} is not ${name}: ${against}.`;
};
