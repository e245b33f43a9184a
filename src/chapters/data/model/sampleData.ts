/** @file The data of one sample and of a contradiction in one, from the state. */

import { memo } from "../../../kit/state/memo";
import { UNKNOWN } from "../../../theory/inference/sample";
import type { ContradictionData } from "../view/contradiction";
import type { SampleMatrixData } from "../view/sampleMatrix";
import type { BoundCurve } from "../worker/wire";
import { contradicted, curveOf } from "./asked";
import type { DataState, OneLook } from "./boundStudy";
import { type BoundSubject, subjectOf } from "./boundSubject";
import { contradictionWords } from "./words";

const contradictionFor = memo(
  (subject: BoundSubject, curve: BoundCurve | null): ContradictionData | null => {
    const found = contradicted(curve);
    if (!found) return null;
    const { n, truth } = subject.request;
    return {
      pairs: Array.from(found.pairs, (pair) => ({
        x: Math.floor(pair / n),
        y: pair % n,
        value: truth[pair],
      })),
      summary: contradictionWords(found, subject.request),
    };
  },
);

export const selectContradiction = (state: DataState): ContradictionData | null =>
  contradictionFor(subjectOf(state), curveOf(state));

/** Elements by class or rank, so that what they have in common stands together. */
const orderOf = ({ relation: { n, grouping } }: BoundSubject): number[] => {
  const order = Array.from({ length: n }, (_, x) => x);
  const of = grouping?.of;
  return of ? order.sort((a, b) => of[a] - of[b] || a - b) : order;
};

const sampleFor = memo((look: OneLook, editable: boolean): SampleMatrixData => {
  const { subject, samples, known, inference } = look;
  const { n, truth } = subject.request;
  const consistent = inference.kind === "consistent" ? inference : null;
  const status = Array.from(truth, (_, pair) => {
    if (known[pair]) return "known";
    return consistent && consistent.value[pair] !== UNKNOWN ? "follows" : "guessed";
  });
  return {
    n,
    order: editable ? Array.from({ length: n }, (_, x) => x) : orderOf(subject),
    status,
    p: Float64Array.from(truth, (bit, pair) => {
      if (known[pair]) return bit;
      const value = consistent?.value[pair] ?? UNKNOWN;
      return value === UNKNOWN ? (consistent?.p?.[pair] ?? Number.NaN) : value;
    }),
    contradicting: inference.kind === "inconsistent" ? [...inference.pairs] : [],
    editable,
    summary: `A sample of ${samples} of ${n * n} pairs.`,
  };
});

export const selectSample = ({ page, bound: { look } }: DataState): SampleMatrixData | null =>
  look && sampleFor(look, page.link.settings.relation === "custom");

/** How many pairs of the sample are known, follow, and are left; and how many guesses come right. */
export const sampleCounts = memo(({ known, inference, samples }: OneLook) => {
  if (inference.kind === "inconsistent") return null;
  const { value, p } = inference;
  const left = value.reduce((sum, bit) => sum + (bit === UNKNOWN ? 1 : 0), 0);
  const right = p?.reduce(
    (sum, share, pair) => sum + (value[pair] === UNKNOWN ? Math.max(share, 1 - share) : 0),
    0,
  );
  return { known: samples, follows: known.length - samples - left, left, right: right ?? null };
});
