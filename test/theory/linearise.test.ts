import { describe, expect, test } from "vitest";
import { LOSSES } from "../../src/engine/reference/loss";
import { makeNetwork } from "../../src/engine/reference/network";
import { meanGradient } from "../../src/engine/reference/reference";
import { makeDataset } from "../../src/experiment/dataset";
import { initialParameters } from "../../src/experiment/initial";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { shapeOf } from "../../src/experiment/shape";
import {
  effectiveEtaA,
  linearise,
  PARABOLAS,
  type PairTerms,
  predictPair,
  slopesAlong,
  termsOf,
  velocity,
} from "../../src/theory/linearise";
import { matrix, norm } from "../../src/theory/repon/matrix";

const P = 1;
const Q = 4; // The same class modulo 3.

/** A small network with repons P and Q at s + r and s - r, and how the reference engine moves them. */
function pairIn(changes: Partial<Settings>, direction: readonly number[]) {
  const settings: Settings = {
    ...DEFAULTS,
    relation: "modulo-3",
    n: 7,
    d: 2,
    depth: 2,
    width: 6,
    optimiser: "gd",
    ...changes,
  };
  const { n, d, embedding, size } = shapeOf(settings);
  const { relation, train } = makeDataset(settings);
  const network = makeNetwork(settings);
  const base = Float64Array.from(initialParameters(settings));
  const middle = Float64Array.from(
    { length: d },
    (_, i) => (base[P * d + i] + base[Q * d + i]) / 2,
  );

  /** Parameters with the pair at a half-separation of `scale` times the direction. */
  function at(scale: number, decoder = base): Float64Array {
    const parameters = decoder.slice();
    for (let i = 0; i < d; i++) {
      parameters[P * d + i] = middle[i] + scale * direction[i];
      parameters[Q * d + i] = middle[i] - scale * direction[i];
    }
    return parameters;
  }
  const row = (parameters: Float64Array, x: number) => parameters.subarray(x * d, (x + 1) * d);
  const addGradient = meanGradient(settings, relation.truth);

  function gradientAt(parameters: Float64Array): Float64Array {
    const gradient = new Float64Array(size);
    addGradient(parameters, train, gradient);
    return gradient;
  }

  /** One step of the engine in r, at an encoder rate of 1. */
  function stepOf(parameters: Float64Array): Float64Array {
    const gradient = gradientAt(parameters);
    return Float64Array.from(
      { length: d },
      (_, i) => -(gradient[P * d + i] - gradient[Q * d + i]) / 2,
    );
  }

  /** Logits, and slopes in both embeddings and in the decoder, of every term. */
  function jacobians(parameters: Float64Array, terms: Int32Array) {
    const left = new Float64Array(terms.length * d);
    const right = new Float64Array(terms.length * d);
    const decoder = Array.from(terms, () => new Float64Array(size));
    const logits = Float64Array.from(terms, (pair, k) => {
      const [x, y] = [row(parameters, Math.floor(pair / n)), row(parameters, pair % n)];
      const z = network.logit(parameters, x, y);
      network.backward(
        parameters,
        x,
        y,
        1,
        decoder[k],
        left.subarray(k * d, (k + 1) * d),
        right.subarray(k * d, (k + 1) * d),
      );
      return z;
    });
    return { left, right, logits, decoder };
  }

  const terms = termsOf(P, Q, train, n);
  const { left, right, logits } = jacobians(at(0), terms);
  const slopes = slopesAlong(P, Q, terms, n, left, right);
  const pairTerms: PairTerms = {
    samples: train.length,
    loss: settings.loss,
    logits,
    targets: Float64Array.from(terms, (pair) => relation.truth[pair]),
    slopes,
  };
  return { at, stepOf, gradientAt, jacobians, terms, pairTerms, embedding, d, train, n };
}

