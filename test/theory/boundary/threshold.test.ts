import { describe, expect, test } from "vitest";
import { columnsOf } from "../../../src/theory/boundary/columns";
import { rateRatio } from "../../../src/theory/boundary/equalOdds";
import { majority, type Point, sideOf } from "../../../src/theory/boundary/points";
import {
  along,
  bestThreshold,
  type Direction,
  foretells,
  HEIGHT,
  PRODUCT,
  RATIO,
  score,
} from "../../../src/theory/boundary/threshold";
import { uniform } from "../../../src/theory/random";
import { collisionProbability } from "../../../src/theory/repon/probability";

/** Half-decades from 1e-5 to 1e-1, each learning where `learns` says so. */
const grid = (learns: (x: number, y: number) => boolean): Point[] =>
  Array.from({ length: 81 }, (_, i) => {
    const x = -5 + Math.floor(i / 9) / 2;
    const y = -5 + (i % 9) / 2;
    return { x, y, learnt: learns(x, y) };
  });

const noisy = (seed: number): Point[] =>
  grid((x, y) => x - y + 2 * uniform(seed, "embedding", Math.round(20 * (x + 6) + y)) > 0.4);

describe("a side", () => {
  test("is beyond the training set or not; confusion has none", () => {
    expect(sideOf("generalisation")).toBe(true);
    expect(sideOf("grokking")).toBe(true);
    expect(sideOf("memorisation")).toBe(false);
    expect(sideOf("confusion")).toBeNull();
  });

  test("of the majority is the larger one", () => {
    expect(majority(grid((x) => x > -2))).toEqual({ right: 63, of: 81, learnt: false });
    expect(majority(grid((x) => x > -4))).toEqual({ right: 54, of: 81, learnt: true });
    expect(majority([])).toEqual({ right: 0, of: 0, learnt: true });
  });
});

describe("a threshold", () => {
  test("of the ratio: a large eta_enc / eta_dec learns", () => {
    const fast = { x: -2, y: -4 };
    expect(along(RATIO, fast)).toBe(2);
    expect(foretells(RATIO, 1, fast)).toBe(true);
    expect(foretells(RATIO, 1, { x: -4, y: -2 })).toBe(false);
  });

  test("of the product: the paper's 1e-7 excludes its own default rates", () => {
    expect(foretells(PRODUCT, -7, { x: -3, y: -3 })).toBe(false);
    expect(foretells(PRODUCT, -7, { x: -4, y: -4 })).toBe(true);
  });

  test("is found where the cells were divided by it, in the middle of the gap", () => {
    const best = bestThreshold(
      grid((x, y) => x - y > -1.2),
      RATIO,
    );
    expect(best).toMatchObject({ right: 81, of: 81 });
    expect(best.range).toBeAllclose([-1.5, -1], { atol: 1e-12 });
    expect(best.threshold).toBeCloseTo(-1.25, 12);
    expect(
      bestThreshold(
        grid((x, y) => x + y < -6.7),
        PRODUCT,
      ).threshold,
    ).toBeCloseTo(-6.75, 12);
  });

  test("is as good as the best of all thresholds tried one by one", () => {
    const directions: readonly Direction[] = [RATIO, PRODUCT, HEIGHT, { ...RATIO, side: "below" }];
    for (let seed = 0; seed < 20; seed++) {
      const points = noisy(seed);
      for (const direction of directions) {
        const best = bestThreshold(points, direction);
        let most = 0;
        for (let t = -11.25; t < 11; t += 0.5)
          most = Math.max(most, score(points, direction, t).right);
        expect(best.right).toBe(most);
        expect(score(points, direction, best.threshold).right).toBe(most);
      }
    }
  });

  test("may stand between a knob's 0, which has no logarithm, and all else", () => {
    const zero = [0, 1, 2].map((y): Point => ({ x: -Infinity, y, learnt: false }));
    const rest = grid(() => true).map((point) => ({ ...point, learnt: point.x < -2.2 }));
    const across = { x: 1, y: 0, side: "above" } as const;
    const all = [...zero, ...rest.map((point) => ({ ...point, learnt: true }))];
    const best = bestThreshold(all, across);
    // Half a step below the first column.
    expect(best).toMatchObject({ right: 84, threshold: -5.25 });
    expect(score(all, across, best.threshold).right).toBe(84);
    // Learning where the knob is small takes 0 with it.
    expect(bestThreshold([...zero, ...rest], { ...across, side: "below" })).toMatchObject({
      right: 81,
      threshold: -2.25,
    });
  });

  test("does not fall between sums that differ by the rounding of written rates alone", () => {
    const written = grid((x, y) => x - y > -1.2).map((point) => ({
      ...point,
      x: Math.log10(Number((10 ** point.x).toPrecision(4))),
      y: Math.log10(Number((10 ** point.y).toPrecision(4))),
    }));
    const [low, high] = bestThreshold(written, RATIO).range;
    expect(high - low).toBeGreaterThan(0.49);
  });

  test("is infinite where always saying the same is as good", () => {
    expect(
      bestThreshold(
        grid(() => true),
        RATIO,
      ).threshold,
    ).toBe(-Infinity);
    expect(
      bestThreshold(
        grid(() => false),
        RATIO,
      ).threshold,
    ).toBe(Infinity);
    const wrongWay = bestThreshold(
      grid((x, y) => x - y > -1.2),
      PRODUCT,
    );
    expect(wrongWay.right).toBe(majority(grid((x, y) => x - y > -1.2)).right);
  });
});

describe("columns", () => {
  test("have their own thresholds; a logarithm of zero is a column too", () => {
    const points = grid((x, y) => (x < -2 ? y < -3.2 : y < -1.7)).map((point) =>
      point.x === -5 ? { ...point, x: -Infinity } : point,
    );
    expect(bestThreshold(points, HEIGHT)).toMatchObject({ right: 81 - 3 * 3 });
    const columns = columnsOf(points, "below");
    expect(columns.map(({ own }) => own.threshold)).toBeAllclose(
      [...Array(6).fill(-3.25), ...Array(3).fill(-1.75)],
      { atol: 1e-12 },
    );
    expect(columns[0]).toMatchObject({ x: -Infinity, learnt: 4 });
    expect(columns[8]).toMatchObject({ x: -1, learnt: 7, own: { right: 9, of: 9 } });
    expect(columnsOf(points, "above")[8].own.right).toBe(7);
  });
});

test("Eq. (11) turned round gives back its probability", () => {
  for (const p of [0.01, 0.1, 0.5, 0.9])
    for (const spread of [0.5, 1, 3]) {
      const rates = { etaX: 1e-3, etaA: 1e-3 * rateRatio(p, spread) };
      expect(collisionProbability(rates, { sigmaA: spread, sigmaC: 1 })).toBeCloseTo(p, 12);
    }
});
