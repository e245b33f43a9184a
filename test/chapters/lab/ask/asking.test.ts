import { describe, expect, test } from "vitest";
import { runBefore } from "../../../../src/chapters/lab/ask/model/asking";
import { changedOf, changedWords } from "../../../../src/chapters/lab/ask/model/changed";
import {
  answerWords,
  countWords,
  numeral,
  question,
  whyWords,
} from "../../../../src/chapters/lab/ask/model/sentences";
import { answer } from "../../../../src/engine/probe";
import { makeDataset } from "../../../../src/experiment/dataset";
import { initialParameters } from "../../../../src/experiment/initial";
import { packMatrix } from "../../../../src/experiment/matrix";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";
import { shapeOf } from "../../../../src/experiment/shape";
import { append, emptyHistory } from "../../../../src/kit/live/model/history";
import { MEASURES } from "../../../../src/run/frame";

const LINEAR: Settings = { ...DEFAULTS, n: 5, d: 1, depth: 0, mode: "difference" };

/** What the probe says of a pair of a network with these embeddings and this decoder. */
function ask(
  settings: Settings,
  embedding: readonly number[],
  decoder: readonly number[],
  x: number,
  y: number,
) {
  const parameters = new Float32Array(shapeOf(settings).size);
  parameters.set(embedding);
  parameters.set(decoder, embedding.length);
  const pair = { x, y };
  const { reason, predictions } = answer({
    settings,
    step: 0,
    parameters,
    field: null,
    forces: false,
    pair,
  });
  if (!reason) throw new Error("no reason was given");
  return { reason, predictions };
}

describe("why, in terms of the picture", () => {
  test("one number decides under differences of one coordinate", () => {
    // Yes where E(x) − E(y) is above 0.5.
    const { reason } = ask(LINEAR, [0, 1, 2, 3, 4], [4, -2], 3, 1);
    expect(whyWords(LINEAR, reason)).toEqual([
      "All that the decoder is given is E(3) − E(1) = 2.00; its logit for that is 6.00, and above 0 is yes.",
      "One number decides: above 0.50 the answer is yes.",
      "There is no hidden layer: 4.00 × 2.00 + −2.00 = 6.00, up to rounding.",
      "Element 1 lies where P[R(3, ·) = 1] is 0.9975; the nearest edge, where P = 0.5, is 1.50 away.",
    ]);
  });

  test("of squares of differences it is the square", () => {
    const settings: Settings = { ...LINEAR, mode: "squared-difference", d: 2 };
    // Yes where the square of the first difference is below 1.
    const { reason } = ask(settings, [0, 0, 3, 1, 5, 2, 6, 3, 7, 4], [-1, 0, 1], 0, 1);
    const words = whyWords(settings, reason);
    expect(words[0]).toContain("(E(0) − E(1))² = (9.00, 1.00); its logit for that is −8.00");
    expect(words.at(-1)).toContain("the nearest edge, where P = 0.5, is 2.00 away.");
  });

  test("with both embeddings it is where the second lies in the first one's field", () => {
    const settings: Settings = { ...LINEAR, mode: "concat", d: 2 };
    // Yes where E₁(y) is above 1, whatever x.
    const { reason } = ask(settings, [9, 9, 4, 0, 0, 2, 3, 3, 1, 5], [0, 0, 2, 0, -2], 3, 1);
    expect(whyWords(settings, reason)).toEqual([
      "There is no hidden layer: 0.00 × 3.00 + 0.00 × 3.00 + 2.00 × 4.00 + 0.00 × 0.00 + −2.00 = 6.00, up to rounding.",
      "Element 1 lies where P[R(3, ·) = 1] is 0.9975; the nearest edge, where P = 0.5, is 3.00 away.",
    ]);
  });

  test("where the answer is one everywhere, that is said", () => {
    const { reason } = ask(LINEAR, [0, 1, 2, 3, 4], [0, -2], 0, 1);
    const words = whyWords(LINEAR, reason);
    expect(words).toContain("For every such number between two elements the answer is no.");
    expect(words.at(-1)).toContain(
      "within 6.00 of it no place was found where the answer is another",
    );
  });

  test("in more dimensions the straight line is named", () => {
    const settings: Settings = { ...LINEAR, mode: "concat", d: 3 };
    const embedding = [0, 0, 0, 4, 0, 0, 0, 8, 0, 0, 0, 9, 0, 0, 1];
    const { reason } = ask(settings, embedding, [0, 0, 0, 1, 0, 0, -1], 2, 0);
    expect(whyWords(settings, reason).at(-1)).toContain(
      "is 1.00 away on the straight line towards 1.",
    );
  });
});

