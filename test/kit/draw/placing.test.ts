import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { type Polyline, placeLineLabels } from "../../../src/chapters/data/view/lineLabels";
import { spread, stack } from "../../../src/kit/draw/stack";
import { makeDeclutter } from "../../../src/kit/live/view/declutter";
import { makeFollower } from "../../../src/kit/live/view/follow";
import { gaussian } from "../../../src/theory/random";

/** Sweeps after which labels have come to rest. */
const ENOUGH = 250;
const FONT = 12.5;
const RADIUS = 6;

function place(x: Float64Array, y: Float64Array) {
  const n = x.length;
  const labels = makeDeclutter(n);
  const radius = new Float64Array(n).fill(RADIUS);
  const halfWidths = Float64Array.from({ length: n }, (_, i) => 0.31 * FONT * `${i}`.length + 1);
  const boxes = { halfWidths, halfHeight: FONT / 2, width: 520, height: 520 };
  const relax = (sweeps: number, share?: number) =>
    labels.relax({ x, y, radius }, boxes, sweeps, share);
  relax(ENOUGH, 1);
  return { labels, halfWidths, relax };
}

/** n points about three places, with a given spread. */
function three(n: number, spread: number) {
  const centres = [100, 150, 400, 150, 250, 400];
  const at = (c: number) =>
    Float64Array.from(
      { length: n },
      (_, i) => centres[2 * (i % 3) + c] + spread * gaussian(1, "embedding", 2 * i + c),
    );
  return { x: at(0), y: at(1) };
}

describe("labels of repons", () => {
  test.each([0, 3, 10, 20, 40])("cover neither digits nor discs at a spread of %d px", (spread) => {
    const { x, y } = three(30, spread);
    const { labels, halfWidths } = place(x, y);
    // Digits are 0.72 em high; a pixel of either may touch.
    for (let i = 0; i < 30; i++)
      for (let j = 0; j < 30; j++) {
        const u = Math.abs(x[i] + labels.dx[i] - x[j]) - halfWidths[i];
        const v = Math.abs(y[i] + labels.dy[i] - y[j]) - 0.36 * FONT;
        expect(Math.hypot(Math.max(0, u), Math.max(0, v))).toBeGreaterThan(RADIUS - 1);
        if (i === j) continue;
        const across = Math.abs(x[i] + labels.dx[i] - x[j] - labels.dx[j]);
        const up = Math.abs(y[i] + labels.dy[i] - y[j] - labels.dy[j]);
        expect(across > halfWidths[i] + halfWidths[j] - 1 || up > 0.72 * FONT - 1).toBe(true);
      }
  });

  test("stay where they are while the points do, but for half a pixel a frame", () => {
    const { x, y } = three(30, 10);
    const { relax } = place(x, y);
    for (let frame = 0; frame < 20; frame++) expect(relax(4)).toBeLessThan(0.5);
  });

  test("stay within the picture", () => {
    const x = Float64Array.from({ length: 20 }, () => 2);
    const y = Float64Array.from({ length: 20 }, () => 519);
    const { labels, halfWidths } = place(x, y);
    for (let i = 0; i < 20; i++) {
      expect(x[i] + labels.dx[i] - halfWidths[i]).toBeGreaterThanOrEqual(0);
      expect(y[i] + labels.dy[i] + FONT / 2).toBeLessThanOrEqual(520);
    }
  });
});

describe("a stack of labels", () => {
  property.prop([fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 8 })])(
    "is in order, apart, within its column, and untouched where there is room",
    (wanted) => {
      const gap = 12;
      const heights = stack(wanted, gap, 0, 100);
      const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b);
      const sorted = order.map((i) => heights[i]);
      // Rounding of sums of at most eight numbers below 100.
      const epsilon = 1e-10;
      sorted.forEach((height, k) => {
        expect(height).toBeGreaterThanOrEqual(-epsilon);
        expect(height).toBeLessThanOrEqual(100 + epsilon);
        if (k > 0) expect(height - sorted[k - 1]).toBeGreaterThanOrEqual(gap - epsilon);
      });
      const roomy = order.every((i, k) => k === 0 || wanted[i] - wanted[order[k - 1]] > gap);
      if (roomy) expect(heights).toBeAllclose(wanted, { atol: epsilon });
    },
  );
});

