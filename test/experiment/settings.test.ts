import { describe, expect, test } from "vitest";
import { makeDataset, trainCount } from "../../src/experiment/dataset";
import { packMatrix } from "../../src/experiment/matrix";
import { type NumericParam, PARAM_KEYS, PARAMS } from "../../src/experiment/params";
import { parseSettings, parseValue, quote } from "../../src/experiment/settings";

const NUMERIC = PARAM_KEYS.filter((key) => PARAMS[key].kind === "number");

describe("the range of a knob", () => {
  test("there are knobs to hold to it", () => {
    expect(NUMERIC.length).toBeGreaterThan(10);
  });

  test.each(NUMERIC)("of %s has its ends in it, and nothing beyond", (key) => {
    const { min, max, scale, zero } = PARAMS[key] as NumericParam;
    const whole = scale === "integer" || scale === "log-integer";
    expect(parseValue(key, min)).toEqual({ value: min });
    expect(parseValue(key, max)).toEqual({ value: max });
    // The next whole number, or a thousandth of the size.
    const beyond = (end: number) => (whole ? 1 : Math.abs(end) / 1000 || 1e-3);
    expect(parseValue(key, max + beyond(max))).toHaveProperty("reason");
    const below = min - beyond(min);
    if (zero === undefined || below !== 0) expect(parseValue(key, below)).toHaveProperty("reason");
    if (zero !== undefined) expect(parseValue(key, 0)).toEqual({ value: 0 });
  });
});

test("foreign text is repeated up to 40 characters, in one line", () => {
  expect(quote("a".repeat(40))).toBe("a".repeat(40));
  expect(quote("a".repeat(41))).toBe(`${"a".repeat(40)}…`);
  expect(quote("one\ntwo\u0000")).toBe("onetwo");
  expect(quote(undefined)).toBe("undefined");
  expect(quote({ a: 1 })).toBe('{"a":1}');
});

describe("a split of one's own", () => {
  const n = 5;
  const split = (ones: number) => packMatrix(new Uint8Array(n * n).fill(1, 0, ones));

  test.each([1, 7, n * n - 1])("with %i pairs to train on is taken", (ones) => {
    const { settings, notices } = parseSettings({ n, mask: split(ones) });
    expect(notices).toEqual([]);
    expect(trainCount(settings)).toBe(ones);
    expect(makeDataset(settings).train).toHaveLength(ones);
  });

  test.each([
    ["nothing to train on", split(0), "must have a pair on either side"],
    ["nothing held out", split(n * n), "must have a pair on either side"],
    ["of another size", packMatrix(new Uint8Array(36)), "must hold 5 × 5 bits"],
  ])("%s is refused", (_, mask, reason) => {
    const { settings, notices } = parseSettings({ n, mask });
    expect(settings.mask).toBe("");
    expect(notices).toMatchObject([{ field: "mask", reason }]);
  });
});
