import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { eigen, rightSingular } from "../../../src/theory/repon/eigen";
import { gram, type Matrix, matrix } from "../../../src/theory/repon/matrix";
import { pairs, RUNS } from "./draws";

const ROUNDING = 1e-13;

/** V diag(f) V^T */
function rebuilt({ columns: d, values: v }: Matrix, f: Float64Array): Float64Array {
  return Float64Array.from({ length: d * d }, (_, at) =>
    f.reduce((sum, x, k) => sum + x * v[Math.floor(at / d) * d + k] * v[(at % d) * d + k], 0),
  );
}

describe("Jacobi's rotations", () => {
  test.prop([pairs], RUNS)("A symmetric matrix is the sum over its eigenvectors", ({ A }) => {
    const square = gram(A);
    const { values, vectors } = eigen(square);
    expect(rebuilt(vectors, values)).toBeAllclose(square.values, { atol: 100 * ROUNDING });
    expect(
      rebuilt(
        vectors,
        values.map(() => 1),
      ),
    ).toBeAllclose(
      rebuilt(
        vectors,
        values.map(() => 1),
      ).map((_, i) => (i % (A.columns + 1) ? 0 : 1)),
      { atol: ROUNDING },
    );
  });

  test.prop([pairs], RUNS)("Squared singular values are the eigenvalues of A^T A", ({ A }) => {
    const { values } = rightSingular(A);
    expect(values.map((s) => s * s)).toBeAllclose(eigen(gram(A)).values, {
      atol: 100 * ROUNDING,
    });
  });

  test("A graded matrix keeps its small eigenvalue: [[1e12, 1], [1, -1]]", () => {
    // Determinant -1e12 - 1 over the large value.
    expect(
      eigen(
        matrix([
          [1e12, 1],
          [1, -1],
        ]),
      ).values[0],
    ).toBeCloseTo(-1 - 1e-12, 14);
  });

  test("What A cannot see has singular value exactly 0", () => {
    expect(rightSingular(matrix([[1, 2, 3]])).values.filter((s) => s === 0).length).toBe(2);
    expect(
      rightSingular(
        matrix([
          [1, 1],
          [1, 1],
        ]),
      ).values[0],
    ).toBe(0);
  });
});
