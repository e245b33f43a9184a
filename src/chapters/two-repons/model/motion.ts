/**
 * @file The motion of two repons, sampled along its timeline.
 *
 * Shapes: k samples, 2 dimensions, 2 outputs. Times run as tau (exp(p ln 301) - 1) for a share p of
 * the timeline, so that the fast part and changes a hundred times slower can all be seen.
 */

import { memo } from "../../../kit/state/memo";
import { eigen } from "../../../theory/repon/eigen";
import { solve } from "../../../theory/repon/exact";
import { followFull, pairOf, type System } from "../../../theory/repon/full";
import { apply, gram, type Matrix, norm } from "../../../theory/repon/matrix";
import { turned } from "../../../theory/repon/measure";
import { follow, type Pair, type Rates } from "../../../theory/repon/reduced";
import type { Setup } from "./params";

export interface Motion {
  /** The fastest change takes about this long; steps of gradient descent. */
  readonly tau: number;
  /** [k] */
  readonly times: Float64Array;
  /** [k, 2] */
  readonly x1: Float64Array;
  /** [k, 2] */
  readonly x2: Float64Array;
  /** |A r| / |r|, r / |r| held where r has vanished; 0 if it has no direction from the start. [k] */
  readonly a2: Float64Array;
  /** |r|. [k] */
  readonly c: Float64Array;
  /** C as a share of `unit`. [k] */
  readonly C: Float64Array;
  /** Eigenvalues of M (of half the full system's matrix), ascending, as shares of `unit`. [k, 2] */
  readonly values: Float64Array;
  /** s1^2 / (2 etaA) + |r0|^2 / etaX: what C and M are measured in; infinite where a rate is 0. */
  readonly unit: number;
  /** Between r(t) and r0, radians. [k] */
  readonly angle: Float64Array;
  /** A^T A, b - y and A^T (b - y). */
  readonly bowl: (k: number) => { readonly spring: Matrix; readonly pull: Float64Array };
  /** Whether r has a direction: without one C has no value. */
  readonly directed: boolean;
  /** False where the integrator's steps ran out: what is shown of A is then its last value, or exact. */
  readonly complete: boolean;
  /** The pair at the end of the timeline. */
  readonly last: Pair;
}

export const SAMPLES = 161;
const STRETCH = Math.log(301);

export const timeAt = (tau: number, share: number): number => tau * Math.expm1(share * STRETCH);

export const ratesOf = ({ etaX, etaA }: Setup): Rates => ({ etaX, etaA });

export function systemOf({ angle, stiff, soft, ...s }: Setup): System {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return {
    A: {
      rows: 2,
      columns: 2,
      values: Float64Array.of(stiff * cos, stiff * sin, -soft * sin, soft * cos),
    },
    x1: Float64Array.of(s.x1x, s.x1y),
    x2: Float64Array.of(s.x2x, s.x2y),
    b: Float64Array.of(s.b1, s.b2),
  };
}

export const targetOf = ({ y1, y2 }: Setup): Float64Array => Float64Array.of(y1, y2);

/** Share of the first |r| below which the difference of two integrated places has no direction. */
const VANISHED = 1e-6;
const ACCURACY = { tolerance: 1e-8, maxSteps: 3000 } as const;

/** One moment: what a sample is read off. */
interface Moment {
  readonly spring: Matrix;
  readonly x1: Float64Array;
  readonly x2: Float64Array;
  /** A^T (b - y) */
  readonly pull: Float64Array;
  readonly pair: Pair;
}

/** r is exact; A^T A comes from the integrator as far as that gets, then from what is conserved. */
function reducedMoments(setup: Setup, rates: Rates, end: number) {
  const pair = pairOf(systemOf(setup));
  const exact = solve(pair, rates);
  const path = follow(pair, rates, end, ACCURACY);
  const reached = path.complete ? Infinity : path.times[path.times.length - 1];
  const rest = new Float64Array(2);
  const at = (time: number): Moment => {
    const r = exact.r(time);
    const { A } = path.at(time);
    const spring = time > reached && rates.etaX > 0 ? exact.spring(time) : gram(A);
    return { spring, x1: r, x2: r.map((x) => 0 - x), pull: rest, pair: { A, r } };
  };
  return { at, complete: path.complete };
}

