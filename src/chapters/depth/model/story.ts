/**
 * @file What the runs of Figure 4 make of the paper's story, for one relation: zones, judgements, and
 * sentences with their numbers.
 */

import type { SpreadAt } from "../../../kit/study/model/measured";
import {
  type Judgement,
  type Side,
  type Story,
  sideOf,
  storyOf,
  type Zone,
  zonesOf,
} from "../../../theory/goldilocks";
import { LEARNT } from "../../../theory/phase";

/** The medians at one depth. */
interface Rung {
  readonly depth: number;
  readonly train: number;
  readonly test: number;
  readonly side: Side;
  /** Whether its seeds end on different sides. */
  readonly mixed: boolean;
}

export interface DepthStory {
  readonly rungs: readonly Rung[];
  /** Of indices of rungs. */
  readonly zones: readonly Zone[];
  /** null until every depth is measured. */
  readonly judged: Story | null;
}

const astride = ({ low, high }: SpreadAt): boolean => low <= LEARNT && high > LEARNT;

/** Seeds all of which are confused are on one side, wherever their test accuracies are. */
const isMixed = (train: SpreadAt, test: SpreadAt): boolean =>
  astride(train) || (train.low > LEARNT && astride(test));

/** `train` and `test` at the same depths, ascending; `depths` is how many there will be. */
export function depthStory(
  train: readonly SpreadAt[],
  test: readonly SpreadAt[],
  depths: number,
): DepthStory {
  const rungs = train.map(
    (spread, i): Rung => ({
      depth: spread.x,
      train: spread.median,
      test: test[i].median,
      side: sideOf(spread.median, test[i].median),
      mixed: isMixed(spread, test[i]),
    }),
  );
  const sides = rungs.map(({ side }) => side);
  return {
    rungs,
    zones: zonesOf(sides),
    judged: rungs.length === depths && depths > 0 ? storyOf(sides) : null,
  };
}

export interface Finding {
  readonly part: keyof Story;
  readonly judgement: Judgement;
  readonly text: string;
}

const two = (accuracy: number): string => accuracy.toFixed(2);

/** "n_h = 0", "n_h = 1 to 7", "n_h = 1, 2 and 5". */
export function depthsText(rungs: readonly Rung[]): string {
  const depths = rungs.map(({ depth }) => depth);
  const [first, last] = [depths[0], depths[depths.length - 1]];
  const gapless = last - first === depths.length - 1;
  if (depths.length === 1) return `n_h = ${first}`;
  if (gapless && depths.length > 2) return `n_h = ${first} to ${last}`;
  return `n_h = ${depths.slice(0, -1).join(", ")} and ${last}`;
}

const verb = (rungs: readonly Rung[], one: string, many: string): string =>
  rungs.length === 1 ? one : many;

function shallowText(part: readonly Rung[]): string {
  if (part.length === 0) return "No decoder is too shallow: already n_h = 0 generalises.";
  const confused = part.filter(({ side }) => side === "confusion");
  const rest = part.filter(({ side }) => side === "memorisation");
  const fails =
    confused.length > 0
      ? `${depthsText(confused)} cannot fit what it is shown (train ${confused.map(({ train }) => two(train)).join(", ")}).`
      : "";
  const learns =
    rest.length > 0
      ? `${depthsText(rest)} ${verb(rest, "fits", "fit")} it, but ${verb(rest, "memorises", "memorise")} (test ${rest.map(({ test }) => two(test)).join(", ")}).`
      : "";
  return [fails, learns].filter((text) => text !== "").join(" ");
}

function betweenText(zone: readonly Rung[], part: readonly Rung[]): string {
  if (zone.length === 0) return "At no depth is the median test accuracy above 0.9.";
  const best = zone.reduce((top, rung) => (rung.test > top.test ? rung : top));
  const broken = part.length > zone.length ? ", with others between them" : "";
  return `${depthsText(zone)} ${verb(zone, "generalises", "generalise")}${broken}; best is n_h = ${best.depth} (test ${two(best.test)}).`;
}

function deepText(part: readonly Rung[], deepest: number): string {
  if (part.length === 0) return `No decoder is too deep, up to n_h = ${deepest}.`;
  const memorise = part.filter(({ side }) => side === "memorisation");
  const confused = part.filter(({ side }) => side === "confusion");
  const last = (rungs: readonly Rung[]) => rungs[rungs.length - 1];
  const learns = memorise.length
    ? `${depthsText(memorise)} ${verb(memorise, "memorises", "memorise")} (at ${last(memorise).depth}: train ${two(last(memorise).train)}, test ${two(last(memorise).test)})`
    : "";
  const fails = confused.length
    ? `${depthsText(confused)} ${verb(confused, "fails", "fail")} another way: training itself (at ${last(confused).depth}: train ${two(last(confused).train)})`
    : "";
  return `${[learns, fails].filter((text) => text !== "").join("; ")}.`;
}

/** What a single dot is worth; empty where all seeds of every depth end on one side. */
export function dotsText({ rungs }: DepthStory): string {
  const mixed = rungs.filter((rung) => rung.mixed);
  if (mixed.length === 0) return "";
  return `${depthsText(mixed)}: here seeds end on different sides, and a single dot decides nothing. In deep decoders another rounding of the same sums is enough to move one across; the medians hold.`;
}

/** A sentence for each part of the story; none until all depths are measured. */
export function depthFindings({ rungs, judged }: DepthStory): Finding[] {
  if (!judged) return [];
  const isGood = ({ side }: Rung) => side === "generalisation";
  const first = rungs.findIndex(isGood);
  const end = rungs.findLastIndex(isGood) + 1;
  const none = first < 0;
  const below = none ? rungs.slice(0, 1) : rungs.slice(0, first);
  const above = none ? rungs.slice(-1) : rungs.slice(end);
  const text: Record<keyof Story, string> = {
    shallow: shallowText(below),
    between: betweenText(rungs.filter(isGood), none ? [] : rungs.slice(first, end)),
    deep: deepText(above, rungs[rungs.length - 1].depth),
  };
  return (["shallow", "between", "deep"] as const).map((part) => ({
    part,
    judgement: judged[part],
    text: text[part],
  }));
}
