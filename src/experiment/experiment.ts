/**
 * @file Experiment = base settings + axes. No axis is one live run, one a curve, two a phase grid;
 * several seeds are an axis like any other.
 */
import type { ParamKey, Settings } from "./params";

export interface Axis<Key extends ParamKey = ParamKey> {
  readonly key: Key;
  readonly values: readonly Settings[Key][];
}

/** Several knobs that change together: one curve of a figure. */
export interface Variant {
  readonly label: string;
  readonly settings: Partial<Settings>;
}

/**
 * When a replica ends: `decided` soon after Table 4 can no longer change its mind, `end` at its last
 * step.
 */
export const UNTILS = ["end", "decided"] as const;
export type Until = (typeof UNTILS)[number];

export interface Experiment {
  readonly base: Settings;
  /** Outermost: each is crossed with all axes. One without changes if there are none. */
  readonly variants?: readonly Variant[];
  readonly axes: readonly Axis[];
  /** `end` if it is not given. */
  readonly until?: Until;
}

/** One setting per cell, row-major: variants vary slowest, the last axis fastest. */
export const cells = ({ base, variants, axes }: Experiment): Settings[] =>
  axes.reduce<Settings[]>(
    (rows, { key, values }) =>
      rows.flatMap((row) => values.map((value) => ({ ...row, [key]: value }))),
    variants ? variants.map(({ settings }) => ({ ...base, ...settings })) : [base],
  );

/** The same settings with `count` seeds, counted from their own. */
export const seeds = (base: Settings, count: number): Experiment => ({
  base,
  axes: [{ key: "seed", values: Array.from({ length: count }, (_, i) => base.seed + i) }],
});
