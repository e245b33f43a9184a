import { describe, expect, test } from "vitest";
import { clipWay } from "../../../../src/chapters/phases/view/clip";
import { sharesOf } from "../../../../src/chapters/phases/view/gridCells";
import { tickRoom, ticksOf } from "../../../../src/chapters/phases/view/gridGround";
import {
  bandsOf,
  type GridAxis,
  layOutGrid,
  wayOf,
} from "../../../../src/chapters/phases/view/gridLayout";

const rates: GridAxis = {
  name: "rate",
  values: [1e-5, 3.162e-5, 1e-4, 3.162e-4, 1e-3],
  log: true,
};
const decay: GridAxis = { name: "decay", values: [0, 1e-2, 1e-1, 1], log: true, zero: "none" };
const frame = { width: 536, height: 450, size: 1, tick: 0, aside: 0, below: 0 };

describe("bands", () => {
  test("place a value between cells by its logarithm", () => {
    const bands = bandsOf(rates, 0, 500);
    expect(bands.middles).toBeAllclose([50, 150, 250, 350, 450], { atol: 1e-9 });
    expect(bands.place(-4)).toBeCloseTo(250, 9);
    // Four digits of 3.162e-5 are 4e-5 decades, or 0.8e-2 px, off a half-decade.
    expect(bands.place(-4.5)).toBeCloseTo(150, 1);
    expect(bands.place(-5.25)).toBeCloseTo(0, 1);
    expect(bands.at(149)).toBe(1);
    expect(bands.at(-1)).toBe(-1);
  });

  test("tell the value at a pixel, between cells and beyond", () => {
    for (const bands of [bandsOf(rates, 0, 500), bandsOf(decay, 435, 0)])
      for (let pixel = -50; pixel <= 550; pixel += 7)
        expect(bands.place(bands.value(pixel))).toBeCloseTo(pixel, 9);
    expect(bandsOf(rates, 0, 500).value(250)).toBeCloseTo(-4, 9);
  });

  test("set no decay apart, outside of the scale", () => {
    const bands = bandsOf(decay, 0, 435);
    expect(bands.middles).toBeAllclose([50, 185, 285, 385], { atol: 1e-9 });
    expect(bands.scaled).toBeAllclose([135, 435], { atol: 1e-9 });
    expect(bands.place(-1)).toBeCloseTo(285, 9);
    expect(ticksOf(bands, 0).map(({ text }) => text)).toEqual(["none", "10^{−2}", "10^{−1}", "1"]);
  });
});

describe("the layout", () => {
  const layout = layOutGrid(rates, rates, frame);

  test("has large x at the right and large y at the top", () => {
    expect(layout.x.place(-3)).toBeGreaterThan(layout.x.place(-5));
    expect(layout.y.place(-3)).toBeLessThan(layout.y.place(-5));
  });

  test("draws a line of equal ratio upwards and one of equal product downwards", () => {
    const rise = (line: { x: number; y: number; at: number }) => {
      const way = wayOf(line, layout);
      const [[x0, y0], [x1, y1]] = [way[0], way[way.length - 1]];
      return -(y1 - y0) / (x1 - x0) / (layout.y.size / layout.x.size);
    };
    // Four digits of the rates bend the line by 1e-5 decades.
    expect(rise({ x: 1, y: -1, at: 0 })).toBeCloseTo(1, 3);
    expect(rise({ x: 1, y: 1, at: -8 })).toBeCloseTo(-1, 3);
  });

  test("leads a line through the cells that lie on it", () => {
    const way = wayOf({ x: 1, y: 1, at: -8 }, layout);
    const cell: readonly [number, number] = [layout.x.middles[2], layout.y.middles[2]];
    expect(Math.min(...way.map(([x, y]) => Math.hypot(x - cell[0], y - cell[1])))).toBeLessThan(
      0.1,
    );
    const upright = wayOf({ x: 1, y: 0, at: -4 }, layout);
    expect(upright.map(([x]) => x)).toEqual([layout.x.middles[2], layout.x.middles[2]]);
  });

  test("leaves room for the longest tick at the left", () => {
    const odd: GridAxis = { ...rates, values: [1.234e-5, 5.6e-4, 0.1] };
    expect(tickRoom(odd, 1)).toBeGreaterThan(tickRoom(rates, 1));
  });
});

test("a way is cut where it leaves the box, and missed where it passes by", () => {
  const clipped = clipWay(
    [
      [-10, 5],
      [20, 5],
      [20, 30],
    ],
    [0, 0],
    [10, 10],
  );
  expect(clipped).toEqual([
    [0, 5],
    [10, 5],
  ]);
  expect(
    clipWay(
      [
        [-5, -5],
        [-5, 20],
      ],
      [0, 0],
      [10, 10],
    ),
  ).toEqual([]);
});

test("seeds share a cell without rest or overlap", () => {
  for (let count = 1; count <= 9; count++) {
    const shares = sharesOf(count, { x: 3, y: 4, width: 60, height: 48 });
    expect(shares).toHaveLength(count);
    expect(shares.reduce((sum, { width, height }) => sum + width * height, 0)).toBeCloseTo(
      60 * 48,
      9,
    );
    for (const { x, y, width, height } of shares) {
      expect(x + width).toBeLessThanOrEqual(63 + 1e-9);
      expect(y + height).toBeLessThanOrEqual(52 + 1e-9);
    }
  }
});
