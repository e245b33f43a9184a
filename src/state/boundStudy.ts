/**
 * @file Figure 2 as the page knows it: the question, the curve so far, and what the reader expected.
 */
import { relationOf, trainCount } from "../experiment/dataset";
import { DEFAULTS, type Settings } from "../experiment/params";
import type { BoundCurve, BoundMean, BoundRequest, Look } from "../run/bound";
import { type ClassName, FAMILY, priorOf } from "../theory/inference/prior";
import type { Relation } from "../theory/relation";
import type { Guess } from "./guess";
import { memo } from "./memo";

export type { BoundCurve, BoundMean };

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

export type BoundStatus =
  | { readonly kind: "running" }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly message: string };

/** What follows from one sample, and what it was a sample of. */
export interface OneLook extends Look {
  readonly subject: BoundSubject;
  readonly samples: number;
}

export interface BoundStudy {
  /** Written by the inquiry; nothing else. */
  readonly subject: BoundSubject | null;
  readonly curve: BoundCurve | null;
  readonly status: BoundStatus;
  /** The reader wants no more of this curve. Written by actions, taken back by another question. */
  readonly stopped: boolean;
  /** The training fraction that is looked at. Written by actions. */
  readonly at: number;
  /** One sample of that size. Written by the look inquiry; nothing else. */
  readonly look: OneLook | null;
  /** What the reader expected. Written by actions, and cleared by another question. */
  readonly guess: Guess | null;
}

export const NO_BOUND: BoundStudy = {
  subject: null,
  curve: null,
  status: { kind: "running" },
  stopped: false,
  at: 0.1,
  look: null,
  guess: null,
};

const subjectFor = memo(
  (
    relation: Settings["relation"],
    classes: number,
    matrix: string,
    n: number,
    seed: number,
    declared: "own" | ClassName,
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

/** The same object while nothing that the curve depends on has changed. */
export const boundSubject = (
  { relation, classes, matrix, n, seed }: Settings,
  declared: "own" | ClassName,
): BoundSubject => subjectFor(relation, classes, matrix, n, seed, declared);
