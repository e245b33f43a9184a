/**
 * @file Between arrays by replica and the sheets that hold all replicas.
 *
 * Shapes: R replicas, P parameters of a replica; a sheet is written tile by tile and read back as a
 * matrix row by row.
 */
import type { Grid, Layout } from "./layout";

/** What a sheet is made of. `texels` is [height, width, 4]. */
export interface Texels {
  readonly width: number;
  readonly height: number;
  readonly texels: Float32Array;
}

export interface Packer {
  /** Parameters and moments [R, 3, P] to the sheet `state`. */
  state(values: ArrayLike<number>): Texels;
  /** The sheet `state`, read back, to parameters and moments [R, 3, P], or to the first `planes`. */
  values(matrix: Float32Array, planes: number): Float32Array;
}

export function makePacker(
  { width, height, place }: Layout,
  { columns, rows }: Grid,
  R: number,
): Packer {
  const P = place.length / 2;
  const sheetWidth = width * columns;
  const plane = height * rows;

  /** Row and column in the sheet of every number of [R, planes, P], in that order. */
  function each(planes: number, visit: (at: number, y: number, x: number) => void): void {
    let at = 0;
    for (let r = 0; r < R; r++)
      for (let k = 0; k < planes; k++) {
        const top = 2 * (k * plane + Math.floor(r / columns) * height);
        const left = 2 * (r % columns) * width;
        for (let i = 0; i < P; i++) visit(at++, top + place[2 * i], left + place[2 * i + 1]);
      }
  }

  return {
    state(values) {
      const texels = new Float32Array(4 * sheetWidth * 3 * plane);
      each(3, (at, y, x) => {
        texels[4 * ((y >> 1) * sheetWidth + (x >> 1)) + 2 * (y & 1) + (x & 1)] = values[at];
      });
      return { width: sheetWidth, height: 3 * plane, texels };
    },
    values(matrix, planes) {
      const values = new Float32Array(R * planes * P);
      each(planes, (at, y, x) => {
        values[at] = matrix[y * 2 * sheetWidth + x];
      });
      return values;
    },
  };
}

/** One tile for each replica. `values` is [R, 4]. */
export function tilePerReplica(values: Float32Array, { columns, rows }: Grid): Texels {
  const texels = new Float32Array(4 * columns * rows);
  texels.set(values);
  return { width: columns, height: rows, texels };
}

/** Inverse of `tilePerReplica` for a sheet that was read back. [R, 4] */
export function tilesOf(matrix: Float32Array, { columns }: Grid, R: number): Float32Array {
  const values = new Float32Array(4 * R);
  for (let r = 0; r < R; r++)
    for (let k = 0; k < 4; k++) {
      const y = 2 * Math.floor(r / columns) + (k >> 1);
      const x = 2 * (r % columns) + (k & 1);
      values[4 * r + k] = matrix[y * 2 * columns + x];
    }
  return values;
}
