import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { DATA_HOME, formatData, parseData } from "../../src/experiment/dataChoices";
import { DATA_PRESETS } from "../../src/experiment/dataPresets";
import { decode, encode, HOME } from "../../src/experiment/link";
import { matrixFits } from "../../src/experiment/matrix";
import { DEFAULTS } from "../../src/experiment/params";

const SEED = 20262;

test("the choices of chapter 2 are written where they differ, and read back", () => {
  expect(formatData(DATA_HOME)).toBe("");
  const data = {
    alpha: 0.8,
    unit: "bits",
    figure: "networks",
    class: "transitive",
    length: "count",
  } as const;
  expect(formatData(data)).toBe(
    "alpha 0.8 unit bits figure networks class transitive length count",
  );
  const link = { ...HOME, chapter: "data" as const, data };
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
  const { choices, notices } = parseData(text);
  expect(choices).toEqual(DATA_HOME);
  expect(notices).toHaveLength(1);
  expect(notices[0]).toMatchObject({ field, given });
});

property.prop([fc.string()], { seed: SEED, numRuns: 300 })(
  "any text gives choices that survive being written and read",
  (text) => {
    const { choices } = parseData(text);
    expect(parseData(formatData(choices))).toEqual({ choices, notices: [] });
  },
);

test("presets fit their own number of elements", () => {
  for (const { settings } of DATA_PRESETS)
    expect(matrixFits(settings.matrix ?? "", settings.n ?? DEFAULTS.n)).toBe(true);
});
