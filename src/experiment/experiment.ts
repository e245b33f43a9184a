/**
 * @file Experiment = base settings + axes. No axis is one live run, one a curve, two a phase grid;
 * several seeds are an axis like any other.
 */
import type { ParamKey, Settings } from "./params";

export interface Axis<Key extends ParamKey = ParamKey> {
  readonly key: Key;
  readonly values: readonly Settings[Key][];
}

export interface Experiment {
  readonly base: Settings;
  readonly axes: readonly Axis[];
}

/** One setting per cell, row-major: the last axis varies fastest. */
export const cells = ({ base, axes }: Experiment): Settings[] =>
  axes.reduce<Settings[]>(
    (rows, { key, values }) =>
      rows.flatMap((row) => values.map((value) => ({ ...row, [key]: value }))),
    [base],
  );

/** The same settings with `count` seeds, counted from their own. */
export const seeds = (base: Settings, count: number): Experiment => ({
  base,
  axes: [{ key: "seed", values: Array.from({ length: count }, (_, i) => base.seed + i) }],
});
