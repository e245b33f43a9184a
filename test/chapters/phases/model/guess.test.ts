import { expect, test } from "vitest";
import { LINE_GUESS, lineOff } from "../../../../src/chapters/phases/model/guess";
import { latticeOf } from "../../../../src/chapters/phases/model/lattice";
import { DEFAULTS } from "../../../../src/experiment/params";
import type { Phase } from "../../../../src/theory/phase";

const RATES = [1e-4, 1e-3, 1e-2];
const lattice = latticeOf({
  base: DEFAULTS,
  axes: [
    { key: "encoderRate", values: RATES },
    { key: "decoderRate", values: RATES },
  ],
  until: "decided",
});
if (!lattice) throw new Error("these are the axes of a plane");

/** Learns from a ratio of 1 on. */
const phases = RATES.flatMap((encoder) =>
  RATES.map((decoder): Phase => (encoder >= decoder ? "generalisation" : "memorisation")),
);
const judge = (ratio: number) => lineOff({ kind: "line", values: [ratio] }, lattice, phases);

test("a line is held against the best of its kind", () => {
  // Any ratio between 0.1 and 1 parts them; 3 has the three of ratio 1 wrong, 1000 all six.
  expect(judge(0.3)).toMatchObject({ off: 0, words: "as good as the best such line" });
  expect(judge(3)?.off).toBeCloseTo(100 / 3, 9);
  expect(judge(3)).toMatchObject({
    words: "33 points below the best such line",
    more: "67 % of the networks right, not 100 %",
  });
  expect(judge(1000)?.off).toBeCloseTo(200 / 3, 9);
});

test("no network, no verdict", () => {
  expect(
    lineOff(
      { kind: "line", values: [1] },
      lattice,
      phases.map(() => null),
    ),
  ).toBeNull();
  expect(LINE_GUESS.question.say({ kind: "line", values: [0.3] })).toBe("η_{enc}/η_{dec} = 0.3");
});
