/**
 * @file The cost of a step over the work in it, as the benchmark found it.
 */
import { COSTS, type Knob, workOf } from "./costs";
import { cell, format } from "./numbers";
import { type Findings, middle, stepsPerProcessorSecond } from "./ratios";
import { medianRatio } from "./rounds";
import { table } from "./table";
import { VARIANTS } from "./variants";

export interface StepCost {
  readonly knob: Knob;
  readonly value: number;
  /** Multiplications and additions of one step. */
  readonly work: number;
  /** Steps in a second of a processor, the median of the rounds; as all that follows, in Node. */
  readonly steps: number;
  /** Work in a second of a processor over that of the default run in the same round. */
  readonly share: number;
}

/** What was measured, in the order of the knobs. */
export function costs({ samples: { node } }: Findings): StepCost[] {
  const own = node["SIMD, 1 replica"]?.map(stepsPerProcessorSecond) ?? [];
  const usual = workOf(VARIANTS["SIMD, 1 replica"].settings);
  return COSTS.flatMap(({ knob, value, name }) => {
    const all = node[name]?.map(stepsPerProcessorSecond) ?? [];
    const steps = middle(all);
    const work = workOf(VARIANTS[name].settings);
    if (steps === undefined || all.length !== own.length) return [];
    return [{ knob, value, work, steps, share: (medianRatio(all, own) * work) / usual }];
  });
}

const NAMES: Readonly<Record<Knob, string>> = {
  n: "elements",
  width: "width",
  depth: "hidden layers",
  batch: "batch",
};

const nameOf = ({ knob, value }: Pick<StepCost, "knob" | "value">): string =>
  `${NAMES[knob]} ${knob === "batch" && value === 0 ? "all" : value}`;

export const costTable = (found: readonly StepCost[]): string =>
  table(
    [
      "default run but for",
      "million operations a step",
      "steps per processor second",
      "GFLOP/s",
      "over the default’s",
    ],
    found.map((cost) => [
      nameOf(cost),
      format(cost.work / 1e6),
      cell(cost.steps),
      cell((cost.steps * cost.work) / 1e9),
      cell(cost.share),
    ]),
  );
