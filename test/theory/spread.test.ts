import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { spreadOf } from "../../src/theory/spread";

test("of odd, even and no numbers", () => {
  expect(spreadOf([3, 1, 2])).toEqual({ low: 1, median: 2, high: 3, count: 3 });
  expect(spreadOf([4, 1])).toEqual({ low: 1, median: 2.5, high: 4, count: 2 });
  expect(spreadOf([])).toBeNull();
});

property.prop([fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 })])(
  "at least half of the numbers lie on either side of the median",
  (values) => {
    const median = spreadOf(values)?.median ?? Number.NaN;
    expect(2 * values.filter((x) => x <= median).length).toBeGreaterThanOrEqual(values.length);
    expect(2 * values.filter((x) => x >= median).length).toBeGreaterThanOrEqual(values.length);
  },
);
