import { expect, test, vi } from "vitest";
import { parseFlags, UserError } from "../../src/cli/command";
import { train } from "../../src/cli/train";
import { loadSimdEngine } from "../../src/engine/simd/loadInNode";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import type { Outcome } from "../../src/experiment/recording";
import { COLUMN, MEASURES } from "../../src/run/frame";
import { schedule } from "../../src/run/schedule";
import { LEARNT } from "../../src/theory/phase";

/** Training takes as long as the machine is busy. */
vi.setConfig({ testTimeout: 120_000 });

const run = async (...args: string[]) => {
  const { flags, operands } = parseFlags(args, train);
  return (await train.run(flags, operands)) as (Outcome & { readonly seed: number })[];
};

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
  }
});

test.each([
  [["--seeds", "0"], '--seeds is "0"'],
  [["--encoderRate", "fast"], '--encoderRate is "fast"'],
  [["--relation", "kinship"], '--relation is "kinship"'],
])("%j is refused in words", async (args, words) => {
  await expect(run(...args)).rejects.toThrow(words);
  await expect(run(...args)).rejects.toBeInstanceOf(UserError);
});
