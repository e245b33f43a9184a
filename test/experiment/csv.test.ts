/** @file CSV as another program reads it: Python's csv module. */
import { execFileSync } from "node:child_process";
import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { csvOf } from "../../src/experiment/csv";
import { undefused } from "../../src/experiment/table/formula";

/** Rows of a text as Python reads them. */
const READER =
  "import csv, io, json, sys\ntext = sys.stdin.buffer.read().decode('utf-8')\nprint(json.dumps(list(csv.reader(io.StringIO(text, newline=''), strict=True))))";
const python = (text: string): string[][] =>
  JSON.parse(execFileSync("python3", ["-c", READER], { input: text }).toString());

/** Names that elements may have. */
const ODD = ["=1+1", "a,b", 'say "no"', "two\nlines", "+4", "-x", "@sum", "\tx", "\r", "🦊 ½", ""];

describe("a table as CSV", () => {
  test("is read by Python cell for cell; what would be a formula is a text that begins with '", () => {
    const read = python(
      csvOf(
        ["name", "of, it"],
        ODD.map((name, i) => [name, i]),
      ),
    );
    expect(read[0]).toEqual(["name", "of, it"]);
    const formulas = ["=1+1", "+4", "-x", "@sum", "\tx", "\r"];
    expect(read.slice(1)).toEqual(
      ODD.map((name, i) => [formulas.includes(name) ? `'${name}` : name, String(i)]),
    );
  });

  test("writes numbers as numbers, negative ones too, and nothing for what is none", () => {
    const text = csvOf(["x"], [[-0.5], [1e-7], [Number.NaN], [null], [-Infinity]]);
    expect(text).toBe("x\r\n-0.5\r\n1e-7\r\n\r\n\r\n\r\n");
  });

  test.prop(
    [
      fc.array(fc.tuple(fc.string({ unit: "grapheme" }), fc.double()), {
        maxLength: 60,
        minLength: 1,
      }),
    ],
    { numRuns: 12 },
  )("is read back by Python whatever the names are", (pairs) => {
    const read = python(csvOf(["name", "value"], pairs)).slice(1);
    expect(read.map(([name]) => undefused(name))).toEqual(pairs.map(([name]) => name));
    expect(read.every(([name]) => !/^[=+\-@\t\r]/.test(name))).toBe(true);
    read.forEach(([, value], i) => {
      // 0 and −0 are one number.
      if (Number.isFinite(pairs[i][1])) expect(Number(value)).toBe(pairs[i][1] + 0);
      else expect(value).toBe("");
    });
  });
});
