/**
 * @file What the picture of even odds is given.
 *
 * Shapes: k recordings.
 */

export interface EvenRow {
  readonly id: string;
  /** What is recorded, e.g. "modulo 3". */
  readonly name: string;
  /** How it was trained: rows of one training differ in their relation alone. */
  readonly training: string;
  /** Of eta_dec / eta_enc, with the ends of its 95 % interval. */
  readonly even: { readonly ratio: number; readonly low: number; readonly high: number } | null;
  /** Why there is none; empty where there is. */
  readonly why: string;
}

export interface EvenOddsData {
  /** [k] */
  readonly rows: readonly EvenRow[];
  /** The recording that is chosen. */
  readonly chosen: string | null;
  /** The ratio that the second version of the paper is said to give for all. */
  readonly claimed: number;
}
