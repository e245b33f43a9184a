import { expect, test, vi } from "vitest";
import { parseFlags, UserError } from "../../src/cli/command";
import { train } from "../../src/cli/train";
import { loadSimdEngine } from "../../src/engine/simd/loadInNode";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import type { Outcome } from "../../src/experiment/recording";
import { COLUMN, MEASURES } from "../../src/run/frame";
import { schedule } from "../../src/run/schedule";
import type { Meeting } from "../../src/theory/meeting";
import { LEARNT } from "../../src/theory/phase";

/** Training takes as long as the machine is busy. */
vi.setConfig({ testTimeout: 120_000 });

const run = async (...args: string[]) => {
  const { flags, operands } = parseFlags(args, train);
  return (await train.run(flags, operands)) as (Outcome & {
    readonly seed: number;
    readonly classes?: Meeting;
  })[];
};

/** Distances of all pairs of `points` for which `holds` of their indices, in ascending order. */
const distances = (points: readonly number[][], holds: (i: number, j: number) => boolean) =>
  points
    .flatMap((a, i) =>
      points.flatMap((b, j) =>
        i < j && holds(i, j) ? [Math.hypot(...a.map((at, k) => at - b[k]))] : [],
      ),
    )
    .sort((a, b) => a - b);

test("Each seed is trained to the horizon, and its outcome is that of one plain loop", async () => {
  const outcomes = await run(
    ..."--n 9 --width 9 --encoderRate 0.1 --decoderRate 0.01 --steps 1500".split(" "),
    ..."--seed 1 --seeds 3".split(" "),
  );
  expect(outcomes.map(({ seed }) => seed)).toEqual([1, 2, 3]);
  // Early stopping would end one of them.
  expect(outcomes.some(({ stepsToTest }) => stepsToTest !== null && stepsToTest < 1000)).toBe(true);
  const engine = await loadSimdEngine();
  for (const outcome of outcomes) {
    const changes = { n: 9, width: 9, encoderRate: 0.1, decoderRate: 0.01, steps: 1500 };
    const settings: Settings = { ...DEFAULTS, ...changes, seed: outcome.seed };
    const ensemble = await engine.create([settings]);
    const steps = schedule(settings.steps);
    const measures = await ensemble.advance(steps);
    const embedding = [...(await ensemble.parameters()).slice(0, 2 * 9)];
    ensemble.dispose();
    const column = (name: keyof typeof COLUMN) =>
      steps.map((_, i) => measures[i * MEASURES.length + COLUMN[name]]);
    const reached = (accuracies: readonly number[]) =>
      steps[accuracies.findIndex((accuracy) => accuracy > LEARNT)] ?? null;
    expect(outcome).toMatchObject({
      steps: 1500,
      stepsToTrain: reached(column("train")),
      stepsToTest: reached(column("test")),
      trainAccuracy: column("train").at(-1),
      testAccuracy: column("test").at(-1),
      accuracy: column("entire").at(-1),
      loss: column("trainLoss").at(-1),
    });
    // Nine elements in classes of three: 9 pairs within them, 27 between.
    const points = Array.from({ length: 9 }, (_, i) => embedding.slice(2 * i, 2 * i + 2));
    const within = distances(points, (i, j) => i % 3 === j % 3);
    const between = distances(points, (i, j) => i % 3 !== j % 3);
    expect([within.length, between.length]).toEqual([9, 27]);
    expect(outcome.classes?.within).toBeCloseTo(within[4], 12);
    expect(outcome.classes?.between).toBeCloseTo(between[13], 12);
  }
});

test("Of classes is told only where the relation has some", async () => {
  const [outcome] = await run(..."--n 6 --width 5 --relation greater-than --steps 20".split(" "));
  expect(outcome.classes).toBeUndefined();
});

test.each([
  [["--seeds", "0"], '--seeds is "0"'],
  [["--encoderRate", "fast"], '--encoderRate is "fast"'],
  [["--relation", "kinship"], '--relation is "kinship"'],
])("%j is refused in words", async (args, words) => {
  await expect(run(...args)).rejects.toThrow(words);
  await expect(run(...args)).rejects.toBeInstanceOf(UserError);
});
