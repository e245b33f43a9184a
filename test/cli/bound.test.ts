import { describe, expect, test } from "vitest";
import { bound } from "../../src/cli/bound";
import { parseFlags, UserError } from "../../src/cli/command";
import { trainCount } from "../../src/experiment/dataset";
import { packMatrix } from "../../src/experiment/matrix";
import { DEFAULTS } from "../../src/experiment/params";

interface Row {
  readonly fraction: number;
  readonly m: number;
  readonly inferable: number | null;
  readonly bound: number | null;
  readonly boundSe: number | null;
  readonly eq2: number;
  readonly eq4: number | null;
  readonly inconsistentMasks?: number;
  readonly contradiction?: readonly (readonly number[])[];
}

async function rows(line: string): Promise<readonly Row[]> {
  const { flags, operands } = parseFlags(line.split(" "), bound);
  return (await bound.run(flags, operands)) as readonly Row[];
}

describe("cli bound", () => {
  test("gives a row per fraction, with the sample that training would take", async () => {
    const fractions = [0.05, 0.0995, 0.75];
    const given = await rows(`--relation modulo-3 --fraction ${fractions} --masks 3 --seed 1`);
    expect(given.map((row) => row.fraction)).toEqual(fractions);
    expect(given.map((row) => row.m)).toEqual(
      fractions.map((trainFraction) => trainCount({ ...DEFAULTS, trainFraction })),
    );
    const [first] = given;
    const f = 1 - (1 - 1 / (30 * Math.log2(3))) ** 45;
    expect(first.eq2).toBeCloseTo(f, 12);
    expect(first.eq4).toBeCloseTo(f + (2 / 3) * (1 - f), 12);
    expect(given[2]).toMatchObject({ inferable: 1, bound: 1, boundSe: 0 });
  });

  test("knows every class and any k and n", async () => {
    const [row] = await rows("--relation modulo-k --classes 7 --n 20 --fraction 0.1 --masks 2");
    expect(row.m).toBe(40);
    expect(row.eq2).toBeCloseTo(1 - (1 - 1 / (20 * Math.log2(7))) ** 40, 12);
    const [transitive] = await rows("--relation transitive --n 8 --fraction 0.3 --masks 2");
    expect(transitive).toMatchObject({ bound: null, boundSe: null, eq4: null });
    expect(transitive.inferable).toBeGreaterThan(0.3 - 1e-12);
  });

  test("a matrix that is not of its declared class is reported with pairs that contradict", async () => {
    // 0 ~ 1 and 1 ~ 2 but not 0 ~ 2.
    const matrix = packMatrix(Uint8Array.from([1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1]));
    const [row] = await rows(
      `--relation custom --matrix ${matrix} --class equivalence --classes 2 --n 4 --fraction 0.9 --masks 5`,
    );
    expect(row).toMatchObject({ inferable: null, bound: null, inconsistentMasks: 5 });
    const positive = row.contradiction?.filter(([, , bit]) => bit === 1);
    const negative = row.contradiction?.filter(([, , bit]) => bit === 0);
    expect([positive?.length, negative?.length]).toEqual([2, 1]);
  });

  test.each([
    ["no fraction", "--relation modulo-3", "--fraction"],
    ["a fraction outside (0, 1)", "--fraction 0.1,1.5", "--fraction"],
    ["a fraction that is no number", "--fraction 0.1,,0.2", "--fraction"],
    ["no masks", "--fraction 0.1 --masks 0", "--masks"],
    ["half a mask", "--fraction 0.1 --masks 1.5", "--masks"],
    ["an unknown relation", "--fraction 0.1 --relation modulo-4", "--relation"],
    ["an unknown class", "--fraction 0.1 --class order", "--class"],
    ["too few elements", "--fraction 0.1 --n 2", "--n"],
    ["an operand", "--fraction 0.1 0.2", "0.2"],
    ["an unknown flag", "--fractions 0.1", "--fractions"],
  ])("names what is wrong: %s", async (_, line, named) => {
    const failure = await rows(line).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect((failure as UserError).message).toContain(named);
  });
});
