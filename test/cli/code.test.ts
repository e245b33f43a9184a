import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { missing, pythonWith } from "../../scripts/python";
import { code } from "../../src/cli/code";
import { parseFlags, UserError } from "../../src/cli/command";
import { train } from "../../src/cli/train";
import { PARAMS } from "../../src/experiment/params";
import { type Library, programOf } from "../../src/experiment/program/program";
import { parseSettings } from "../../src/experiment/settings";
import { uniform } from "../../src/theory/random";
import { PACKAGE_OF } from "../experiment/program/inside";

type Given = Readonly<Record<string, string | number>>;

const flagsOf = (given: Given): string[] =>
  Object.entries(given).flatMap(([name, value]) => [`--${name}`, String(value)]);

/** What is printed to stdout. */
const codeFor = async (...args: string[]) =>
  (await code.run(parseFlags(args, code).flags, [])) as string;

/** The lines that a program prints. */
async function run(library: Library, given: Given): Promise<string[]> {
  const python = pythonWith(PACKAGE_OF[library]);
  if (python === null) throw new Error(missing(PACKAGE_OF[library]));
  const input = await codeFor("--as", library, ...flagsOf(given));
  const { stdout, stderr } = spawnSync(python, ["-"], { input, encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout.trimEnd().split("\n");
}

async function trained(given: Given) {
  const { flags } = parseFlags(flagsOf(given), train);
  const [outcome] = (await train.run(flags, [])) as {
    phase: string;
    stepsToTrain: number | null;
    stepsToTest: number | null;
  }[];
  return outcome;
}

/** Settings of quick networks that nobody chose: the same for each number. */
function drawn(number: number): Given {
  let draws = 0;
  const next = () => uniform(20_261, "inference", draws++, number);
  const within = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const scaled = (low: number, high: number) =>
    Number((low * (high / low) ** next()).toPrecision(3));
  const one = (values: readonly string[]) => values[within(0, values.length - 1)];
  const optimiser = one(Object.keys(PARAMS.optimiser.values));
  const pace = optimiser === "gd" ? 30 : 1;
  return {
    relation: one(["modulo-k", "greater-than", "complete-bipartite", "equivalence", "tree"]),
    classes: within(2, 4),
    n: within(7, 14),
    trainFraction: scaled(0.6, 0.9),
    seed: within(0, 2 ** 32 - 1),
    mode: one(Object.keys(PARAMS.mode.values)),
    d: within(1, 3),
    depth: within(0, 3),
    width: within(6, 20),
    encoderRate: pace * scaled(3e-3, 0.03),
    decoderRate: pace * scaled(2e-3, 0.01),
    decoderDecay: one(["0", "0.01", "0.1"]),
    optimiser,
    loss: one(Object.keys(PARAMS.loss.values)),
    batch: one(["0", "31", "48"]),
    embeddingSigma: scaled(0.5, 2),
    steps: 1500,
  };
}

/** Steps are evaluated up to 1 % apart, and the engine of `train` computes in single precision. */
const SHARE = 0.03;

test("a program comes to the phase and the steps of `train`, for settings that nobody chose", async () => {
  const phases = new Set<string>();
  for (let number = 0; number < 12; number++) {
    const given = drawn(number);
    const outcome = await trained(given);
    const verdict = JSON.parse((await run("numpy", given)).at(-1) ?? "");
    const words = JSON.stringify(given);
    expect(Object.keys(verdict)).toEqual(["phase", "stepsToTrain", "stepsToTest"]);
    expect(verdict.phase, words).toBe(outcome.phase);
    for (const key of ["stepsToTrain", "stepsToTest"] as const) {
      const steps = outcome[key];
      if (steps === null) expect(verdict[key], words).toBeNull();
      else expect(Math.abs(verdict[key] - steps), words).toBeLessThanOrEqual(SHARE * steps);
    }
    phases.add(outcome.phase);
  }
  expect(phases.size).toBeGreaterThan(2);
});

const torch = pythonWith("torch") !== null;
if (!torch) console.warn(missing("torch"));
test.skipIf(!torch)("both libraries print the same, line for line", async () => {
  const given = { n: 9, width: 9, encoderRate: 0.1, decoderRate: 0.01, steps: 400 };
  const printed = await run("numpy", given);
  expect(printed.length).toBeGreaterThan(5);
  expect(await run("pytorch", given)).toEqual(printed);
});

describe("what is printed", () => {
  test("is the program of those settings and nothing else", async () => {
    const { settings } = parseSettings({ relation: "tree", n: 8, batch: 16 });
    for (const library of ["numpy", "pytorch"] as const)
      expect(
        await codeFor("--as", library, "--relation", "tree", "--n", "8", "--batch", "16"),
      ).toBe(programOf(settings, library));
  });

  test.each([
    [[], '--as is ""'],
    [["--as", "tensorflow"], '--as is "tensorflow" and must be one of pytorch, numpy'],
    [["--as", "numpy", "--n", "many"], '--n is "many"'],
  ])("%j is refused in words", async (args, words) => {
    await expect(codeFor(...args)).rejects.toThrow(words);
    await expect(codeFor(...args)).rejects.toBeInstanceOf(UserError);
  });
});
