/**
 * @file Two repons with their centre of mass and the decoder's bias: Eq. (5), (6) and (12).
 *
 * Symbols: A [o, d] and b [o] the linear decoder D(x) = A x + b, x1 and x2 [d] the repons, y [o] the
 * target of both. Eq. (12) as printed lacks a factor 2 in the slope of b, and writes d/dr for d/dx_i.
 */
import { type Accuracy, type Flow, integrate } from "../ode";
import { apply, type Matrix, norm } from "./matrix";
import type { Pair, Rates } from "./reduced";

export interface System {
  readonly A: Matrix;
  /** [d] */
  readonly x1: Float64Array;
  /** [d] */
  readonly x2: Float64Array;
  /** [o] */
  readonly b: Float64Array;
}

/** The reduced system's view of a full one: A and r = (x1 - x2) / 2. */
export const pairOf = ({ A, x1, x2 }: System): Pair => ({
  A,
  r: x1.map((x, i) => (x - x2[i]) / 2),
});

/** Eq. (5): half the squared misses of the two repons. */
export function loss({ A, x1, x2, b }: System, y: Float64Array): number {
  const miss = (x: Float64Array) => norm(apply(A, x).map((z, i) => z + b[i] - y[i]));
  return (miss(x1) ** 2 + miss(x2) ** 2) / 2;
}

/** Eq. (6) with (5) for a state [A, x1, x2, b]: what Eq. (12) should read. */
export function fullFlow({ A, x1, x2, b }: System, y: Float64Array, rates: Rates): Flow {
  const { rows: o, columns: d } = A;
  const { etaX, etaA } = rates;
  const [atX1, atX2, atB] = [o * d, o * d + d, o * d + 2 * d];
  const reach = Math.max(norm(x1), norm(x2));
  const output = Math.max(norm(y), norm(b), norm(apply(A, x1)), norm(apply(A, x2)));
  const stretch = norm(A.values);
  return {
    blocks: [
      { length: o * d, floor: reach === 0 ? 0 : output / reach },
      { length: 2 * d, floor: stretch === 0 ? 0 : output / stretch },
      { length: o, floor: output },
    ],
    slope: (state, slope) => {
      slope.fill(0, atX1);
      for (let i = 0; i < o; i++) {
        let miss1 = state[atB + i] - y[i];
        let miss2 = miss1;
        for (let j = 0; j < d; j++) {
          miss1 += state[i * d + j] * state[atX1 + j];
          miss2 += state[i * d + j] * state[atX2 + j];
        }
        for (let j = 0; j < d; j++) {
          const a = state[i * d + j];
          slope[i * d + j] = -etaA * (miss1 * state[atX1 + j] + miss2 * state[atX2 + j]);
          slope[atX1 + j] -= etaX * a * miss1;
          slope[atX2 + j] -= etaX * a * miss2;
        }
        slope[atB + i] = -etaA * (miss1 + miss2);
      }
    },
  };
}

export interface SystemTrajectory {
  /** [k] */
  readonly times: Float64Array;
  /** [k, o, d] */
  readonly A: Float64Array;
  /** [k, d] */
  readonly x1: Float64Array;
  /** [k, d] */
  readonly x2: Float64Array;
  /** [k, o] */
  readonly b: Float64Array;
  /** False if the steps ran out first. */
  readonly complete: boolean;
  /** The system at any time, held beyond the ends. */
  readonly at: (time: number) => System;
}

/** Integrates the full system from time 0 to `end`. */
export function followFull(
  system: System,
  y: Float64Array,
  rates: Rates,
  end: number,
  accuracy?: Accuracy,
): SystemTrajectory {
  const { A, x1, x2, b } = system;
  const { rows: o, columns: d } = A;
  const size = o * d + 2 * d + o;
  const trajectory = integrate(
    fullFlow(system, y, rates),
    Float64Array.of(...A.values, ...x1, ...x2, ...b),
    end,
    accuracy,
  );
  const { times, states, complete } = trajectory;
  const column = (from: number, length: number): Float64Array => {
    const all = new Float64Array(times.length * length);
    for (let k = 0; k < times.length; k++)
      all.set(states.subarray(k * size + from, k * size + from + length), k * length);
    return all;
  };
  return {
    times,
    A: column(0, o * d),
    x1: column(o * d, d),
    x2: column(o * d + d, d),
    b: column(o * d + 2 * d, o),
    complete,
    at: (time) => {
      const state = trajectory.at(time);
      const part = (from: number, length: number) => state.subarray(from, from + length);
      return {
        A: { rows: o, columns: d, values: part(0, o * d) },
        x1: part(o * d, d),
        x2: part(o * d + d, d),
        b: part(o * d + 2 * d, o),
      };
    },
  };
}

/**
 * Appendix C's b(t) = (1 - exp(-2 etaA t)) y for b(0) = 0. It holds only while x1 + x2 = 0, which
 * the flow keeps only for y = 0.
 */
export const appendixBias = (y: Float64Array, etaA: number, time: number): Float64Array =>
  y.map((target) => -Math.expm1(-2 * etaA * time) * target);
