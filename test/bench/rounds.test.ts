import { expect, test } from "vitest";
import { withSection } from "../../bench/engines/document";
import { productFlops } from "../../bench/engines/kernelShare";
import { format } from "../../bench/engines/numbers";
import { interleaved, median, medianRatio } from "../../bench/engines/rounds";
import { DEFAULTS } from "../../src/experiment/params";

test("every round has every variant once, and every other round runs backwards", () => {
  expect(interleaved(["a", "b", "c"], 3)).toEqual([
    ["a", "b", "c"],
    ["c", "b", "a"],
    ["a", "b", "c"],
  ]);
});

test("the median is the middle value, or the mean of the middle two", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 10, 2])).toBe(3);
  expect(median([7])).toBe(7);
  expect(median([])).toBeNaN();
});

test("a ratio compares values of one round, so a machine that slows down for both cancels", () => {
  const machine = [1, 0.3, 0.8, 0.1, 0.5];
  const fast = machine.map((speed) => 200 * speed);
  const slow = machine.map((speed) => 50 * speed);
  expect(medianRatio(fast, slow)).toBe(4);
  // The ratio of the medians would be 8 / 2.
  expect(medianRatio([1, 8, 9], [1, 4, 2])).toBe(2);
});

test("the products of a default step are 20.45 million operations", () => {
  // 675 pairs; two hidden layers 50 to 50 and the output 50 to 1; three products of each, 2 operations.
  expect(productFlops(DEFAULTS)).toBe(675 * (2 * 50 * 50 + 50) * 3 * 2);
});

test("numbers in a table have three digits, small ones a power of ten", () => {
  expect([1284.3, 16.42, 0.7123, 9, 0.0387, 4.2e-6].map(format)).toEqual([
    "1,280",
    "16.4",
    "0.712",
    "9",
    "3.9e-2",
    "4e-6",
  ]);
});

test("only what stands between the markers is replaced", () => {
  const document =
    "before\n\n<!-- written by npm run bench -->\n\nold\n\n<!-- end of what is written -->\n\nafter";
  const once = withSection(document, "new");
  expect(once).toBe(document.replace("old", "new"));
  expect(withSection(once, "new")).toBe(once);
  expect(() => withSection("no markers", "new")).toThrow("lacks");
  const other = `<!-- written by another -->\n\nits\n\n<!-- end of what is written -->\n\n${document}`;
  expect(withSection(other, "new")).toBe(other.replace("old", "new"));
  expect(withSection(other, "new", "another")).toBe(other.replace("its", "new"));
});
