/**
 * @file Small dense matrices and vectors, row-major.
 */

export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** [rows, columns] */
  readonly values: Float64Array;
}

export const matrix = (rows: readonly (readonly number[])[]): Matrix => ({
  rows: rows.length,
  columns: rows[0].length,
  values: Float64Array.from(rows.flat()),
});

export const dot = (x: Float64Array, y: Float64Array): number =>
  x.reduce((sum, value, i) => sum + value * y[i], 0);

/** Euclidean length, safe against overflow and underflow of squares. */
export function norm(x: Float64Array): number {
  const largest = x.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  return largest * Math.sqrt(x.reduce((sum, value) => sum + (value / largest) ** 2, 0));
}

/** A x */
export function apply({ rows, columns, values }: Matrix, x: Float64Array): Float64Array {
  const y = new Float64Array(rows);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) y[i] += values[i * columns + j] * x[j];
  return y;
}

/** A^T y */
export function applyTransposed({ rows, columns, values }: Matrix, y: Float64Array): Float64Array {
  const x = new Float64Array(columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) x[j] += values[i * columns + j] * y[i];
  return x;
}

/** A^T A, [columns, columns] */
export function gram({ rows, columns, values }: Matrix): Matrix {
  const square = new Float64Array(columns * columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++)
      for (let l = 0; l < columns; l++)
        square[j * columns + l] += values[i * columns + j] * values[i * columns + l];
  return { rows: columns, columns, values: square };
}
