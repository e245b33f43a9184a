/**
 * @file What a step costs as the work grows: one knob after another, away from the default network.
 */
import { batchSize } from "../../src/experiment/dataset";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { shapeOf } from "../../src/experiment/shape";

export type Knob = "n" | "width" | "depth" | "batch";
export type CostName = `SIMD, ${Knob} ${number}`;

export interface Cost {
  readonly knob: Knob;
  readonly value: number;
  /** The variant that measures it; the default run and its batch of 64 are measured anyway. */
  readonly name: CostName | "SIMD, 1 replica";
  readonly change: Partial<Settings>;
}

/** Batch 0 is the whole training set. */
const VALUES: Readonly<Record<Knob, readonly number[]>> = {
  n: [15, 30, 45, 60],
  width: [10, 20, 50, 80, 128],
  depth: [1, 2, 3, 6, 12],
  batch: [16, 64, 256, 0],
};

export const COSTS: readonly Cost[] = (Object.keys(VALUES) as Knob[]).flatMap((knob) =>
  VALUES[knob].map((value) => ({
    knob,
    value,
    name: value === DEFAULTS[knob] ? "SIMD, 1 replica" : (`SIMD, ${knob} ${value}` as const),
    change: { [knob]: value },
  })),
);

/**
 * Multiplications and additions of one step in the products of all layers: forward, backward and weight gradient, as they
 * are written down. What else a step does (tanh, loss, Adam) is not counted.
 */
export function workOf(settings: Settings): number {
  const rows = batchSize(settings);
  return shapeOf(settings).layers.reduce(
    (sum, { fanIn, fanOut }) => sum + 6 * rows * fanIn * fanOut,
    0,
  );
}