test("the answer, the truth and whether it was taught are told apart", () => {
  const { reason } = ask(LINEAR, [0, 1, 2, 3, 4], [4, -2], 3, 1);
  const [truth, mask] = [new Uint8Array(25), new Uint8Array(25)];
  expect(answerWords(reason, truth, mask, 5)).toBe(
    "The network answers yes, with P = 0.9975. That is wrong: R(3, 1) = 0. It was never shown this pair.",
  );
  truth[16] = 1;
  mask[16] = 1;
  expect(answerWords(reason, truth, mask, 5)).toBe(
    "The network answers yes, with P = 0.9975. That is right: R(3, 1) = 1. It is trained on this pair.",
  );
  expect(question({ ...DEFAULTS, relation: "modulo-3" }, { x: 3, y: 1 })).toBe(
    "With x = 3 and y = 1, is it true that x and y leave the same remainder when divided by 3?",
  );
});

test("pairs that were shown and that were not are counted apart", () => {
  const truth = [1, 1, 0, 0, 1];
  const mask = [1, 1, 1, 0, 0];
  expect(countWords([0.9, 0.2, 0.1, 0.4, 0.1], truth, mask)).toBe(
    "Of the 3 pairs that it is trained on it answers 2 rightly; of the 2 that it was never shown, 1.",
  );
});

test("numbers are written so that small ones are not hidden", () => {
  expect([0, 0.41, -0.2, 0.00034, -12345].map(numeral)).toEqual([
    "0.00",
    "0.41",
    "−0.20",
    "0.00034",
    "−1.2e4",
  ]);
});

describe("what has changed", () => {
  const history = (settings: Settings, step: number) =>
    append(emptyHistory(settings), [
      {
        step,
        steps: Float64Array.of(step),
        measures: new Float64Array(MEASURES.length),
        parameters: initialParameters(settings),
      },
    ]);
  const without = (count: number): Settings => {
    const { mask } = makeDataset(DEFAULTS);
    const train = Array.from(mask.keys()).filter((pair) => mask[pair] === 1);
    for (const pair of train.slice(0, count)) mask[pair] = 0;
    return { ...DEFAULTS, mask: packMatrix(mask) };
  };

  test("is held against the run before the first pair was left out", () => {
    const first = history(DEFAULTS, 5000);
    const second = history(without(1), 40);
    expect(runBefore(null, null, DEFAULTS)).toBe(null);
    expect(runBefore(null, first, without(1))).toBe(first);
    expect(runBefore(first, second, without(2))).toBe(first);
    // A run that has come further takes its place, and so does one with another knob.
    const further = history(without(2), 9000);
    expect(runBefore(first, further, without(3))).toBe(further);
    const faster = { ...DEFAULTS, encoderRate: 0.1 };
    expect(runBefore(first, second, faster)).toBe(second);
    expect(runBefore(first, history({ ...DEFAULTS, n: 7 }, 10), DEFAULTS)).toBe(null);
  });

  test("is listed pair by pair, and what the runs were trained on is said", () => {
    const small = { ...LINEAR, n: 4 };
    const told = (settings: Settings, step: number, yes: readonly number[]) => ({
      settings,
      step,
      predictions: Float32Array.from({ length: 16 }, (_, i) => (yes.includes(i) ? 0.7 : 0.3)),
    });
    const { reason } = ask(LINEAR, [0, 1, 2, 3, 4], [4, -2], 3, 1);
    const mask = packMatrix(Uint8Array.from({ length: 16 }, (_, i) => +(i < 11)));
    const known = {
      now: { ...told({ ...small, mask }, 100, [1, 6]), reason },
      before: told(small, 64, [1, 9]),
    };
    expect(changedOf(known)).toEqual([
      { x: 1, y: 2, from: "no", to: "yes" },
      { x: 2, y: 1, from: "yes", to: "no" },
    ]);
    expect(changedWords(known, 2)).toBe(
      "Since the run before (trained on 12 of 16 pairs, now on 11 of 16 pairs), 2 answers have changed, then at step 64, now at step 100.",
    );
    expect(changedOf({ ...known, before: null })).toBe(null);
  });
});
