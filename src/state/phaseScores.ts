/**
 * @file The cells of a phase diagram held against rules: the paper's, and the best of their kind.
 */
import type { Lattice, LatticeAxis } from "../experiment/lattice";
import { type NumericParam, PARAMS, type Settings } from "../experiment/params";
import type { PhaseChoices, RuleName } from "../experiment/phaseChoices";
import { verdict } from "../run/outcome";
import { type Column, columnsOf } from "../theory/boundary/columns";
import { type Boundary, fitBoundary, fitForetells } from "../theory/boundary/logistic";
import { majority, type Point, type Score, sideOf } from "../theory/boundary/points";
import {
  type BestThreshold,
  bestThreshold,
  type Direction,
  foretells,
  HEIGHT,
  PAPER_PRODUCT,
  PRODUCT,
  RATIO,
  score,
} from "../theory/boundary/threshold";
import type { Phase } from "../theory/phase";
import { memo } from "./memo";
import type { Result } from "./result";

export const isLog = ({ key }: LatticeAxis): boolean =>
  (PARAMS[key] as NumericParam).scale.startsWith("log");

/** A knob's value on the scale of its axis; -Infinity for 0 on a log axis. */
export const scaled = (axis: LatticeAxis, value: number): number =>
  isLog(axis) ? Math.log10(value) : value;

/**
 * The phase of each replica as soon as Table 4 cannot change its mind; the same array while no phase
 * is new.
 */
export function makePhases() {
  let last: readonly (Phase | null)[] = [];
  return (
    results: readonly (Result | null)[],
    settings: readonly Settings[],
  ): readonly (Phase | null)[] => {
    const phases = results.map(
      (result, i) =>
        result && (result.outcome?.phase ?? verdict(result.progress, settings[i].steps)),
    );
    const same = phases.length === last.length && phases.every((phase, i) => phase === last[i]);
    if (!same) last = phases;
    return last;
  };
}

export interface Scored extends Score {
  readonly rule: RuleName;
  /** What it says of a place, on the axes' scales. */
  readonly says: (at: { readonly x: number; readonly y: number }) => boolean;
  /** x X + y Y = at, on the axes' scales; null where it draws no line. */
  readonly line: { readonly x: number; readonly y: number; readonly at: number } | null;
  /** The reader moved the threshold away from the best one. */
  readonly slid: boolean;
}

export interface Scores {
  readonly rules: readonly Scored[];
  readonly fit: Boundary | null;
  /** Replicas decided so far that are on neither side. */
  readonly confused: number;
  /** Replicas with a verdict. */
  readonly decided: number;
  /** Each column against the threshold of all; empty in the plane of the two rates. */
  readonly columns: readonly Column[];
}

/** Whether the plane is that of Figure 5, where ratio and product mean something. */
export const isRatePlane = ({ x, y }: Lattice): boolean =>
  x.key === "encoderRate" && y.key === "decoderRate";

/** Where every decided replica stands, without those on neither side. */
export function pointsOf(lattice: Lattice, phases: readonly (Phase | null)[]): Point[] {
  const { x, y, seeds } = lattice;
  return x.values.flatMap((u, column) =>
    y.values.flatMap((v, row) =>
      seeds.flatMap((_, seed): Point[] => {
        const phase = phases[lattice.index(column, row, seed)];
        const learnt = phase && sideOf(phase);
        return learnt === null ? [] : [{ x: scaled(x, u), y: scaled(y, v), learnt }];
      }),
    ),
  );
}

function threshold(
  rule: RuleName,
  points: readonly Point[],
  direction: Direction,
  slidTo: number | null,
  best: BestThreshold = bestThreshold(points, direction),
): Scored & { readonly at: number } {
  const at = slidTo ?? best.threshold;
  return {
    rule,
    at,
    ...score(points, direction, at),
    says: (place) => foretells(direction, at, place),
    line: Number.isFinite(at) ? { x: direction.x, y: direction.y, at } : null,
    slid: slidTo !== null,
  };
}

/** The better one of the two ways round. */
function eitherWay(points: readonly Point[], direction: Direction): Direction {
  const [above, below] = (["above", "below"] as const).map((side) => ({ ...direction, side }));
  return bestThreshold(points, above).right > bestThreshold(points, below).right ? above : below;
}

const always = (points: readonly Point[]): Scored => {
  const { right, of, learnt } = majority(points);
  return { rule: "majority", right, of, says: () => learnt, line: null, slid: false };
};

function fitted(fit: Boundary): Scored {
  const [b0, b1, b2] = fit.coefficients;
  return {
    rule: "fit",
    right: fit.right,
    of: fit.of,
    says: (place) => fitForetells(fit, place),
    line: { x: b1, y: b2, at: -b0 },
    slid: false,
  };
}

/** A slope less certain than this is not told. */
const VAGUE = 1.5;

/** log10 of a threshold from the link; null for the best one. */
const slide = (value: number): number | null => (value === 0 ? null : Math.log10(value));

/** What does not depend on thresholds that the reader moves. */
const basisOf = memo((lattice: Lattice, phases: readonly (Phase | null)[]) => {
  const points = pointsOf(lattice, phases);
  const finite = points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const found = fitBoundary(finite);
  const fit = found && found.standardError < VAGUE ? found : null;
  return { points, finite, fit, ratio: bestThreshold(points, RATIO) };
});

const rateRules = (
  { points, ratio: best }: ReturnType<typeof basisOf>,
  ratio: number,
  product: number,
): Scored[] => [
  threshold("ratio", points, RATIO, slide(ratio), best),
  threshold("product", points, PRODUCT, slide(product)),
  always(points),
  { ...threshold("paper", points, PRODUCT, PAPER_PRODUCT), slid: false },
];

export const scoresOf = memo(
  (
    lattice: Lattice,
    phases: readonly (Phase | null)[],
    ratio: PhaseChoices["ratio"],
    product: PhaseChoices["product"],
  ): Scores => {
    const basis = basisOf(lattice, phases);
    const { points, finite, fit } = basis;
    const line = fit ? [fitted(fit)] : [];
    const decided = phases.filter((phase) => phase !== null).length;
    const common = { fit, decided, confused: decided - points.length };
    if (isRatePlane(lattice)) {
      const [first, ...rest] = rateRules(basis, ratio, product);
      return { ...common, columns: [], rules: [first, ...line, ...rest] };
    }
    const up = lattice.y.key === "decoderRate" ? HEIGHT : eitherWay(points, HEIGHT);
    const height = threshold("height", points, up, null);
    const across = eitherWay(finite, { x: 1, y: 0, side: "above" });
    return {
      ...common,
      columns: up === HEIGHT ? columnsOf(points, height.at) : [],
      rules: [height, ...line, threshold("across", finite, across, null), always(points)],
    };
  },
);

/** The rule that the cells are held against: the reader's, where the plane has it. */
export const chosenRule = ({ rules }: Scores, rule: RuleName): Scored =>
  rules.find((each) => each.rule === rule) ?? rules[0];
