/**
 * @file The coil between two repons: from the first to the second, straight at both ends.
 */
import { expect, test } from "vitest";
import { coil } from "../../../../src/chapters/two-repons/view/spring";
import { INK, type Place, wayOf } from "../../../reading/plane";
import { makeStand } from "../../../stand";

const stand = makeStand(400, 300);

/** The coil from (x0, y0) to (x1, y1) of the stand, as ways along and across the straight line, px. */
function coiled(from: readonly [number, number], to: readonly [number, number], breadth: number) {
  stand.root.innerHTML = `<svg width="400" height="300"><path d="${coil(from, to, breadth)}"/></svg>`;
  const box = stand.svg.getBoundingClientRect();
  const [u, v] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(u, v);
  const turn = ({ x, y }: Place): Place => {
    const [dx, dy] = [x - box.left - from[0], y - box.top - from[1]];
    return { x: (dx * u + dy * v) / length, y: (dy * u - dx * v) / length };
  };
  return { way: wayOf(stand.find("path") as SVGPathElement, 2000).map(turn), length };
}

test.each([
  ["to the right and down", [40, 30], [340, 230]],
  ["to the left and up", [350, 280], [20, 50]],
  ["straight up", [200, 290], [200, 20]],
] as const)("A coil %s begins at the first repon and ends at the second", (_, from, to) => {
  const { way, length } = coiled(from, to, 9);
  expect([way[0].x, way[0].y]).toBeAllclose([0, 0], { atol: INK });
  const end = way[way.length - 1];
  expect([end.x, end.y]).toBeAllclose([length, 0], { atol: INK });
  // A seventh of the way at either end is straight, the rest swings alike to both sides.
  const straight = way.filter(({ x }) => x < 0.139 * length || x > 0.861 * length);
  expect(straight.length).toBeGreaterThan(100);
  for (const { y } of straight) expect(Math.abs(y)).toBeLessThan(INK);
  const across = way.map(({ y }) => y);
  expect([Math.min(...across), Math.max(...across)]).toBeAllclose([-9, 9], { atol: INK });
  const coils = way.filter(({ x }) => x > 0.15 * length && x < 0.85 * length);
  const swings = coils.filter(({ y }, i) => i > 0 && y > 0 !== coils[i - 1].y > 0);
  expect(swings.length).toBeGreaterThan(5);
});

test("A short coil is at most two fifths of its length wide, and none is drawn within a pixel", () => {
  const { way } = coiled([100, 100], [130, 100], 9);
  const across = way.map(({ y }) => y);
  expect([Math.min(...across), Math.max(...across)]).toBeAllclose([-6, 6], { atol: INK });
  expect(coil([100, 100], [100.5, 100], 9)).toBe("");
});