function fullMoments(setup: Setup, rates: Rates, end: number) {
  const y = targetOf(setup);
  const path = followFull(systemOf(setup), y, rates, end, ACCURACY);
  const at = (time: number): Moment => {
    const now = path.at(time);
    const { A, x1, x2, b } = now;
    const miss = b.map((value, i) => value - y[i]);
    const [a, c, e, g] = A.values;
    const pull = Float64Array.of(a * miss[0] + e * miss[1], c * miss[0] + g * miss[1]);
    return { spring: gram(A), x1, x2, pull, pair: pairOf(now) };
  };
  return { at, complete: path.complete };
}

const MOMENTS = { reduced: reducedMoments, full: fullMoments } as const;

/** What a share of C and of M's eigenvalues is a share of, times 2 etaA etaX. */
function rateUnit({ stiff, soft, system, etaX, etaA, ...s }: Setup): number {
  const r = Math.hypot(s.x1x - s.x2x, s.x1y - s.x2y) / 2;
  const far = Math.max(Math.hypot(s.x1x, s.x1y), Math.hypot(s.x2x, s.x2y));
  return etaX * Math.max(stiff, soft) ** 2 + 2 * etaA * (system === "full" ? far : r) ** 2;
}

export function move(setup: Setup): Motion {
  const rates = ratesOf(setup);
  const { etaX, etaA } = rates;
  const speed = rateUnit(setup);
  const full = setup.system === "full";
  const tau = 1 / (speed + (full ? 2 * etaA : 0)) || 1;
  const clock = Number.isFinite(tau) ? tau : 1;
  const { at, complete } = MOMENTS[setup.system](setup, rates, timeAt(clock, 1));
  const times = Float64Array.from({ length: SAMPLES }, (_, k) => timeAt(clock, k / (SAMPLES - 1)));
  const moments = Array.from(times, at);
  const first = moments[0].pair.r;
  const [x1, x2, values] = [0, 1, 2].map(() => new Float64Array(2 * SAMPLES));
  const [a2, c, C, angle] = [0, 1, 2, 3].map(() => new Float64Array(SAMPLES));
  // In the full system r is the difference of two integrated places.
  const vanished = full ? VANISHED * norm(first) : 0;
  let unit: Float64Array = new Float64Array(2);
  moments.forEach(({ spring, pair, ...moment }, k) => {
    const { r } = pair;
    x1.set(moment.x1, 2 * k);
    x2.set(moment.x2, 2 * k);
    c[k] = norm(r);
    if (c[k] > vanished) unit = r.map((x) => x / c[k]);
    const stretch = apply(spring, unit);
    a2[k] = Math.sqrt(Math.max(0, stretch[0] * unit[0] + stretch[1] * unit[1]));
    C[k] = (etaX * a2[k] ** 2 - 2 * etaA * c[k] ** 2) / (speed || 1);
    angle[k] = turned(unit, first);
    const dyads = full ? [moment.x1, moment.x2] : [r, r];
    const K = spring.values.map(
      (value, e) =>
        (etaX * value - etaA * dyads.reduce((sum, x) => sum + x[e >> 1] * x[e & 1], 0)) /
        (speed || 1),
    );
    values.set(eigen({ rows: 2, columns: 2, values: K }).values, 2 * k);
  });
  return {
    tau: clock,
    times,
    x1,
    x2,
    a2,
    c,
    C,
    values,
    unit: speed / (2 * etaA * etaX),
    angle,
    directed: norm(first) > 0,
    bowl: (k) => moments[k],
    complete,
    last: moments[SAMPLES - 1].pair,
  };
}

export const motionOf = memo(move);
