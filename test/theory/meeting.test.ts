import { describe, expect, test } from "vitest";
import { meetingOf } from "../../src/theory/meeting";
import { gaussian } from "../../src/theory/random";

describe("a meeting of classes", () => {
  test("of four points on a line is what one measures by hand", () => {
    // Two of class 0 at 0 and 1, two of class 1 at 4 and 10.
    const { within, between, alike } = meetingOf([0, 1, 4, 10], 1, [0, 0, 1, 1]);
    // Within: 1 and 6. Between: 4, 10, 3, 9.
    expect([within, between]).toEqual([3.5, 6.5]);
    // The third has a stranger nearest, at 3; the fourth has the third.
    expect(alike).toBe(3 / 4);
  });

  test("counts neighbours at the same distance by their share", () => {
    expect(meetingOf([0, 0, 0, 0], 1, [0, 0, 1, 1]).alike).toBeCloseTo(1 / 3, 12);
    expect(meetingOf([-1, 0, 1], 1, [0, 0, 1]).alike).toBeCloseTo((1 + 1 / 2 + 0) / 3, 12);
  });

  test("of points drawn without regard to classes is none: as far, and alike by chance", () => {
    const n = 90;
    const of = Array.from({ length: n }, (_, i) => i % 3);
    const draws = Array.from({ length: 40 }, (_, seed) => {
      const points = Array.from({ length: 2 * n }, (_, i) => gaussian(seed, "embedding", i));
      return meetingOf(points, 2, of);
    });
    const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
    // 29 of the 89 others are alike; a share of 3600 drawn is known to 0.008, near neighbours in pairs to 0.011.
    expect(Math.abs(mean(draws.map(({ alike }) => alike)) - 29 / 89)).toBeLessThan(0.044);
    expect(mean(draws.map(({ within, between }) => within / between))).toBeCloseTo(1, 1);
  });

  test("does not change when points are turned, moved and scaled", () => {
    const points = Array.from({ length: 24 }, (_, i) => gaussian(3, "embedding", i));
    const of = Array.from({ length: 12 }, (_, i) => i % 2);
    const moved = points.map((_, i) => 3 * (i % 2 ? points[i - 1] : -points[i + 1]) + 5);
    const [here, there] = [meetingOf(points, 2, of), meetingOf(moved, 2, of)];
    expect(there.within / there.between).toBeCloseTo(here.within / here.between, 12);
    expect(there.alike).toBe(here.alike);
  });

  test("has no distance within where no two are alike", () => {
    expect(meetingOf([0, 1, 2], 1, [0, 1, 2]).within).toBeNaN();
  });
});
