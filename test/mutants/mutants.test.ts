import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { faulty, type Mutant } from "../../scripts/mutant";
import { MUTANTS } from "./mutants";

const ROOT = join(import.meta.dirname, "../..");

const ROW: Mutant = { file: "f.ts", from: "a < b", to: "a <= b", what: "w", tests: [] };

test("there are faults of every kind of core code to notice", () => {
  const folders = ["theory", "experiment", "run", "engine", "kit", "chapters", "cli"];
  for (const folder of folders)
    expect(MUTANTS.filter(({ file }) => file.startsWith(`src/${folder}/`)).length).toBeGreaterThan(
      5,
    );
});

test("every fault can still be put into its file, and its tests exist", () => {
  const stale = MUTANTS.flatMap((mutant) => {
    const missing = mutant.tests.filter(
      (path) => path.endsWith(".built.test.ts") || !existsSync(join(ROOT, path)),
    );
    if (missing.length > 0 || mutant.tests.length === 0)
      return [`${mutant.file}: its tests do not exist: ${missing} (${mutant.what})`];
    try {
      const source = readFileSync(join(ROOT, mutant.file), "utf8");
      return faulty(source, mutant) === source ? [`${mutant.file}: nothing changes`] : [];
    } catch (error) {
      return [`${(error as Error).message} (${mutant.what})`];
    }
  });
  expect(stale).toEqual([]);
});

test("no two faults are called the same", () => {
  const names = MUTANTS.map(({ file, what }) => `${file}: ${what}`);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test("an edit is made at its one place, and refused where there is none or more than one", () => {
  expect(faulty("if (a < b) f();", ROW)).toBe("if (a <= b) f();");
  expect(() => faulty("if (b < a) f();", ROW)).toThrow('f.ts: "a < b" occurs 0 times');
  expect(() => faulty("a < b; a < b", ROW)).toThrow('f.ts: "a < b" occurs 2 times');
  expect(() => faulty("a < b", { ...ROW, to: "a < b" })).toThrow("changes nothing");
});

test("an edit behind another text is made at the first place after it", () => {
  const row = { ...ROW, after: "g()" };
  expect(faulty("a < b; g(); a < b; a < b", row)).toBe("a < b; g(); a <= b; a < b");
  expect(() => faulty("a < b; g()", row)).toThrow('does not occur after "g()"');
  expect(() => faulty("g(); g(); a < b", row)).toThrow('"g()" occurs 2 times');
});
