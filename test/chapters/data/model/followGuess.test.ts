import { describe, expect, test } from "vitest";
import type { OneLook } from "../../../../src/chapters/data/model/boundStudy";
import {
  FOLLOWS_GUESS,
  followsOff,
  withPair,
} from "../../../../src/chapters/data/model/followGuess";
import { UNKNOWN } from "../../../../src/theory/inference/sample";

/** Of nine pairs 0 and 1 are known; 3, 4 and 8 follow. */
const look = {
  samples: 2,
  known: Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 0, 0),
  inference: {
    kind: "consistent",
    value: Uint8Array.of(1, 0, UNKNOWN, 1, 0, UNKNOWN, UNKNOWN, UNKNOWN, 1),
    p: null,
  },
} as unknown as OneLook;

const naming = (...pairs: number[]) => ({ kind: "follow", values: [2, ...pairs] }) as const;

describe("pairs that follow", () => {
  test.for([
    [[3, 4, 8], 0, "right: these 3 follow, and no other", undefined],
    [[3, 4], 1, "right about 2 of the 3 that follow", "1 is missed, and 0 named that do not"],
    [[3, 5, 0], 4, "right about 1 of the 3 that follow", "2 are missed, and 2 named that do not"],
    [[], 3, "right about 0 of the 3 that follow", "3 are missed, and 0 named that do not"],
  ] as const)("%o", ([pairs, off, words, more]) => {
    expect(followsOff(naming(...pairs), look)).toEqual({ off, words, ...(more && { more }) });
  });

  test("cannot be told where the sample contradicts itself", () => {
    const broken = {
      ...look,
      inference: { kind: "inconsistent", pairs: [0] },
    } as unknown as OneLook;
    expect(followsOff(naming(3), broken)).toBeNull();
  });

  test("are named and taken back in their order", () => {
    const named = withPair(withPair(naming(), 8), 3);
    expect(named).toEqual(naming(3, 8));
    expect(withPair(named, 8)).toEqual(naming(3));
    expect(FOLLOWS_GUESS.question.say(named)).toBe("2 that follow");
  });
});
