import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { PARAM_KEYS, PARAMS } from "../../../src/experiment/params";
import { toText } from "../../../src/kit/ui/scale";
import { readTyped } from "../../../src/kit/ui/typed";
import { grouped } from "../../../src/theory/grouped";
import { raised } from "../../../src/theory/raised";

describe("a number as people type it", () => {
  test.each([
    ["0.01", 0.01],
    ["0,01", 0.01],
    [",5", 0.5],
    [".5", 0.5],
    ["5.", 5],
    ["1e-3", 1e-3],
    ["1E−3", 1e-3],
    ["10⁻³", 1e-3],
    ["−3", -3],
    ["–3", -3],
    ["+4", 4],
    ["3·10⁻⁴", 3e-4],
    ["3 × 10^-4", 3e-4],
    ["2,5 x 10^(2)", 250],
    ["1.234.567,5", 1234567.5],
    ["1,234,567.5", 1234567.5],
    ["1 234 567", 1234567],
    ["1\u202F234,5", 1234.5],
    ["12’345.5", 12345.5],
    ["1,751", 1.751],
    ["٠٫٠١", 0.01],
    ["१२", 12],
    ["৯", 9],
    ["０．５", 0.5],
    ["\u200E42\u200F", 42],
    ["𝟙𝟚", 12],
  ])("%s", (text, value) => {
    expect(readTyped(text)).toBe(value);
  });

  test.each([
    ["10.000", 10_000],
    ["10,000", 10_000],
    ["1,751", 1751],
    ["1.000.000", 1_000_000],
    ["1e4", 10_000],
    ["10⁵", 100_000],
    ["1,5e3", 1500],
    ["0.500", 0.5],
    ["12.5", 12.5],
  ])("%s, where a whole one is wanted", (text, value) => {
    expect(readTyped(text, true)).toBe(value);
  });

  test.each([
    "",
    " ",
    "fast",
    "0x1",
    "1e",
    "e3",
    "--1",
    "1-2",
    "1.2.3",
    "1,23,456",
    "1.234,567,8",
    "1,234.5,6",
    "NaN",
    "Infinity",
    "10^",
    "²",
    "½",
    ".",
    "1e9999",
    "<b>1</b>",
  ])("“%s” is none", (text) => {
    expect(readTyped(text)).toBeNaN();
  });
});

describe("what the page writes itself is read again", () => {
  const NUMERIC = PARAM_KEYS.flatMap((key) => {
    const param = PARAMS[key];
    return param.kind === "number" ? [[key, param] as const] : [];
  });
  test.each(NUMERIC)("%s, at its ends", (_, param) => {
    const whole = param.scale.endsWith("integer");
    for (const value of [param.min, param.max, param.initial])
      if (value !== 0) expect(readTyped(toText(param, value), whole)).toBe(value);
  });

  property.prop([fc.integer({ min: -9_999_999, max: 9_999_999 })], { seed: 3 })(
    "whole numbers in groups",
    (x) => {
      expect(readTyped(grouped(x), true)).toBe(x + 0);
    },
  );

  property.prop([fc.integer({ min: -20, max: 20 })], { seed: 4 })("powers of ten", (power) => {
    expect(readTyped(`10${raised(power)}`)).toBe(Number(`1e${power}`));
  });

  property.prop([fc.string({ unit: "grapheme" })], { seed: 5 })(
    "anything is a number or none",
    (text) => {
      expect(typeof readTyped(text)).toBe("number");
    },
  );
});
