/**
 * @file The linear decoder that two repons of a network feel, read off its parameters.
 *
 * Shapes: n elements, d embedding dimensions, K terms (training pairs that contain p or q), P parameters.
 */

import { makeNetwork } from "../../../engine/reference/network";
import type { Dataset } from "../../../experiment/dataset";
import type { Settings } from "../../../experiment/params";
import { shapeOf } from "../../../experiment/shape";
import {
  bendOf,
  effectiveEtaA,
  type LinearDecoder,
  linearise,
  PARABOLAS,
  slopesAlong,
  termsOf,
} from "../../../theory/linearise";
import type { Matrix } from "../../../theory/repon/matrix";

type Vector = Float64Array;

export interface ReadPair {
  /** Half of E_p - E_q. [d] */
  readonly r: Vector;
  /** Rows of A for every term: no average over partners is taken. */
  readonly decoder: LinearDecoder;
  /** [d, d] */
  readonly bend: () => Matrix;
  /** etaA of Eq. (7) for a decoder whose parameters learn at `rates` [P]. */
  readonly etaA: (rates: Vector) => number;
}

/** Step of the central difference of slopes, in units of the embedding. */
const STEP = 1e-5;

/** r of elements p and q in an embedding [n, d]. */
export const halfOf = (embedding: ArrayLike<number>, p: number, q: number, d: number): Vector =>
  Float64Array.from({ length: d }, (_, i) => (embedding[p * d + i] - embedding[q * d + i]) / 2);

/** Reads pairs (p, q) off parameters [P] of networks with these settings. */
export function makePairReader(
  settings: Settings,
  { relation, train }: Dataset,
): (parameters: Vector, p: number, q: number) => ReadPair {
  const { n, d, embedding, size } = shapeOf(settings);
  const network = makeNetwork(settings);
  const scratch = new Float64Array(size);

  return (parameters, p, q) => {
    const terms = termsOf(p, q, train, n);
    const r = halfOf(parameters, p, q, d);
    const middle = r.map((x, i) => parameters[q * d + i] + x);

    /** The embedding's rows with p and q at their midpoint plus and minus `offset`. */
    function rowsAt(offset: Vector): (x: number) => Vector {
      const ahead = middle.map((x, i) => x + offset[i]);
      const behind = middle.map((x, i) => x - offset[i]);
      return (x) => (x === p ? ahead : x === q ? behind : parameters.subarray(x * d, (x + 1) * d));
    }

    /** Logits [K] and slopes along r [K, d] there. */
    function jacobian(offset: Vector) {
      const row = rowsAt(offset);
      const left = new Float64Array(terms.length * d);
      const right = new Float64Array(terms.length * d);
      const logits = Float64Array.from(terms, (pair, k) => {
        const [x, y] = [row(Math.floor(pair / n)), row(pair % n)];
        const z = network.logit(parameters, x, y);
        const [gl, gr] = [left, right].map((of) => of.subarray(k * d, (k + 1) * d));
        network.backward(parameters, x, y, 1, scratch, gl, gr);
        return z;
      });
      return { logits, slopes: slopesAlong(p, q, terms, n, left, right) };
    }

    const pairTerms = {
      samples: train.length,
      loss: settings.loss,
      targets: Float64Array.from(terms, (pair) => relation.truth[pair]),
      ...jacobian(new Float64Array(d)),
    };
    // A pair that training never shows feels nothing, and its A has no row to count columns by.
    const decoder =
      terms.length > 0
        ? linearise(pairTerms)
        : {
            A: { rows: 0, columns: d, values: new Float64Array(0) },
            gap: new Float64Array(0),
            drive: new Float64Array(d),
          };

    function bend(): Matrix {
      const along = (step: number) =>
        Array.from({ length: d }, (_, i) => {
          const offset = new Float64Array(d);
          offset[i] = step;
          return jacobian(offset).slopes;
        });
      return bendOf(pairTerms, along(STEP), along(-STEP), STEP);
    }

    function etaA(rates: Vector): number {
      const { curvature } = PARABOLAS[settings.loss];
      const gradient = new Float64Array(size);
      const unused = new Float64Array(d);
      const [here, swapped] = [rowsAt(r), rowsAt(r.map((x) => -x))];
      terms.forEach((pair, k) => {
        const [x, y] = [Math.floor(pair / n), pair % n];
        const logit = (row: (x: number) => Vector) => network.logit(parameters, row(x), row(y));
        const half = (logit(here) - logit(swapped)) / 2;
        const weight = (curvature(pairTerms.logits[k]) / train.length) * half;
        for (const [row, sign] of [
          [here, 0.5],
          [swapped, -0.5],
        ] as const) {
          logit(row);
          network.backward(parameters, row(x), row(y), sign * weight, gradient, unused, unused);
        }
      });
      // Every parameter learns at its own rate: its square counts rate-fold.
      const decoderPart = gradient
        .subarray(embedding)
        .map((g, i) => g * Math.sqrt(rates[embedding + i]));
      return effectiveEtaA(1, decoderPart, decoder, r);
    }

    return { r, decoder, bend, etaA };
  };
}
