/**
 * @file The two sides of C along a run, C = a2^2 / (2 etaA) - c^2 / etaX by Eq. (10), where both can be
 * worked out by hand.
 *
 * A decoder without hidden layers on differences has logits z = v . (x - y) + bias. For a pair with
 * half separation r a term's logit differs from that of its mirror by 2 s v . r, where s is 0, 1 or
 * 2 in size, so with k = sum w s^2 / 2m over the terms |A r|^2 = k (v . r)^2 and a2^2 = k (v . r)^2 / |r|^2.
 * Its gradient in v is 2 k (v . r) r, so v loses 4 rate k^2 (v . r)^2 |r|^2 of |A r|^2 a step, and Eq. (7)
 * 4 etaA |r|^2 |A r|^2: etaA = rate k. Then a2^2 / (2 etaA) = (v . r)^2 / (2 rate |r|^2), whatever k.
 */
import { expect, test } from "vitest";
import { makePairsDesk } from "../../../../src/chapters/pairs/worker/desk";
import { loadSimdEngine } from "../../../../src/engine/simd/loadInNode";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";

const RATES = { encoderRate: 0.05, decoderRate: 0.02 };
const LINEAR: Settings = {
  ...DEFAULTS,
  ...{ n: 9, d: 2, mode: "difference", depth: 0, optimiser: "gd", steps: 400 },
  ...RATES,
};

test.each([
  [0, 3],
  [2, 8],
])(
  "Of elements %i and %i C has a2^2 / (2 etaA) and c^2 / etaX, at every kept step",
  async (p, q) => {
    const ask = makePairsDesk(loadSimdEngine, async () => {});
    const { past } = await ask({ settings: LINEAR, step: 200, pair: [p, q], horizon: 10 });
    expect(past.steps.length).toBeGreaterThan(5);
    expect(past.steps.at(-1)).toBe(200);
    const ensemble = await (await loadSimdEngine()).create([LINEAR]);
    const expected: { stretch: number; reach: number }[] = [];
    for (const step of past.steps) {
      if (step > 0) await ensemble.advance([step]);
      // [n, d] coordinates, then the decoder's two weights and its bias.
      const all = await ensemble.parameters();
      expect(all).toHaveLength(2 * 9 + 3);
      const [rx, ry] = [0, 1].map((i) => (all[2 * p + i] - all[2 * q + i]) / 2);
      const [vx, vy] = [all[18], all[19]];
      const square = rx ** 2 + ry ** 2;
      expected.push({
        stretch: (vx * rx + vy * ry) ** 2 / square / (2 * RATES.decoderRate),
        reach: square / RATES.encoderRate,
      });
    }
    // Parameters are float32; what is made of them is float64.
    const close = { rtol: 1e-6 };
    expect(past.stretch).toBeAllclose(
      expected.map(({ stretch }) => stretch),
      close,
    );
    expect(past.reach).toBeAllclose(
      expected.map(({ reach }) => reach),
      close,
    );
    // Neither stands still, so that no constant does for them.
    expect(past.stretch[0] / past.stretch[past.stretch.length - 1]).not.toBeCloseTo(1, 2);
    expect(past.reach[0] / past.reach[past.reach.length - 1]).not.toBeCloseTo(1, 2);
  },
);
