/**
 * @file A straight boundary fitted to measured networks: logistic regression
 * P(learnt) = 1 / (1 + exp(-(b0 + b1 x + b2 y))), whose line of even odds is y = -(b0 + b1 x) / b2.
 *
 * Cells of a grid are often separated by a line without exception, where maximum likelihood runs off
 * to infinity. Firth's penalty (Biometrika 80, 27, 1993), half the log determinant of the information,
 * keeps the estimate finite without a number to choose, and takes away most of its bias in small
 * samples; the covariance is that of Heinze and Schemper (Stat. Med. 21, 2409, 2002).
 */
import { cellsOf, type Point, type Score } from "./points";

export type Vector = readonly [number, number, number];
/** Symmetric. */
export type Matrix = readonly [Vector, Vector, Vector];

export interface Boundary extends Score {
  readonly coefficients: Vector;
  /** Of the coefficients, as if replicas were independent. */
  readonly covariance: Matrix;
  /** dy / dx along the line of even odds. */
  readonly slope: number;
  /** Of the slope, by cell: replicas at one place are one witness, not several. */
  readonly standardError: number;
  /** y of the line of even odds at x = 0. */
  readonly intercept: number;
  /** Whether large y are on the side that learns, rather than small ones. */
  readonly learntAbove: boolean;
}

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const times = (m: Matrix, v: Vector): Vector => [dot(m[0], v), dot(m[1], v), dot(m[2], v)];
const sigmoid = (t: number): number => 1 / (1 + Math.exp(-t));
/** log(1 + exp(t)) without overflow. */
const softplus = (t: number): number => Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t)));

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const determinant = ([a, b, c]: Matrix): number => dot(a, cross(b, c));

/** Of a symmetric matrix, whose inverse is symmetric too. */
function inverse(m: Matrix): Matrix {
  const scale = 1 / determinant(m);
  const row = ([a, b, c]: Vector): Vector => [a * scale, b * scale, c * scale];
  return [row(cross(m[1], m[2])), row(cross(m[2], m[0])), row(cross(m[0], m[1]))];
}

/** Fisher information: sum of p (1 - p) z z^T over points z = (1, x, y). */
export function information(points: readonly Point[], coefficients: Vector): Matrix {
  const sum = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  for (const { x, y } of points) {
    const z: Vector = [1, x, y];
    const p = sigmoid(dot(coefficients, z));
    for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) sum[i][j] += p * (1 - p) * z[i] * z[j];
  }
  return sum as unknown as Matrix;
}

/** Log-likelihood plus Firth's penalty; -Infinity where the information is singular. */
export function penalised(points: readonly Point[], coefficients: Vector): number {
  let sum = 0;
  for (const { x, y, learnt } of points) {
    const t = dot(coefficients, [1, x, y]);
    sum -= softplus(learnt ? -t : t);
  }
  const det = determinant(information(points, coefficients));
  return det > 0 ? sum + Math.log(det) / 2 : -Infinity;
}

/** Gradient of `penalised`: sum of (learnt - p + h (1/2 - p)) z, h the point's leverage. */
function score(points: readonly Point[], coefficients: Vector, covariance: Matrix): Vector {
  const sum: [number, number, number] = [0, 0, 0];
  for (const { x, y, learnt } of points) {
    const z: Vector = [1, x, y];
    const p = sigmoid(dot(coefficients, z));
    const leverage = p * (1 - p) * dot(z, times(covariance, z));
    const residual = Number(learnt) - p + leverage * (0.5 - p);
    for (let i = 0; i < 3; i++) sum[i] += residual * z[i];
  }
  return sum;
}

const MOST_STEPS = 200;
/** No coefficient moves by more than this in one step. */
const LONGEST = 5;
const TOLERANCE = 1e-9;

/** Newton's way uphill, by halves where a whole step would lead down. Null if it does not arrive. */
function climb(points: readonly Point[]): Vector | null {
  let at: Vector = [0, 0, 0];
  let value = penalised(points, at);
  if (value === -Infinity) return null;
  for (let step = 0; step < MOST_STEPS; step++) {
    const covariance = inverse(information(points, at));
    const move = times(covariance, score(points, at, covariance));
    const length = Math.max(...move.map(Math.abs));
    if (length < TOLERANCE) return at;
    let share = Math.min(1, LONGEST / length);
    const moved = (): Vector => [
      at[0] + share * move[0],
      at[1] + share * move[1],
      at[2] + share * move[2],
    ];
    let next = moved();
    let reached = penalised(points, next);
    while (reached < value && share * length > TOLERANCE) {
      share /= 2;
      next = moved();
      reached = penalised(points, next);
    }
    if (reached < value) return at;
    at = next;
    value = reached;
  }
  return null;
}

/**
 * The slope's standard error by the jackknife over cells (Efron and Stein 1981): how much it moves when
 * one is left out, to which one of Newton's steps leads. NaN where cells are too few.
 */
function errorByCell(points: readonly Point[], at: Vector): number {
  const whole = information(points, at);
  const covariance = inverse(whole);
  const slopes = cellsOf(points).map((cell) => {
    const own = information(cell, at);
    const row = (i: number): Vector => [
      whole[i][0] - own[i][0],
      whole[i][1] - own[i][1],
      whole[i][2] - own[i][2],
    ];
    const move = times(inverse([row(0), row(1), row(2)]), score(cell, at, covariance));
    return -(at[1] - move[1]) / (at[2] - move[2]);
  });
  const mean = slopes.reduce((sum, slope) => sum + slope, 0) / slopes.length;
  const squares = slopes.reduce((sum, slope) => sum + (slope - mean) ** 2, 0);
  return Math.sqrt((squares * (slopes.length - 1)) / slopes.length);
}

/**
 * The boundary between points that learn and points that do not. Null where there is none to fit:
 * one side is empty, or the points lie on one line.
 */
export function fitBoundary(points: readonly Point[]): Boundary | null {
  if (!points.some(({ learnt }) => learnt) || points.every(({ learnt }) => learnt)) return null;
  const mean = (of: "x" | "y") => points.reduce((sum, p) => sum + p[of], 0) / points.length;
  const [x0, y0] = [mean("x"), mean("y")];
  // Around the mean the three numbers are least entangled; slope and fit are the same.
  const centred = points.map((p) => ({ ...p, x: p.x - x0, y: p.y - y0 }));
  const coefficients = climb(centred);
  if (!coefficients) return null;
  const [b0, b1, b2] = coefficients;
  const raw: Vector = [b0 - b1 * x0 - b2 * y0, b1, b2];
  const covariance = inverse(information(points, raw));
  const right = points.filter(({ x, y, learnt }) => dot(raw, [1, x, y]) >= 0 === learnt).length;
  return {
    coefficients: raw,
    covariance,
    slope: -b1 / b2,
    standardError: errorByCell(centred, coefficients),
    intercept: -raw[0] / b2,
    learntAbove: b2 > 0,
    right,
    of: points.length,
  };
}

/** What the fitted boundary says of a place. */
export const fitForetells = (
  { coefficients }: Boundary,
  at: { readonly x: number; readonly y: number },
): boolean => dot(coefficients, [1, at.x, at.y]) >= 0;
