/**
 * @file One intercept for all relations? The shipped recordings, and made-up rows for which the sentence is
 * true and false.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { evenRow } from "../../../../src/chapters/phases/model/across";
import { evenOddsFinding } from "../../../../src/chapters/phases/view/evenOddsFinding";
import type { EvenRow } from "../../../../src/chapters/phases/view/evenRow";
import { parseRecording } from "../../../../src/experiment/recording";

const ROOT = join(import.meta.dirname, "../../../..");

function recorded(name: string): EvenRow {
  const parsed = parseRecording(readFileSync(join(ROOT, "public/data", `${name}.json`), "utf8"));
  if ("problem" in parsed) throw new Error(parsed.problem);
  return evenRow(parsed.recording);
}

/** By another program from the same files (November 2026), with fewer draws: 95 %, cells resampled. */
const ELSEWHERE = {
  "figure-5-modulo-5": [10, 7, 14],
  "figure-5-modulo-3": [18, 10, 28],
  "figure-5-complete-bipartite": [64, 42, 103],
  "figure-5-greater-than": [74, 45, 114],
  "figure-5-modulo-3-full-batch": [5, 3, 8],
} as const;
/** Ends of an interval are known to this share: quantiles of some hundred skewed draws. */
const ENDS = 0.2;

const rows = Object.keys(ELSEWHERE).map(recorded);

describe("even odds of the recordings", () => {
  test.each(rows)("of $id are what the notes say and another program found", ({ id, even }) => {
    if (!even) throw new Error("it has two sides");
    const [ratio, low, high] = ELSEWHERE[id as keyof typeof ELSEWHERE];
    expect(Math.abs(even.ratio - ratio)).toBeLessThan(1);
    expect(Math.abs(Math.log(even.low / low))).toBeLessThan(ENDS);
    expect(Math.abs(Math.log(even.high / high))).toBeLessThan(ENDS);
    const notes = readFileSync(join(ROOT, "docs/model.md"), "utf8").split("\n");
    const two = (x: number) => `${Number(x.toPrecision(2))}`;
    expect(notes).toContain(
      `| \`${id}\` | ${two(even.ratio)} | ${two(even.low)} to ${two(even.high)} |`,
    );
  });

  test("differ by a factor of about seven between relations trained alike", () => {
    expect(evenOddsFinding({ rows })).toBe(
      "Even odds lie between 9.9 for modulo 5 and 75 for greater-than, a factor of 7.5, and their 95 % intervals do not meet. One intercept for all four relations does not hold. For modulo 3, full batch, it is 4.7 instead of 18.",
    );
  });
});

describe("the sentence on even odds", () => {
  const row = (name: string, ratio: number, low: number, high: number): EvenRow => ({
    id: name,
    name,
    training: "batch 64",
    even: { ratio, low, high },
    why: "",
  });

  test("excludes nothing where the outermost intervals meet", () => {
    const near = [row("a", 10, 5, 20), row("b", 16, 8, 31)];
    expect(evenOddsFinding({ rows: near })).toBe(
      "Even odds lie between 10 for a and 16 for b, a factor of 1.6, but their 95 % intervals meet: one intercept for all two relations is not excluded.",
    );
  });

  test("does not compare what was trained otherwise", () => {
    const other = { ...row("a", 1000, 900, 1100), training: "full batch" };
    const sentence = evenOddsFinding({ rows: [row("a", 10, 5, 20), row("b", 16, 8, 31), other] });
    expect(sentence).toContain("meet: one intercept");
    expect(sentence).toMatch(/For a, full batch, it is 1000 instead of 10\.$/);
  });

  test("says so while little is known", () => {
    const open = { ...row("a", 1, 1, 1), even: null, why: "is being fetched" };
    expect(evenOddsFinding({ rows: [open] })).toBe("Nothing is known yet.");
    expect(evenOddsFinding({ rows: [open, row("b", 16, 8, 31)] })).toBe(
      "For b alone even odds are known, at 16.",
    );
  });
});
