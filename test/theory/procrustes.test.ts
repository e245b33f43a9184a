import { describe, expect, test } from "vitest";
import { procrustes } from "../../src/theory/procrustes";
import { gaussian } from "../../src/theory/random";

const cloud = (n: number, d: number, seed: number): Float64Array =>
  Float64Array.from({ length: n * d }, (_, i) => gaussian(seed, "embedding", i));

/** An orthogonal matrix [d, d] from random vectors, by Gram and Schmidt. */
function orthogonal(d: number, seed: number): Float64Array {
  const rows: number[][] = [];
  for (let i = 0; i < d; i++) {
    let row = Array.from({ length: d }, (_, j) => gaussian(seed, "decoder", i * d + j));
    for (const other of rows) {
      const along = row.reduce((sum, value, j) => sum + value * other[j], 0);
      row = row.map((value, j) => value - along * other[j]);
    }
    const length = Math.hypot(...row);
    rows.push(row.map((value) => value / length));
  }
  return Float64Array.from(rows.flat());
}

/** points [n, d] times matrix [d, d], plus shift [d]. */
const moved = (points: Float64Array, matrix: Float64Array, shift: readonly number[]) => {
  const d = shift.length;
  return Float64Array.from(points, (_, at) => {
    const [row, column] = [at - (at % d), at % d];
    return shift.reduce(
      (sum, __, i) => sum + points[row + i] * matrix[i * d + column],
      shift[column],
    );
  });
};

const distanceOf = (a: ArrayLike<number>, b: ArrayLike<number>, d: number): number =>
  Math.sqrt((d / a.length) * Array.from(a).reduce((sum, v, i) => sum + (v - b[i]) ** 2, 0));

describe.each([1, 2, 3, 5, 8])("in %i dimensions", (d) => {
  test("a turned, mirrored and shifted cloud is brought back", () => {
    for (const seed of [1, 2, 3]) {
      const onto = cloud(12, d, seed);
      const shift = Array.from({ length: d }, (_, i) => 2 * i - 3);
      const turn = orthogonal(d, seed);
      const from = moved(onto, turn, shift);
      const fit = procrustes(from, onto, d);
      expect(fit.distance).toBeLessThan(1e-5);
      expect(fit.apply(from)).toBeAllclose(onto, { atol: 1e-5 });
      // The move undoes the turn: their product is the identity.
      for (let i = 0; i < d; i++)
        for (let j = 0; j < d; j++) {
          let entry = 0;
          for (let k = 0; k < d; k++) entry += turn[i * d + k] * fit.turn[k * d + j];
          expect(entry).toBeCloseTo(i === j ? 1 : 0, 9);
        }
    }
  });

  test("distances within the cloud stay, though it does not fit", () => {
    const fit = procrustes(cloud(9, d, 4), cloud(9, d, 5), d);
    const from = cloud(9, d, 4);
    const after = fit.apply(from);
    const between = (points: ArrayLike<number>, a: number, b: number) =>
      Math.hypot(...Array.from({ length: d }, (_, i) => points[a * d + i] - points[b * d + i]));
    for (let a = 0; a < 9; a++)
      for (let b = 0; b < a; b++) expect(between(after, a, b)).toBeCloseTo(between(from, a, b), 4);
  });
});

test("no angle, mirrored or not, fits better in the plane", () => {
  const [from, onto] = [cloud(10, 2, 6), cloud(10, 2, 7)];
  const fit = procrustes(from, onto, 2);
  const middle = (points: Float64Array, i: number) =>
    points.reduce((sum, value, at) => (at % 2 === i ? sum + value / 10 : sum), 0);
  let least = Infinity;
  for (let k = 0; k < 20_000; k++)
    for (const mirror of [1, -1]) {
      const angle = (2 * Math.PI * k) / 20_000;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const matrix = Float64Array.of(c, s, -mirror * s, mirror * c);
      const centred = from.map((value, at) => value - middle(from, at % 2));
      const there = moved(centred, matrix, [middle(onto, 0), middle(onto, 1)]);
      least = Math.min(least, distanceOf(there, onto, 2));
    }
  expect(fit.distance).toBeLessThanOrEqual(least + 1e-6);
  expect(fit.distance).toBeCloseTo(least, 5);
});

test("a cloud that is a point or a line fits as well as it can", () => {
  const point = new Float64Array(6).fill(4);
  expect(procrustes(point, point, 2).distance).toBe(0);
  const line = Float64Array.of(0, 0, 0, 1, 0, 0, 2, 0, 0);
  const upright = Float64Array.of(5, 5, 5, 5, 6, 5, 5, 7, 5);
  const fit = procrustes(line, upright, 3);
  expect(fit.distance).toBeLessThan(1e-6);
  expect(fit.spreads[0]).toBeCloseTo(Math.sqrt(2 / 3), 12);
});

test("coordinates that are no numbers are refused", () => {
  expect(() => procrustes([Number.NaN, 0], [0, 1], 1)).toThrow(RangeError);
});
