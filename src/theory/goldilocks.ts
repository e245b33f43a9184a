/**
 * @file Section 4's story of the decoder's depth, and what measured sides make of it: too shallow
 * confuses, too deep memorises, and between the two lies a zone that generalises.
 */
import { LEARNT, type Phase } from "./phase";

/** Table 4 without its clock: how training ended. */
export type Side = Exclude<Phase, "grokking">;

/** `train` and `test` are accuracies at the end of training. */
export const sideOf = (train: number, test: number): Side =>
  train <= LEARNT ? "confusion" : test > LEARNT ? "generalisation" : "memorisation";

/** Neighbouring depths of one side; indices, both inclusive. */
export interface Zone {
  readonly side: Side;
  readonly from: number;
  readonly to: number;
}

/** `sides` in the order of depth; null where nothing is known, which belongs to no zone. */
export function zonesOf(sides: readonly (Side | null)[]): Zone[] {
  const zones: Zone[] = [];
  sides.forEach((side, i) => {
    const open = zones.at(-1);
    if (side === null) return;
    if (open && open.side === side && open.to === i - 1)
      zones[zones.length - 1] = { ...open, to: i };
    else zones.push({ side, from: i, to: i });
  });
  return zones;
}

export type Judgement = "holds" | "partly" | "fails";

/** The three parts of the story, each held against the measured sides. */
export interface Story {
  /** Every decoder shallower than the zone confuses, and there is one. */
  readonly shallow: Judgement;
  /** Some depths generalise; partly, if others lie between them. */
  readonly between: Judgement;
  /** Every decoder deeper than the zone memorises, and there is one. */
  readonly deep: Judgement;
}

function judge(part: readonly Side[], wanted: Side): Judgement {
  const right = part.filter((side) => side === wanted).length;
  return right === 0 ? "fails" : right === part.length ? "holds" : "partly";
}

/** `sides` of every depth, ascending. Without a zone the two ends alone are judged. */
export function storyOf(sides: readonly Side[]): Story {
  const first = sides.indexOf("generalisation");
  const last = sides.lastIndexOf("generalisation");
  if (first < 0)
    return {
      shallow: judge(sides.slice(0, 1), "confusion"),
      between: "fails",
      deep: judge(sides.slice(-1), "memorisation"),
    };
  return {
    shallow: judge(sides.slice(0, first), "confusion"),
    between: judge(sides.slice(first, last + 1), "generalisation"),
    deep: judge(sides.slice(last + 1), "memorisation"),
  };
}
