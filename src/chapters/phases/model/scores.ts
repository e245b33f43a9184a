/**
 * @file The cells of a phase diagram held against rules: the paper's, and the best of their kind.
 */

import { type NumericParam, PARAMS, type Settings } from "../../../experiment/params";
import { memo, memoOf } from "../../../kit/state/memo";
import type { Result } from "../../../kit/study/model/result";
import { verdict } from "../../../run/outcome";
import { type Column, columnsOf } from "../../../theory/boundary/columns";
import { type Boundary, fitBoundary, fitForetells } from "../../../theory/boundary/logistic";
import { majority, type Point, type Score, sideOf } from "../../../theory/boundary/points";
import {
  along,
  type BestThreshold,
  bestThreshold,
  type Direction,
  FIRST_PRODUCT,
  foretells,
  HEIGHT,
  PRODUCT,
  RATIO,
  SECOND_RATIO,
  score,
} from "../../../theory/boundary/threshold";
import type { Phase } from "../../../theory/phase";
import type { Movable, PhaseChoices, RuleName } from "./choices";
import type { Lattice, LatticeAxis } from "./lattice";

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
  /** What it says of a place, on the axes' scales; null where it says nothing. */
  readonly says: (at: Pick<Point, "x" | "y">) => boolean | null;
  /** x X + y Y = at, on the axes' scales; null where it draws no line. */
  readonly line: { readonly x: number; readonly y: number; readonly at: number } | null;
  /** What the reader can move; null for a rule without a threshold of its own. */
  readonly moves: Moves | null;
}

/** A threshold that the reader can move, on the axes' scales. */
export interface Moves {
  readonly rule: Movable;
  readonly direction: Direction;
  /** The lowest and the highest that make a difference, and a little more. */
  readonly reach: readonly [number, number];
  /** Whether it was moved; otherwise it is the best there is. */
  readonly slid: boolean;
}

/** Entries of the link: 0 for the best. */
export type Thresholds = Pick<PhaseChoices, Movable>;
export const BEST: Thresholds = { ratio: 0, product: 0, height: 0, across: 0 };

