/**
 * @file Two repons in the frame x1 + x2 = 0 with the bias relaxed: Eq. (7).
 *
 * Symbols: A [o, d] the linear decoder, r = (x1 - x2) / 2 [d], etaX and etaA the rates of the
 * embedding and of the decoder. One unit of time is one step of gradient descent at these rates.
 */
import { type Accuracy, type Flow, integrate } from "../ode";
import { apply, applyTransposed, type Matrix, norm } from "./matrix";

/** Both finite and at least 0. */
export interface Rates {
  readonly etaX: number;
  readonly etaA: number;
}

export interface Pair {
  readonly A: Matrix;
  /** Half the separation, (x1 - x2) / 2. [d] */
  readonly r: Float64Array;
}

/** U(r) = |A r|^2 / 2, the potential that pulls the pair together. */
export const potential = ({ A, r }: Pair): number => norm(apply(A, r)) ** 2 / 2;

/** -A^T A r, minus the gradient of U. [d] */
export const force = ({ A, r }: Pair): Float64Array =>
  applyTransposed(A, apply(A, r)).map((x) => -x);

/** What Eq. (7) leaves out of a network's pair: dr/dt = -etaX (A^T (A r - gap) + bend r). */
export interface Extra {
  /** Half the difference of the two targets; the paper's pair shares its target. [o] */
  readonly gap?: Float64Array;
  /** Curvature of the decoder, symmetric and held fixed. [d, d] */
  readonly bend?: Matrix;
}

/** Eq. (7) for a state [A, r], and dA/dt = -2 etaA (A r - gap) r^T with a gap. */
export function reducedFlow(
  { A, r }: Pair,
  { etaX, etaA }: Rates,
  { gap, bend }: Extra = {},
): Flow {
  const { rows: o, columns: d } = A;
  const size = o * d;
  const miss = new Float64Array(o);
  return {
    blocks: [
      { length: size, floor: gap ? norm(gap) / (norm(r) || 1) : 0 },
      { length: d, floor: 0 },
    ],
    slope: (state, slope) => {
      for (let i = 0; i < o; i++) {
        let sum = gap ? -gap[i] : 0;
        for (let j = 0; j < d; j++) sum += state[i * d + j] * state[size + j];
        miss[i] = sum;
      }
      slope.fill(0, size);
      for (let i = 0; i < o; i++)
        for (let j = 0; j < d; j++) {
          slope[i * d + j] = -2 * etaA * miss[i] * state[size + j];
          slope[size + j] -= etaX * state[i * d + j] * miss[i];
        }
      if (!bend) return;
      for (let i = 0; i < d; i++)
        for (let j = 0; j < d; j++)
          slope[size + i] -= etaX * bend.values[i * d + j] * state[size + j];
    },
  };
}

export interface PairTrajectory {
  /** [k] */
  readonly times: Float64Array;
  /** [k, o, d] */
  readonly A: Float64Array;
  /** [k, d] */
  readonly r: Float64Array;
  /** False if the steps ran out first: rates so unequal that only `solve` reaches the end. */
  readonly complete: boolean;
  /** The pair at any time, held beyond the ends. */
  readonly at: (time: number) => Pair;
}

/** Integrates Eq. (7) from time 0 to `end`. */
export function follow(
  pair: Pair,
  rates: Rates,
  end: number,
  accuracy?: Accuracy,
  extra?: Extra,
): PairTrajectory {
  const { rows: o, columns: d } = pair.A;
  const size = o * d;
  const start = Float64Array.of(...pair.A.values, ...pair.r);
  const { times, states, complete, at } = integrate(
    reducedFlow(pair, rates, extra),
    start,
    end,
    accuracy,
  );
  const A = new Float64Array(times.length * size);
  const r = new Float64Array(times.length * d);
  times.forEach((_, k) => {
    const state = states.subarray(k * (size + d), (k + 1) * (size + d));
    A.set(state.subarray(0, size), k * size);
    r.set(state.subarray(size), k * d);
  });
  return {
    times,
    A,
    r,
    complete,
    at: (time) => {
      const state = at(time);
      return {
        A: { rows: o, columns: d, values: state.subarray(0, size) },
        r: state.subarray(size),
      };
    },
  };
}
