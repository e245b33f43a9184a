/** @file The decoders that section 3 sets by hand, beside the trained ones of the same shape. */
import { createStore } from "zustand/vanilla";
import { relationOf } from "../../../experiment/dataset";
import type { Settings } from "../../../experiment/params";
import { perPage } from "../../../kit/live/model/perPage";
import { memo } from "../../../kit/state/memo";
import {
  aheadUnit,
  breaksTransitivity,
  nearUnit,
  THRESHOLD,
  unitAccuracy,
} from "../../../theory/idealDecoder";
import type { IdealLineData } from "../view/idealLine";
import { type GapRow, gapText } from "./figure3Data";

export interface Ideal {
  /** Distance of each of three repons to the next. */
  readonly step: number;
}

export const idealStore = perPage(() => createStore<Ideal>(() => ({ step: 0.22 })));

export const selectIdeal = memo(
  ({ step }: Ideal): IdealLineData => ({ step, threshold: THRESHOLD, summary: stepWords(step) }),
);

/** Whether three repons so far apart show that the unit is not transitive. */
export function stepWords(step: number): string {
  const [one, both] = [step ** 2, (2 * step) ** 2].map((square) => square.toFixed(3));
  if (breaksTransitivity(step))
    return `Not transitive: a and b are near (${one} < ${THRESHOLD}), b and c are near, and a and c are not (${both} ≥ ${THRESHOLD}). A threshold on a squared distance enforces no transitivity.`;
  return nearUnit(0, step)
    ? `All three are near each other (${both} < ${THRESHOLD}): here the unit is transitive. Move them apart.`
    : `None is near another (${one} ≥ ${THRESHOLD}): here the unit is transitive. Move them together.`;
}

const BY_HAND = { classes: nearUnit, ranks: aheadUnit } as const;
const WORDS = {
  classes: "every class at one place of a line, 1 apart, and one unit 0.1 − (x − y)²",
  ranks: "the elements in their order on a line and one unit y − x",
} as const;
const MODES = { classes: "squared-difference", ranks: "difference" } as const;

/** What the paper's decoder does that is set by hand, and what trained ones of its shape do. */
export function idealWords(settings: Settings, rows: readonly GapRow[]): string {
  const relation = relationOf(settings);
  const { n, grouping } = relation;
  const none = `The paper sets no decoder by hand for such a relation.`;
  if (!grouping) return none;
  const accuracy = unitAccuracy(relation, BY_HAND[grouping.kind], grouping.of);
  if (accuracy < 1) return none;
  const like = rows.find(
    ({ architecture: { settings: of } }) =>
      of.mode === MODES[grouping.kind] && of.depth === 0 && of.d === 1,
  );
  const hand = `Set by hand: ${WORDS[grouping.kind]} get all ${n * n} pairs right, without any training.`;
  if (!like || like.architecture.points.length === 0) return hand;
  const gap = like.gap === null ? "never gets there" : `has a gap of ${gapText(like.gap)}`;
  const least = Math.min(...like.architecture.points.map(({ accuracies }) => accuracies.entire));
  return `${hand} Trained, a decoder of that shape ${gap}, and its worst network stays at ${least.toFixed(2)}.`;
}
