/**
 * @file What a run shows of itself.
 *
 * Shapes: R replicas, P parameters of a replica (experiment/shape.ts), M = MEASURES.length.
 */

/** Columns of a row of measures: mean losses and accuracies on train, test and the entire set. */
export const MEASURES = ["trainLoss", "testLoss", "train", "test", "entire"] as const;
export type Measure = (typeof MEASURES)[number];

/** Column of each measure. */
export const COLUMN = Object.fromEntries(MEASURES.map((name, i) => [name, i])) as Readonly<
  Record<Measure, number>
>;

export interface Frame {
  /** Updates made so far; 0 is the initial network. */
  readonly step: number;
  /** Evaluated steps since the previous frame, ascending; the last one is `step`. [S] */
  readonly steps: Float64Array;
  /** Measures at each of them. [S, R, M] */
  readonly measures: Float64Array;
  /** Parameters at `step`. [R, P] */
  readonly parameters: Float32Array;
}

/** Everything a frame can be moved with instead of copied. */
export const buffersOf = (frame: Frame): ArrayBufferLike[] => [
  frame.steps.buffer,
  frame.measures.buffer,
  frame.parameters.buffer,
];
