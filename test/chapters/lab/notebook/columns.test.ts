import { expect, test } from "vitest";
import { listed, verdictOf, wordsOf } from "../../../../src/chapters/lab/notebook/columns";
import { tableOf } from "../../../../src/chapters/lab/notebook/desk";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";
import type { Tried } from "../../../../src/run/tried";

const run = (
  name: string,
  date: number,
  more: Partial<Tried> = {},
  settings: Partial<Settings> = {},
): Tried => ({
  settings: { ...DEFAULTS, ...settings },
  name,
  date,
  order: date,
  progress: { step: 100_000, train: 100, test: 200, fellBack: false },
  accuracies: [1, 0.95],
  failed: false,
  link: "",
  picture: [],
  ...more,
});

const late = { progress: { step: 100_000, train: 100, test: 5000, fellBack: false } };
const never = { progress: { step: 100_000, train: null, test: null, fellBack: false } };
const RUNS = [
  run("b", 1, late, { n: 20 }),
  run("", 3, never, { relation: "greater-than", width: 9 }),
  run("a", 2, { failed: true }, { n: 8, relation: "greater-than" }),
];
const names = (runs: readonly Tried[]) => runs.map(({ date }) => date);

test("runs are sorted by any column, what has no value last in either direction", () => {
  const by = (column: Parameters<typeof listed>[0]["order"]["column"], down = false) =>
    names(listed({ runs: RUNS, filter: "", order: { column, down } }));
  expect(by("date")).toEqual([1, 2, 3]);
  expect(by("date", true)).toEqual([3, 2, 1]);
  expect(by("name")).toEqual([2, 1, 3]);
  expect(by("name", true)).toEqual([1, 2, 3]);
  expect(by("testStep")).toEqual([2, 1, 3]);
  expect(by("testStep", true)).toEqual([1, 2, 3]);
  expect(by("verdict")).toEqual([1, 3, 2]);
});

test("every word of the filter has to occur: in the name, in what differs or in the verdict", () => {
  const found = (filter: string) =>
    names(listed({ runs: RUNS, filter, order: { column: "date", down: false } }));
  expect(found("")).toEqual([1, 2, 3]);
  expect(found("  GREATER ")).toEqual([2, 3]);
  expect(found("greater 9")).toEqual([3]);
  expect(found("grokking")).toEqual([1]);
  expect(found("stopped a")).toEqual([2]);
  expect(found("nothing")).toEqual([]);
});

test("a run says what differs, and the verdict of the page", () => {
  expect(wordsOf(RUNS[0])).toBe("n 20");
  expect(wordsOf(run("", 0))).toBe("the paper’s defaults");
  expect(wordsOf(run("", 0, {}, { mask: "x" }))).toBe("own split");
  expect(verdictOf(RUNS[0])).toMatchObject({ phase: "grokking" });
  expect(verdictOf(RUNS[2])).toMatchObject({ phase: null, mark: "!" });
});

test("no cell of the table is a formula", () => {
  const [head, row] = tableOf([run('=HYPERLINK("x"),', 0, {}, { encoderRate: 1e-6 })]).split(
    "\r\n",
  );
  expect(head.split(",")[0]).toBe("name");
  expect(row.startsWith(`"'=HYPERLINK(""x""),",`)).toBe(true);
  expect(row).toContain("0.000001");
});
