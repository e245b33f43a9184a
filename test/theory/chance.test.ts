import { expect, test } from "vitest";
import { chanceOf } from "../../src/theory/chance";

test("the better constant answer is the more frequent one, and no where both are", () => {
  expect(chanceOf(Uint8Array.of(1, 1, 1, 0))).toEqual({ answer: "yes", accuracy: 0.75 });
  expect(chanceOf(Uint8Array.of(0, 1, 0, 0))).toEqual({ answer: "no", accuracy: 0.75 });
  expect(chanceOf(Uint8Array.of(0, 1, 1, 0))).toEqual({ answer: "no", accuracy: 0.5 });
});
