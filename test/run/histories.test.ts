import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { packMoments, unpackHistories } from "../../src/run/histories";
import type { Moment } from "../../src/run/standing";

const momentsOf = (size: number) =>
  fc.array(
    fc.record({
      step: fc.nat(1_000_000),
      train: fc.double({ min: 0, max: 1, noNaN: true }),
      test: fc.double({ min: 0, max: 1, noNaN: true }),
      embedding: fc
        .array(fc.float({ min: -50, max: 50, noNaN: true }), { minLength: size, maxLength: size })
        .map((values) => Float32Array.from(values)),
    }),
    { maxLength: 12 },
  );

const joined = (blocks: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(blocks.flatMap((block) => [...block]));

test.prop([momentsOf(4), momentsOf(6)], { seed: 3, numRuns: 200 })(
  "a history comes back within half a level of its range",
  (first, second) => {
    const found = unpackHistories(joined([packMoments(first), packMoments(second)]), [4, 6]);
    [first, second].forEach((moments, replica) => {
      const range = Math.max(
        0,
        ...moments.flatMap(({ embedding }) => [...embedding].map(Math.abs)),
      );
      const half = range / 254 + 1e-6 * range; // Half a level of 127, and float32.
      expect(found[replica].map(({ step }) => step)).toEqual(moments.map(({ step }) => step));
      moments.forEach((moment: Moment, i) => {
        expect(found[replica][i].train).toBeCloseTo(moment.train, 4); // 1/65535 is 1.5e-5.
        expect(found[replica][i].test).toBeCloseTo(moment.test, 4);
        expect(found[replica][i].embedding).toBeAllclose(moment.embedding, { atol: half });
      });
    });
  },
);

test("numbers that are not finite become 0 and spoil no other", () => {
  const embedding = Float32Array.of(Number.NaN, 1, Number.POSITIVE_INFINITY, -0.5);
  const [[moment]] = unpackHistories(packMoments([{ step: 1, train: 0, test: 0, embedding }]), [4]);
  expect(moment.embedding).toBeAllclose([0, 1, 0, -0.5], { atol: 1 / 254 });
});

test("bytes that are too short or too long are refused", () => {
  const bytes = packMoments([{ step: 1, train: 0, test: 0, embedding: new Float32Array(4) }]);
  expect(() => unpackHistories(bytes.subarray(0, 9), [4])).toThrow(/end too soon/);
  expect(() => unpackHistories(bytes, [4, 4])).toThrow(/end too soon/);
  expect(() => unpackHistories(bytes, [])).toThrow(/longer/);
});