describe("names in a row", () => {
  const name = fc.record({
    at: fc.double({ min: 0, max: 100, noNaN: true }),
    size: fc.double({ min: 1, max: 12, noNaN: true }),
  });
  property.prop([fc.array(name, { maxLength: 8 })])(
    "of unlike widths neither overlap nor leave the row, and stand where they are wanted if they can",
    (names) => {
      const middles = spread(
        names.map(({ at }) => at),
        names.map(({ size }) => size),
        0,
        100,
      );
      const ends = names
        .map(({ at, size }, i) => ({ at, low: middles[i] - size / 2, high: middles[i] + size / 2 }))
        .sort((a, b) => a.low - b.low);
      // Rounding of sums of at most eight numbers up to 100.
      const epsilon = 1e-10;
      ends.forEach(({ low, high }, k) => {
        expect(low).toBeGreaterThanOrEqual(-epsilon);
        expect(high).toBeLessThanOrEqual(100 + epsilon);
        if (k > 0) expect(low).toBeGreaterThanOrEqual(ends[k - 1].high - epsilon);
      });
    },
  );

  test("share what they must give way by", () => {
    expect(spread([50, 52], [10, 20], 0, 100)).toBeAllclose([43.5, 58.5], { atol: 1e-12 });
    expect(spread([5, 60], [30, 10], 0, 100)).toBeAllclose([15, 60], { atol: 1e-12 });
  });
});

describe("the view that follows the repons", () => {
  const square = (half: number, x = 0) => ({ x0: x - half, x1: x + half, y0: -half, y1: half });

  test("holds still while the repons stay within it and fill half of it", () => {
    const follower = makeFollower();
    follower.aim(square(1));
    const { shown } = follower;
    for (const half of [1.05, 0.9, 0.7]) follower.aim(square(half));
    expect(follower.aimed).toEqual(shown);
  });

  test("glides to repons that leave it, and arrives", () => {
    const follower = makeFollower();
    follower.aim(square(1));
    follower.aim(square(1, 3));
    expect(follower.glide(16)).toBe(true);
    expect(follower.shown.x1).toBeLessThan(follower.aimed.x1);
    expect(follower.glide(Number.POSITIVE_INFINITY)).toBe(false);
    expect(follower.shown).toEqual(follower.aimed);
    expect(follower.shown.x1).toBeGreaterThan(4);
  });

  test("shows collapsed repons as collapsed: it never zooms in more than 25 times", () => {
    const follower = makeFollower();
    follower.aim(square(1));
    follower.aim(square(1e-9));
    follower.glide(Number.POSITIVE_INFINITY);
    expect(follower.shown.x1 - follower.shown.x0).toBeGreaterThan(2 / 25);
  });
});

describe("names at curves", () => {
  const inside = { left: 40, right: 440, top: 20, bottom: 320 };
  const WIDTH = 60;
  const HEIGHT = 14;
  const x = Array.from({ length: 81 }, (_, i) => 40 + 5 * i);
  /** 1 - exp(-rate), as every curve of the chart. */
  const rising = (rate: number, from: number): Polyline => ({
    x,
    y: x.map((px) => 320 - 300 * (from + (1 - from) * (1 - Math.exp((-rate * (px - 40)) / 400)))),
  });
  const boxOf = ({ x: px, y, anchor }: { x: number; y: number; anchor: "start" | "end" }) => {
    const x0 = anchor === "start" ? px : px - WIDTH;
    return { x0, x1: x0 + WIDTH, y0: y - HEIGHT / 2, y1: y + HEIGHT / 2 };
  };

  property.prop([
    fc.array(
      fc.record({
        rate: fc.double({ min: 0.5, max: 20, noNaN: true }),
        from: fc.double({ min: 0, max: 0.7, noNaN: true }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  ])("lie in the frame, on no curve and not on each other", (shapes) => {
    const curves = shapes.map(({ rate, from }) => rising(rate, from));
    const placed = placeLineLabels(
      curves,
      curves.map(() => WIDTH),
      HEIGHT,
      inside,
    );
    const boxes = placed.flatMap((place) => (place ? [boxOf(place)] : []));
    for (const { x0, x1, y0, y1 } of boxes) {
      expect(x0).toBeGreaterThanOrEqual(inside.left);
      expect(x1).toBeLessThanOrEqual(inside.right);
      expect(y1).toBeLessThanOrEqual(inside.bottom);
      for (const curve of curves) {
        const crossing = x.filter(
          (px, i) => px > x0 && px < x1 && curve.y[i] > y0 && curve.y[i] < y1,
        );
        // Gaps are measured in nine columns of the box: a steep curve may cut a corner between two.
        expect(crossing.length).toBeLessThan(3);
      }
    }
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(0, i))
        expect(a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1).toBe(false);
  });

  test("a lone curve has one, a curve outside the frame none", () => {
    expect(placeLineLabels([rising(3, 0.5)], [WIDTH], HEIGHT, inside)[0]).not.toBeNull();
    expect(placeLineLabels([{ x: [], y: [] }], [WIDTH], HEIGHT, inside)).toEqual([null]);
  });
});
