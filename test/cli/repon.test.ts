import { describe, expect, test } from "vitest";
import { parseFlags } from "../../src/cli/command";
import { repon } from "../../src/cli/repon";

interface Report {
  readonly collides: boolean;
  readonly minEigenvalue: number | null;
  readonly C: number | null;
  readonly finalSeparation: number;
  readonly pCollision: number | null;
  readonly notes?: readonly string[];
  readonly state?: { readonly r: readonly number[]; readonly C: number };
  readonly full?: { readonly collides: boolean; readonly separation: number };
  readonly monteCarlo?: { readonly exact: { readonly share: number }; readonly exactLaw: number };
}

const run = async (...args: string[]): Promise<Report> => {
  const { flags, operands } = parseFlags(args, repon);
  return (await repon.run(flags, operands)) as Report;
};

const UNIT = ["--A", "1,0;0,1", "--r", "-1,0"];

describe("the repon command", () => {
  test("At equal rates and A = 1 the pair stays apart by sqrt(1/2)", async () => {
    const report = await run(...UNIT, "--etaX", "1", "--etaA", "1");
    expect(report).toMatchObject({ collides: false, minEigenvalue: -0.5, C: -0.5 });
    expect(report.finalSeparation).toBeCloseTo(Math.SQRT1_2, 14);
    expect(report.pCollision).toBeCloseTo((2 / Math.PI) * Math.atan(Math.SQRT1_2), 14);
  });

  test("An embedding three times as fast collides, and C stays on the way", async () => {
    const report = await run(...UNIT, "--etaX", "3", "--t", "1.5");
    expect(report).toMatchObject({ collides: true, finalSeparation: 0 });
    expect(report.C).toBeCloseTo(1 / 6, 14);
    expect(report.state?.C).toBeCloseTo(1 / 6, 8);
    expect(report.state?.r[0]).toBeLessThan(0);
  });

  test("The full system without a target is the reduced one", async () => {
    const report = await run("--A", "1,0.5;0,1", "--x1", "1,0.2", "--x2", "-1,-0.2", "--full");
    expect(report.full?.collides).toBe(report.collides);
    // The full system is followed until A along r is 1e-4 of A.
    expect(report.full?.separation).toBeCloseTo(report.finalSeparation, 3);
  });

  test("Monte Carlo over any number of outputs comes with its law", async () => {
    const { monteCarlo } = await run(...UNIT, "--outputs", "4", "--draws", "2000", "--seed", "3");
    // Four standard errors of 2000 draws are at most 0.045.
    expect(Math.abs(monteCarlo!.exact.share - monteCarlo!.exactLaw)).toBeLessThan(0.045);
  });

  test.each([
    [["--A", "1,0;0,1", "--r", "0,0"], "r = 0"],
    [["--A", "0,0;0,0", "--r", "1,0"], "A r = 0"],
    [[...UNIT, "--etaX", "0"], "etaX = 0"],
    [[...UNIT, "--etaA", "0"], "etaA = 0"],
    [[...UNIT, "--etaX", "0", "--etaA", "0"], "both rates are 0"],
  ])("Degenerate input %s has a sentence and no NaN", async (args, sentence) => {
    const report = await run(...args, "--t", "1", "--full", "--outputs", "2", "--draws", "10");
    expect(report.notes?.some((note) => note.startsWith(sentence))).toBe(true);
    const numbers: unknown[] = [];
    JSON.stringify(report, (_, value) => {
      numbers.push(value);
      return value;
    });
    for (const x of numbers) if (typeof x === "number") expect(Number.isFinite(x)).toBe(true);
  });

  test("A ratio of 1e12 gives the limit", async () => {
    const { finalSeparation } = await run("--A", "1,0;0,0", "--r", "1,1", "--etaX", "1e12");
    expect(finalSeparation).toBeCloseTo(1, 11);
  });

  test.each([
    [["--A", "1,0;0,1", "--r", "1"], '--r is "1"'],
    [["--A", "1,0;0", "--r", "1,0"], '--A is "1,0;0"'],
    [["--A", "1,x", "--r", "1,0"], '--A is "1,x"'],
    [["--r", "1,0"], "--A is missing"],
    [["--A", "1,0"], "give --r"],
    [[...UNIT, "--x1", "1,0"], "either"],
    [[...UNIT, "--etaX", "-1"], '--etaX is "-1"'],
    [[...UNIT, "--y", "1,0"], "--full"],
    [[...UNIT, "--sigmaA", "0"], '--sigmaA is "0"'],
    [[...UNIT, "1,0"], '"1,0"'],
  ])("Bad input %s is named", async (args, text) => {
    await expect(run(...args)).rejects.toThrow(text);
  });
});