/** The part of the step that grows with the separation, per unit of it; the rest cancels. */
function linearPart(
  stepOf: (p: Float64Array) => Float64Array,
  at: (scale: number) => Float64Array,
) {
  const scale = 1e-5;
  const [ahead, behind] = [stepOf(at(scale)), stepOf(at(-scale))];
  return ahead.map((x, i) => (x - behind[i]) / (2 * scale));
}

const DIRECTION = [0.6, -0.8];
/** A central difference of step 1e-5 in functions of size 1: 1e-10 of curvature, 1e-11 of rounding. */
const DIFFERENCE = 1e-8;

describe("the linear decoder of a pair", () => {
  test.each(["concat", "difference"] as const)(
    "A decoder that is linear and cross-entropy: %s moves r by etaX (drive - A^T A r), exactly to first order",
    (mode) => {
      const { at, stepOf, pairTerms } = pairIn({ mode, depth: 0 }, DIRECTION);
      const decoder = linearise(pairTerms);
      expect(velocity(decoder, Float64Array.of(0, 0), 1)).toBeAllclose(stepOf(at(0)), {
        atol: 1e-15,
      });
      const predicted = velocity(decoder, Float64Array.from(DIRECTION), 1).map(
        (v, i) => v - decoder.drive[i],
      );
      expect(predicted).toBeAllclose(linearPart(stepOf, at), { atol: DIFFERENCE });
      expect(norm(predicted)).toBeGreaterThan(1e4 * DIFFERENCE);
    },
  );

  test.each([
    ["concat", "bce"],
    ["difference", "bce"],
    ["squared-difference", "bce"],
    ["concat", "mse"],
    ["difference", "mse"],
  ] as const)(
    "In a deep %s decoder with %s the drive is exact, and so is the pull with what linearising drops",
    (mode, loss) => {
      const { at, stepOf, pairTerms, jacobians, terms, n, d } = pairIn({ mode, loss }, DIRECTION);
      const decoder = linearise(pairTerms);
      expect(decoder.drive).toBeAllclose(stepOf(at(0)), { atol: 1e-15 });

      // Second derivatives of the logits in r, and for squared error what Gauss and Newton drop, all
      // contracted with the direction.
      const h = 1e-5;
      const { slope, curvature } = PARABOLAS[loss];
      const along = (scale: number) => {
        const { left, right } = jacobians(at(scale), terms);
        return slopesAlong(P, Q, terms, n, left, right);
      };
      const [ahead, behind] = [along(h), along(-h)];
      const { logits, targets, samples, slopes } = pairTerms;
      const dropped = new Float64Array(d);
      logits.forEach((z, k) => {
        const s = LOSSES[loss].slope(z, targets[k]);
        expect(slope(z, targets[k])).toBeCloseTo(s, 14);
        const second =
          (LOSSES[loss].slope(z + h, targets[k]) - LOSSES[loss].slope(z - h, targets[k])) / (2 * h);
        let change = 0;
        for (let i = 0; i < d; i++) change += slopes[k * d + i] * DIRECTION[i];
        for (let i = 0; i < d; i++) {
          const bent = (ahead[k * d + i] - behind[k * d + i]) / (2 * h);
          dropped[i] +=
            (s * bent + (second - curvature(z)) * change * slopes[k * d + i]) / (2 * samples);
        }
      });
      const pull = velocity(decoder, Float64Array.from(DIRECTION), 1).map(
        (v, i) => v - decoder.drive[i] - dropped[i],
      );
      expect(pull).toBeAllclose(linearPart(stepOf, at), { atol: DIFFERENCE });
    },
  );

  test("The bend enters the velocity as a matrix", () => {
    const { pairTerms } = pairIn({}, DIRECTION);
    const decoder = linearise(pairTerms);
    const r = Float64Array.from(DIRECTION);
    const bend = matrix([
      [1, 2],
      [3, 4],
    ]);
    const extra = velocity(decoder, r, 2, bend).map((v, i) => velocity(decoder, r, 2)[i] - v);
    expect(extra).toBeAllclose([2 * (0.6 - 1.6), 2 * (1.8 - 3.2)], { atol: 1e-14 });
  });

  test("Terms are the training pairs that contain either repon, once", () => {
    const { terms, train, n } = pairIn({}, DIRECTION);
    const expected = Array.from(train).filter((pair) =>
      [Math.floor(pair / n), pair % n].some((x) => x === P || x === Q),
    );
    expect(Array.from(terms)).toEqual(expected);
  });

  test("Partners that both repons share in training do not drive them apart", () => {
    const all = pairIn({ trainFraction: 0.999 }, DIRECTION);
    // All pairs but one; its partner is shared by nobody.
    const whole = { ...all.pairTerms };
    const drive = norm(linearise(whole).drive);
    const half = norm(linearise(pairIn({ trainFraction: 0.5 }, DIRECTION).pairTerms).drive);
    expect(drive).toBeLessThan(half);
  });
});

