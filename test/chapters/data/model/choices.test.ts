import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { codec, HOME } from "../../../../src/app/chapters";
import { DATA_PART } from "../../../../src/chapters/data/model/choices";
import { PRESETS } from "../../../../src/chapters/data/model/presets";
import { matrixFits } from "../../../../src/experiment/matrix";
import { DEFAULTS } from "../../../../src/experiment/params";
import { partsWith } from "../../../../src/kit/live/model/link";

const { encode, decode } = codec;

const SEED = 20262;

test("the choices of chapter 2 are written where they differ, and read back", () => {
  expect(DATA_PART.format(DATA_PART.initial)).toBe("");
  const data = {
    alpha: 0.8,
    unit: "bits",
    figure: "networks",
    class: "transitive",
    length: "count",
    asked: "",
  } as const;
  expect(DATA_PART.format(data)).toBe(
    "alpha 0.8 unit bits figure networks class transitive length count",
  );
  const link = { ...HOME, chapter: "data", ...partsWith(HOME, DATA_PART, data) };
  expect(decode(encode(link))).toEqual({ link, notices: [] });
});

test.each([
  ["alpha 1.5", "data alpha", "1.5"],
  ["alpha", "data alpha", ""],
  ["alpha NaN", "data alpha", "NaN"],
  ["unit metres", "data unit", "metres"],
  ["class order", "data class", "order"],
  ["length paper length count", "data length", "count"],
  ["colour red", "data colour", "red"],
])("“%s” keeps the default and says so", (text, field, given) => {
  const { value: choices, notices } = DATA_PART.parse(text);
  expect(choices).toEqual(DATA_PART.initial);
  expect(notices).toHaveLength(1);
  expect(notices[0]).toMatchObject({ field, given });
});

property.prop([fc.string()], { seed: SEED, numRuns: 300 })(
  "any text gives choices that survive being written and read",
  (text) => {
    const { value } = DATA_PART.parse(text);
    expect(DATA_PART.parse(DATA_PART.format(value))).toEqual({ value, notices: [] });
  },
);

test("presets fit their own number of elements", () => {
  for (const { settings } of PRESETS)
    expect(matrixFits(settings.matrix ?? "", settings.n ?? DEFAULTS.n)).toBe(true);
});
