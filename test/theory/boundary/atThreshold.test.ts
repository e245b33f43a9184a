import { expect, test } from "vitest";
import { type Boundary, fitForetells } from "../../../src/theory/boundary/logistic";
import { type Direction, foretells, PRODUCT, RATIO } from "../../../src/theory/boundary/threshold";

const BELOW = -1 / 4;
const ABOVE = 1 / 4;

test.each<[string, Direction, { x: number; y: number }]>([
  ["ratio", RATIO, { x: -2, y: -4 }],
  ["product", PRODUCT, { x: -3, y: -4 }],
])("a network right at the threshold of the %s is taken to learn", (_, direction, place) => {
  const sum = direction.x * place.x + direction.y * place.y;
  expect(foretells(direction, sum, place)).toBe(true);
  const learns = direction.side === "above" ? BELOW : ABOVE;
  expect(foretells(direction, sum + learns, place)).toBe(true);
  expect(foretells(direction, sum - learns, place)).toBe(false);
});

test("a logarithm that is rounded otherwise is at the threshold too", () => {
  const [x, y] = [-3.5, -2.5];
  for (const off of [-1e-12, 1e-12]) {
    expect(foretells(RATIO, -1, { x: x + off, y })).toBe(true);
    expect(foretells(PRODUCT, -6, { x: x + off, y })).toBe(true);
  }
});

test("a network on the fitted line of even odds is taken to learn", () => {
  // The line y = x + 1/2.
  const boundary = { coefficients: [1 / 2, 1, -1] } as unknown as Boundary;
  expect(fitForetells(boundary, { x: -3, y: -2.5 })).toBe(true);
  expect(fitForetells(boundary, { x: -3, y: -2.5 + BELOW })).toBe(true);
  expect(fitForetells(boundary, { x: -3, y: -2.5 + ABOVE })).toBe(false);
});
