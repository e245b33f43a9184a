/**
 * @file What the curve of Figure 2 is asked of.
 */

import { type RELATION_KEYS, relationOf, trainCount } from "../../../experiment/dataset";
import type { Settings } from "../../../experiment/params";
import { partOf } from "../../../kit/live/model/link";
import type { State } from "../../../kit/live/model/store";
import { memoOf } from "../../../kit/state/memo";
import type { ClassName } from "../../../theory/className";
import { FAMILY, priorOf } from "../../../theory/inference/prior";
import type { Relation } from "../../../theory/relation";
import type { BoundRequest } from "../worker/wire";
import { DATA_PART, type DataChoices } from "./choices";

/** Training fractions of the curve; closest where the curves bend. */
const FRACTIONS = [
  0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.075, 0.09, 0.105, 0.12, 0.14, 0.16, 0.18, 0.2, 0.225, 0.25,
  0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99,
] as const;

/** The fractions that whole numbers of pairs make of them, each once. */
export const fractionsFor = (n: number): readonly number[] =>
  [...new Set(FRACTIONS.map((trainFraction) => trainCount({ n, trainFraction })))].map(
    (samples) => samples / (n * n),
  );

/** Samples of each size. */
export const MASKS = 50;

/** What the curve is asked of. */
export interface BoundSubject {
  readonly relation: Relation;
  /** The class that the relation is from; a custom relation is from none in particular. */
  readonly family: ClassName;
  readonly request: BoundRequest;
}

interface Asked extends Pick<Settings, (typeof RELATION_KEYS)[number]> {
  readonly known: DataChoices["class"];
}

/** What is asked of any relation, whoever knows it to be of which class. */
export const subjectFor = memoOf((asked: Asked): BoundSubject => {
  const { relation, classes, n, seed, known } = asked;
  const made = relationOf(asked);
  const prior = priorOf(relation, made, known === "own" ? undefined : known, classes);
  const fractions = fractionsFor(n);
  return {
    relation: made,
    family: FAMILY[relation],
    request: { n, truth: made.truth, prior, fractions, masks: MASKS, seed },
  };
});

/** What is asked now; the same object while nothing that the curve depends on has changed. */
export function subjectOf({
  page: { link },
}: {
  readonly page: Pick<State, "link">;
}): BoundSubject {
  const { relation, classes, matrix, n, seed } = link.settings;
  const known = partOf(link, DATA_PART).class;
  return subjectFor({ relation, classes, matrix, n, seed, known });
}