describe("the rate of a real decoder", () => {
  test("For a linear decoder of differences it is decoderRate times the sum of w h^2 / 2m over h^2", () => {
    // h is the same vector up to sign in all terms but (p, q) and (q, p), where it is twice as long.
    const { at, jacobians, terms, pairTerms, embedding } = pairIn(
      { mode: "difference", depth: 0 },
      DIRECTION,
    );
    const decoder = linearise(pairTerms);
    const r = Float64Array.from(DIRECTION);
    const { samples, logits } = pairTerms;
    const [plus, minus] = [jacobians(at(1), terms), jacobians(at(-1), terms)];
    const gradient = new Float64Array(plus.decoder[0].length - embedding);
    let weight = 0;
    let spring = 0;
    logits.forEach((z, k) => {
      const w = PARABOLAS.bce.curvature(z);
      const delta = (plus.logits[k] - minus.logits[k]) / 2;
      for (let i = 0; i < gradient.length; i++)
        gradient[i] +=
          ((w / samples) *
            delta *
            (plus.decoder[k][embedding + i] - minus.decoder[k][embedding + i])) /
          2;
      weight += (w / (2 * samples)) * delta ** 2;
    });
    // All rows are multiples of one, so Eq. (7) holds with one row a = sqrt(W) h and etaA = rate W.
    const first = pairTerms.slopes.subarray(0, 2);
    const unit = first[0] * r[0] + first[1] * r[1];
    spring = weight / unit ** 2;
    expect(effectiveEtaA(0.3, gradient, decoder, r)).toBeCloseTo(0.3 * spring, 12);
  });
});

describe("the prediction", () => {
  test("follows plain gradient descent of a linear decoder with frozen weights for 200 steps", () => {
    const { at, stepOf, pairTerms } = pairIn({ mode: "difference", depth: 0 }, DIRECTION);
    const rate = 0.05;
    const start = 1e-2;
    let r = Float64Array.from(DIRECTION, (x) => start * x);
    const first = r;
    const steps = 200;
    for (let step = 0; step < steps; step++) {
      // The midpoint stays: only r is stepped, so that nothing but the theory's r is compared.
      const parameters = at(0);
      for (let i = 0; i < 2; i++) {
        parameters[P * 2 + i] += r[i];
        parameters[Q * 2 + i] -= r[i];
      }
      const change = stepOf(parameters);
      r = r.map((x, i) => x + rate * change[i]);
    }
    const predicted = predictPair(linearise(pairTerms), first, { etaX: rate, etaA: 0 }, steps).at(
      steps,
    ).r;
    const moved = norm(r.map((x, i) => x - first[i]));
    expect(moved).toBeGreaterThan(0.1 * start);
    // The loss's third derivative makes the parabola wrong by about |h r| <= 2 %.
    expect(predicted).toBeAllclose(r, { atol: 0.05 * moved });
  });
});
