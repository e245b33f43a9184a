/**
 * @file Pairs that are wrong late in training: R(x, y) stands in the row of x and the column of y, and a square's
 * area is the share of networks that are wrong.
 */
import { expect, test } from "vitest";
import { missMatrix, missWords } from "../../../../src/chapters/data/view/missMatrix";
import { expectUpright, pointAt } from "../../../reading/axes";
import { makeStand, press } from "../../../stand";
import { fourMissed } from "../figures/misses";

const stand = makeStand(320, 360);

test("Squares stand in the row of x and the column of y, and their areas are shares; pointer and keys read them", () => {
  const view = stand.mount(missMatrix, fourMissed, {});
  const { n, networks, wrong } = fourMissed;
  const frame = (stand.find(".grid path") as SVGPathElement).getBoundingClientRect();
  const side = frame.width / n;
  const drawn = [...stand.root.querySelectorAll(".squares rect")].map((rect) => {
    const { left, top, width, height } = rect.getBoundingClientRect();
    const [column, row] = [
      (left + width / 2 - frame.left) / side,
      (top + height / 2 - frame.top) / side,
    ];
    const pair = Math.floor(row) * n + Math.floor(column);
    return { pair, share: (width * height) / side ** 2 };
  });
  expect(drawn.map(({ pair }) => pair)).toEqual(
    [...wrong.keys()].filter((pair) => wrong[pair] > 0),
  );
  for (const { pair, share } of drawn) expect(share).toBeCloseTo(wrong[pair] / networks, 1);

  const svg = stand.find("svg") as SVGSVGElement;
  expect(stand.caption).toMatch(/^Point at a pair/);
  expect(svg.getAttribute("aria-label")).toContain(fourMissed.summary);
  pointAt(stand, svg, "pointermove", {
    x: frame.left + 2.5 * side,
    y: frame.top + 1.5 * side,
  });
  expect(stand.caption).toBe(missWords(fourMissed, n + 2));
  expect(stand.caption).toBe(
    "R(1, 2): 8 of 8 networks are wrong; of the 4 that were not trained on it, 4.",
  );
  pointAt(stand, svg, "pointerleave", { x: 0, y: 0 });
  for (const key of ["ArrowDown", "ArrowRight"]) press(svg, key);
  expect(stand.caption).toBe(missWords(fourMissed, 1));
  expectUpright(stand);
  view.destroy();
});
