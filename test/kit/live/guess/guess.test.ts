import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { codec, HOME } from "../../../../src/app/chapters";
import {
  formatGuess,
  formOf,
  GUESS_KINDS,
  GUESS_PART,
  type Guess,
  guessOf,
} from "../../../../src/kit/live/guess/guess";

const numbers = (kind: Guess["kind"]) => {
  const { count, min, max, whole } = formOf(kind);
  const one = whole
    ? fc.integer({ min, max })
    : fc.double({ min, max, noNaN: true }).map((x) => Math.max(min, Number(x.toPrecision(3))));
  return fc.array(one, { minLength: count[0], maxLength: Math.min(count[1], 60) });
};

const guesses: fc.Arbitrary<Guess> = fc
  .constantFrom(...GUESS_KINDS)
  .chain((kind) => numbers(kind).map((values) => ({ kind, values })));

describe("a guess in a link", () => {
  property.prop([guesses, fc.constantFrom(HOME, ...codec.scenes.map(({ link }) => link))])(
    "comes back as it was, in every scene and outside of all",
    (guess, link) => {
      const fragment = codec.encode({ ...link, parts: { ...link.parts, guess } });
      const read = codec.decode(fragment);
      expect(read.notices).toEqual([]);
      expect(guessOf(read.link)).toEqual(guess);
      expect(read.link.scene).toBe(link.scene);
    },
  );

  test("is short, and a person can read it", () => {
    const written = (guess: Guess) =>
      codec.encode({ ...HOME, parts: { guess } }).replace(/^v=1&/, "");
    expect(written({ kind: "step", values: [420] })).toBe("guess=step+420");
    expect(written({ kind: "never", values: [] })).toBe("guess=never");
    expect(written({ kind: "band", values: [1, 6] })).toBe("guess=band+1+6");
    expect(written({ kind: "line", values: [0.3] })).toBe("guess=line+0.3");
  });

  test.for([
    ["sep 420", "must be one of"],
    ["step", "must have 1 numbers"],
    ["step 1 2", "must have 1 numbers"],
    ["step 1.5", "whole numbers"],
    ["step x", "whole numbers"],
    ["step -1", "from 0"],
    ["band 1 100", "to 99"],
    ["curve 1 2 3", "must have 9 numbers"],
    ["line 0", "from 1e-9"],
    ["distance NaN", "numbers from"],
    ["", "must be one of"],
  ])("that is “%s” is named and left out", ([text, reason]) => {
    const { link, notices } = codec.decode(`guess=${encodeURIComponent(text)}`);
    expect(guessOf(link)).toBeNull();
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({ field: "guess", used: "no guess" });
    expect(notices[0].reason).toContain(reason);
  });

  property.prop([fc.string()])("any text at all gives a guess or a reason", (text) => {
    const { value, notices } = GUESS_PART.parse(text);
    expect(value === null).toBe(notices.length > 0);
    if (value) expect(GUESS_PART.parse(formatGuess(value)).value).toEqual(value);
  });
});
