/**
 * @file What the engines must show, and what a benchmark found.
 */

import type { Distances, Tested } from "./distances";
import type { Enqueueing } from "./draws";
import type { Sample } from "./measure";
import { median, medianRatio } from "./rounds";
import type { PlaceName, VariantName } from "./variants";

/** All that one run of the benchmark measured. Samples are in the order of the rounds. */
export interface Findings {
  readonly samples: Readonly<
    Record<PlaceName, Readonly<Partial<Record<VariantName, readonly Sample[]>>>>
  >;
  readonly kernelShare: Readonly<Record<PlaceName, readonly number[]>>;
  readonly enqueueing: Readonly<Record<"naive" | "fused", readonly Enqueueing[]>>;
  readonly distances: Readonly<Partial<Record<Tested, Distances>>>;
  readonly absent: readonly Absence[];
}

/** What could not be measured at a place. */
export interface Absence {
  readonly what: string;
  readonly place: PlaceName;
  readonly why: string;
}

export interface Ratio {
  readonly name: string;
  readonly required: number;
  readonly reachFor: number;
  /** Whether the measured number must not be larger, rather than not smaller. */
  readonly most?: boolean;
  /** Undefined where it is not measured. */
  readonly measure: (findings: Findings, place: PlaceName) => number | undefined;
}

/** Undefined of nothing. */
export const middle = (values: readonly number[]): number | undefined =>
  values.length > 0 ? median(values) : undefined;

export const replicaStepsPerSecond = ({ replicaSteps, seconds }: Sample): number =>
  replicaSteps / seconds;

export const stepsPerProcessorSecond = ({ replicaSteps, processorSeconds }: Sample): number =>
  replicaSteps / processorSeconds;

/** By processor time: other programs on the machine slow the clock's count, not this one. */
const speedUp =
  (over: VariantName, under: VariantName, of = stepsPerProcessorSecond): Ratio["measure"] =>
  ({ samples }, place) => {
    const [a, b] = [samples[place][over], samples[place][under]];
    return a && b && a.length === b.length ? medianRatio(a.map(of), b.map(of)) : undefined;
  };

/** Only where there is a graphics card. */
const onCard =
  (measure: (findings: Findings) => number | undefined): Ratio["measure"] =>
  (findings, place) =>
    place === "chromium" ? measure(findings) : undefined;

/** The longest stretches that any float32 engine stays with float64: the run itself multiplies differences after them. */
const STRETCHES = [
  { name: "200 default steps", required: 5e-6, reachFor: 2e-6, key: "default200" },
  { name: "1000 steps in batches of 64", required: 1e-5, reachFor: 5e-6, key: "batch64" },
] as const;
const TESTED = [
  { words: "SIMD", engine: "simd" },
  { words: "WebGL", engine: "webgl" },
] as const satisfies readonly { words: string; engine: Tested }[];

const distanceRatios = STRETCHES.flatMap(({ name, key, required, reachFor }) =>
  TESTED.map(
    ({ words, engine }): Ratio => ({
      name: `largest parameter difference from float64, ${name}, ${words}`,
      required,
      reachFor,
      most: true,
      measure: onCard(({ distances }) => distances[engine]?.[key]),
    }),
  ),
);

export const RATIOS: readonly Ratio[] = [
  {
    name: "SIMD / naive tfjs-wasm, 1 replica",
    required: 16,
    reachFor: 25,
    measure: speedUp("SIMD, 1 replica", "naive tfjs, wasm"),
  },
  {
    name: "SIMD / typed-array JavaScript",
    required: 6,
    reachFor: 8,
    measure: speedUp("SIMD, 1 replica", "typed arrays"),
  },
  {
    name: "SIMD / PyTorch on one thread",
    required: 1.7,
    reachFor: 2.2,
    measure: speedUp("SIMD, 1 replica", "PyTorch"),
  },
  {
    name: "SIMD / PyTorch on one thread, batch 64",
    required: 6,
    reachFor: 9,
    measure: speedUp("SIMD, batch 64", "PyTorch, batch 64"),
  },
  {
    name: "SIMD / its own matrix micro-kernel, share of FLOP/s",
    required: 0.7,
    reachFor: 0.85,
    measure: ({ kernelShare }, place) => middle(kernelShare[place]),
  },
  {
    name: "SIMD, 100 replicas / 1, replica-steps per second",
    required: 0.95,
    reachFor: 1,
    measure: speedUp("SIMD, 100 replicas", "SIMD, 1 replica"),
  },
  {
    name: "SIMD, steps per processor second, 2 workers / 1",
    required: 0.95,
    reachFor: 1,
    measure: speedUp("SIMD, 2 workers", "SIMD, 1 replica"),
  },
  {
    name: "SIMD, mini-batch of 64 / full batch",
    required: 6,
    reachFor: 8,
    measure: speedUp("SIMD, batch 64", "SIMD, 1 replica"),
  },
  {
    name: "enqueue time a step, naive tfjs-webgl / fused",
    required: 15,
    reachFor: 35,
    measure: onCard(({ enqueueing: { naive, fused } }) => {
      const times = (all: readonly Enqueueing[]) => all.map(({ milliseconds }) => milliseconds);
      return naive.length > 0 && naive.length === fused.length
        ? medianRatio(times(naive), times(fused))
        : undefined;
    }),
  },
  {
    name: "fused / naive tfjs-webgl, 1 replica, software renderer",
    required: 2,
    reachFor: 3,
    // By the clock: the renderer's threads work side by side.
    measure: speedUp("fused WebGL, 1 replica", "naive tfjs, webgl", replicaStepsPerSecond),
  },
  {
    name: "launches per step, fused",
    required: 9,
    reachFor: 8,
    most: true,
    measure: onCard(({ enqueueing }) => middle(enqueueing.fused.map(({ launches }) => launches))),
  },
  ...distanceRatios,
];

/** Whether `value` keeps to `limit`. */
export const keeps = (value: number, limit: number, most = false): boolean =>
  most ? value <= limit : value >= limit;
