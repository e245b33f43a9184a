/**
 * @file An experiment as a phase diagram: two knobs that span a plane, and seeds.
 */
import type { Experiment } from "../../../experiment/experiment";
import { type NumericParam, PARAM_KEYS, PARAMS, type ParamKey } from "../../../experiment/params";

export type NumericKey = {
  [K in ParamKey]: (typeof PARAMS)[K] extends NumericParam ? K : never;
}[ParamKey];

const isNumeric = (key: ParamKey): key is NumericKey => PARAMS[key].kind === "number";

export interface LatticeAxis {
  readonly key: NumericKey;
  /** Ascending. */
  readonly values: readonly number[];
}

/** Replicas of an experiment by column, row and seed, as `cells` orders them. */
export interface Lattice {
  readonly x: LatticeAxis;
  readonly y: LatticeAxis;
  readonly seeds: readonly number[];
  /** Position in `cells` of the replica in a column, a row, and with a seed, by their positions. */
  index(column: number, row: number, seed: number): number;
}

const ascending = (values: readonly number[]): boolean =>
  values.every((value, i) => i === 0 || value > values[i - 1]);

/** Null where the experiment is none: it must have two numeric axes, the first is x, and at most seeds. */
export function latticeOf({ axes, variants }: Experiment): Lattice | null {
  if (variants) return null;
  const planes = axes.filter(({ key }) => key !== "seed");
  const [x, y] = planes.map(({ key, values }) => ({ key, values: values as readonly number[] }));
  if (planes.length !== 2 || !isNumeric(x.key) || !isNumeric(y.key)) return null;
  if (!ascending(x.values) || !ascending(y.values)) return null;
  const place = axes.findIndex(({ key }) => key === "seed");
  const seeds = place < 0 ? [-1] : (axes[place].values as readonly number[]);
  const strides = axes.map((_, i) =>
    axes.slice(i + 1).reduce((product, { values }) => product * values.length, 1),
  );
  const strideOf = (key: ParamKey) => strides[axes.findIndex((axis) => axis.key === key)] ?? 0;
  const [sx, sy, ss] = [strideOf(x.key), strideOf(y.key), strideOf("seed")];
  return {
    x: { ...x, key: x.key },
    y: { ...y, key: y.key },
    seeds,
    index: (column, row, seed) => column * sx + row * sy + seed * ss,
  };
}

/** Knobs that can span a phase diagram. */
export const PLANE_KEYS: readonly NumericKey[] = PARAM_KEYS.filter(isNumeric).filter(
  (key) => key !== "seed" && key !== "steps",
);

/**
 * `count` values of a knob from one to another, evenly on its scale, with four digits. Fewer where
 * whole numbers coincide. A knob that may be 0 begins with 0 if it is asked to start there.
 */
export function valuesOf(key: NumericKey, from: number, to: number, count: number): number[] {
  const { min, max, scale, zero } = PARAMS[key] as NumericParam;
  const whole = scale === "integer" || scale === "log-integer";
  const log = scale === "log" || scale === "log-integer";
  const inside = (value: number) => Math.min(max, Math.max(min, value));
  const withZero = zero !== undefined && Math.min(from, to) === 0;
  const rest = withZero ? count - 1 : count;
  const [low, high] = [inside(Math.min(from, to)), inside(Math.max(from, to))];
  const values = Array.from({ length: rest }, (_, i) => {
    const share = rest === 1 ? 0 : i / (rest - 1);
    const value = log ? low * (high / low) ** share : low + share * (high - low);
    return inside(whole ? Math.round(value) : Number(value.toPrecision(4)));
  });
  return [...new Set(withZero ? [0, ...values] : values)];
}
