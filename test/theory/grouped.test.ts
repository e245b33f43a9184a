import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { grouped } from "../../src/theory/grouped";

test.prop([fc.integer({ min: -1e9, max: 1e15 })])("thousands are set apart as in English", (x) => {
  expect(grouped(x)).toBe(x.toLocaleString("en-GB"));
});

test("what is not whole is rounded", () => {
  expect(grouped(999.5)).toBe("1,000");
  expect(grouped(0.2)).toBe("0");
});
