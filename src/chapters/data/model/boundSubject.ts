/**
 * @file What the curve of Figure 2 is asked of.
 */

import { relationOf, trainCount } from "../../../experiment/dataset";
import { DEFAULTS, type Settings } from "../../../experiment/params";
import { partOf } from "../../../kit/live/model/link";
import type { State } from "../../../kit/live/model/store";
import { memo } from "../../../kit/state/memo";
import { type ClassName, FAMILY, priorOf } from "../../../theory/inference/prior";
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

const subjectFor = memo(
  (
    relation: Settings["relation"],
    classes: number,
    matrix: string,
    n: number,
    seed: number,
    declared: DataChoices["class"],
  ): BoundSubject => {
    const made = relationOf({ ...DEFAULTS, relation, classes, matrix, n, seed });
    const known = declared === "own" ? undefined : declared;
    return {
      relation: made,
      family: FAMILY[relation],
      request: {
        n,
        truth: made.truth,
        prior: priorOf(relation, made, known, classes),
        fractions: fractionsFor(n),
        masks: MASKS,
        seed,
      },
    };
  },
);

/** What is asked now; the same object while nothing that the curve depends on has changed. */
export function subjectOf({
  page: { link },
}: {
  readonly page: Pick<State, "link">;
}): BoundSubject {
  const { relation, classes, matrix, n, seed } = link.settings;
  return subjectFor(relation, classes, matrix, n, seed, partOf(link, DATA_PART).class);
}