export interface Scores {
  readonly rules: readonly Scored[];
  readonly fit: Boundary | null;
  /** Replicas decided so far that are on neither side. */
  readonly confused: number;
  /** Replicas with a verdict. */
  readonly decided: number;
  /** Each column on its own; empty in the plane of the two rates. */
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

/** What a rule compares with its threshold is a knob, or knobs, on a log scale. */
const onLog = ({ x, y }: Lattice, rule: Movable): boolean =>
  ({ ratio: true, product: true, height: isLog(y), across: isLog(x) })[rule];

/** What an entry of the link is on the axes' scales. */
const placed = (lattice: Lattice, rule: Movable, entry: number): number =>
  onLog(lattice, rule) ? Math.log10(entry) : entry;

/** The knob, or the ratio or product of knobs, at a threshold on the axes' scales. */
export const unscaled = (lattice: Lattice, rule: Movable, at: number): number =>
  onLog(lattice, rule) ? 10 ** at : at;

/** The entry of the link for a threshold on the axes' scales, within the reach of its rule. */
export function entryOf(lattice: Lattice, { rule, reach: [low, high] }: Moves, at: number): number {
  const within = Math.max(low, Math.min(high, at));
  return Number(unscaled(lattice, rule, within).toPrecision(3));
}

/** Share of the way between the corners by which a threshold can go beyond them. */
const BEYOND = 1 / 16;

function reachOf({ x, y }: Lattice, direction: Direction): [number, number] {
  const ends = (axis: LatticeAxis) => {
    const values = axis.values.map((value) => scaled(axis, value)).filter(Number.isFinite);
    return [values[0], values[values.length - 1]];
  };
  const sums = ends(x).flatMap((u) => ends(y).map((v) => along(direction, { x: u, y: v })));
  const [low, high] = [Math.min(...sums), Math.max(...sums)];
  const beyond = BEYOND * (high - low);
  return [low - beyond, high + beyond];
}

const line = (direction: Direction, at: number): Scored["line"] =>
  Number.isFinite(at) ? { x: direction.x, y: direction.y, at } : null;

/** Held against the reader's threshold, or the best. */
function movable(
  lattice: Lattice,
  rule: Movable,
  points: readonly Point[],
  direction: Direction,
  thresholds: Thresholds,
  best: () => BestThreshold = () => bestThreshold(points, direction),
): Scored {
  const slid = thresholds[rule] !== 0;
  const at = slid ? placed(lattice, rule, thresholds[rule]) : best().threshold;
  return {
    rule,
    ...score(points, direction, at),
    says: (place) => foretells(direction, at, place),
    line: line(direction, at),
    moves: { rule, direction, reach: reachOf(lattice, direction), slid },
  };
}

/** A rule whose threshold is given with it: nothing is fitted, nothing can be moved. */
const fixed = (
  rule: RuleName,
  points: readonly Point[],
  direction: Direction,
  at: number,
): Scored => ({
  rule,
  ...score(points, direction, at),
  says: (place) => foretells(direction, at, place),
  line: line(direction, at),
  moves: null,
});

/** The better one of the two ways round. */
function eitherWay(points: readonly Point[], direction: Direction): Direction {
  const [above, below] = (["above", "below"] as const).map((side) => ({ ...direction, side }));
  return bestThreshold(points, above).right >= bestThreshold(points, below).right ? above : below;
}

const always = (points: readonly Point[]): Scored => {
  const { right, of, learnt } = majority(points);
  return { rule: "majority", right, of, says: () => learnt, line: null, moves: null };
};

function fitted(fit: Boundary): Scored {
  const [b0, b1, b2] = fit.coefficients;
  return {
    rule: "fit",
    right: fit.right,
    of: fit.of,
    says: (place) => (Number.isFinite(place.x + place.y) ? fitForetells(fit, place) : null),
    line: { x: b1, y: b2, at: -b0 },
    moves: null,
  };
}

/** Each column held against its own threshold. */
function byColumn(columns: readonly Column[], side: Direction["side"]): Scored {
  const thresholds = new Map(columns.map(({ x, own }) => [x, own.threshold]));
  const sum = (of: "right" | "of") => columns.reduce((total, { own }) => total + own[of], 0);
  return {
    rule: "columns",
    right: sum("right"),
    of: sum("of"),
    says: (place) => foretells({ x: 0, y: 1, side }, thresholds.get(place.x) ?? -Infinity, place),
    line: null,
    moves: null,
  };
}

/** A slope less certain than this is not told. */
const VAGUE = 1.5;

/** What does not depend on thresholds that the reader moves. */
const basisOf = memo((lattice: Lattice, phases: readonly (Phase | null)[]) => {
  const points = pointsOf(lattice, phases);
  const finite = points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const found = fitBoundary(finite);
  const fit = found && found.standardError < VAGUE ? found : null;
  return { points, fit, ratio: bestThreshold(points, RATIO) };
});

export const scoresOf = memo(
  (lattice: Lattice, phases: readonly (Phase | null)[], thresholds: Thresholds): Scores => {
    const { points, fit, ratio } = basisOf(lattice, phases);
    const fitting = fit ? [fitted(fit)] : [];
    const decided = phases.filter((phase) => phase !== null).length;
    const common = { fit, decided, confused: decided - points.length };
    const rule = (name: Movable, direction: Direction) =>
      movable(lattice, name, points, direction, thresholds);
    if (isRatePlane(lattice)) {
      const first = movable(lattice, "ratio", points, RATIO, thresholds, () => ratio);
      const second = fixed("second", points, RATIO, SECOND_RATIO);
      const paper = fixed("paper", points, PRODUCT, FIRST_PRODUCT);
      const rest = [second, rule("product", PRODUCT), always(points), paper];
      return { ...common, columns: [], rules: [first, ...fitting, ...rest] };
    }
    const up = lattice.y.key === "decoderRate" ? HEIGHT : eitherWay(points, HEIGHT);
    const columns = columnsOf(points, up.side);
    const own = byColumn(columns, up.side);
    const across = rule("across", eitherWay(points, { x: 1, y: 0, side: "above" }));
    const rules = [rule("height", up), own, ...fitting, across, always(points)];
    return { ...common, columns, rules };
  },
);

/** The same object while they are the same. */
export const thresholdsOf = memoOf(
  ({ ratio, product, height, across }: PhaseChoices): Thresholds => ({
    ratio,
    product,
    height,
    across,
  }),
  ["ratio", "product", "height", "across"],
);

/** The rule that the cells are held against: the reader's, where the plane has it. */
export const chosenRule = ({ rules }: Scores, rule: RuleName): Scored =>
  rules.find((each) => each.rule === rule) ?? rules[0];
