import { describe, expect, test } from "vitest";
import { LOSSES } from "../../src/engine/reference/loss";
import { makeNetwork } from "../../src/engine/reference/network";
import { meanGradient } from "../../src/engine/reference/reference";
import { makeDataset } from "../../src/experiment/dataset";
import { initialParameters } from "../../src/experiment/initial";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { shapeOf } from "../../src/experiment/shape";
import {
  bendOf,
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

  /** Slopes with r at `scale` along each axis. */
  const slopesAt = (scale: number) =>
    Array.from({ length: d }, (_, axis) => {
      const parameters = at(0);
      parameters[P * d + axis] += scale;
      parameters[Q * d + axis] -= scale;
      const moved = jacobians(parameters, terms);
      return slopesAlong(P, Q, terms, n, moved.left, moved.right);
    });

  const pairTerms: PairTerms = {
    samples: train.length,
    loss: settings.loss,
    logits,
    targets: Float64Array.from(terms, (pair) => relation.truth[pair]),
    slopes,
  };
  return { at, stepOf, jacobians, slopesAt, terms, pairTerms, embedding, train, n };
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
      const { at, stepOf, pairTerms, slopesAt } = pairIn({ mode, loss }, DIRECTION);
      const decoder = linearise(pairTerms);
      expect(decoder.drive).toBeAllclose(stepOf(at(0)), { atol: 1e-15 });

      const h = 1e-5;
      const { slope, curvature, rest } = PARABOLAS[loss];
      const { logits, targets } = pairTerms;
      logits.forEach((z, k) => {
        const by = (x: number) => LOSSES[loss].slope(x, targets[k]);
        expect(slope(z, targets[k])).toBeCloseTo(by(z), 14);
        expect(curvature(z) + rest(z, targets[k])).toBeCloseTo(
          (by(z + h) - by(z - h)) / (2 * h),
          9,
        );
      });
      const bend = bendOf(pairTerms, slopesAt(h), slopesAt(-h), h);
      const pull = velocity(decoder, Float64Array.from(DIRECTION), 1, bend).map(
        (v, i) => v - decoder.drive[i],
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
  test.each([
    ["difference", 0],
    ["concat", 2],
  ] as const)(
    "with gap and bend follows the engine's steps of r for a frozen %s decoder of depth %s",
    (mode, depth) => {
      const { at, stepOf, pairTerms, slopesAt } = pairIn({ mode, depth }, DIRECTION);
      const rate = 0.05;
      const start = 1e-2;
      const steps = 200;
      const first = Float64Array.from(DIRECTION, (x) => start * x);
      let r = first;
      for (let step = 0; step < steps; step++) {
        // The midpoint and the decoder stay, so that nothing but the theory's r moves.
        const parameters = at(0);
        r.forEach((x, i) => {
          parameters[P * 2 + i] += x;
          parameters[Q * 2 + i] -= x;
        });
        const change = stepOf(parameters);
        r = r.map((x, i) => x + rate * change[i]);
      }
      const decoder = linearise(pairTerms);
      const h = 1e-5;
      const bend = bendOf(pairTerms, slopesAt(h), slopesAt(-h), h);
      const rates = { etaX: rate, etaA: 0 };
      // A gap in Eq. (7) with a frozen A; both are first-order in r.
      const { r: predicted } = predictPair(decoder, first, rates, steps, {
        gap: decoder.gap,
        bend,
      }).at(steps);
      const moved = norm(r.map((x, i) => x - first[i]));
      expect(moved).toBeGreaterThan(0.1 * start);
      // What is left are third derivatives times |r|, some per cent.
      expect(predicted).toBeAllclose(r, { atol: 0.05 * moved });
    },
  );

  test("without them it is the paper's: the pair can only approach", () => {
    const { pairTerms } = pairIn({}, DIRECTION);
    const r = Float64Array.from(DIRECTION);
    const rates = { etaX: 0.1, etaA: 0.1 };
    const trajectory = predictPair(linearise(pairTerms), r, rates, 1000);
    let before = Infinity;
    trajectory.times.forEach((_, k) => {
      const separation = norm(trajectory.r.subarray(2 * k, 2 * k + 2));
      // Rounding of a sum of two numbers of size 1, at a standstill.
      expect(separation).toBeLessThanOrEqual(before + 1e-13);
      before = separation;
    });
  });
});
