import { afterEach, describe, expect, test } from "vitest";
import { letLettersAct, meant } from "../../../src/kit/live/keys";

const ACTS = { n: "seed", r: "again", ".": "step", " ": "play", "?": "help", "1": "first" };
const pressed = (key: string, code: string, repeat = false) =>
  meant({ key, code, repeat }, ACTS, ["."]);

afterEach(() => letLettersAct(true));

describe("a key is known by its letter, and elsewhere by its place", () => {
  test.each([
    ["its letter", "n", "KeyN", "seed"],
    ["Shift or CapsLock", "N", "KeyN", "seed"],
    ["Cyrillic", "т", "KeyN", "seed"],
    ["Cyrillic, CapsLock", "Т", "KeyN", "seed"],
    ["Greek", "ρ", "KeyR", "again"],
    ["Hebrew", "ר", "KeyR", "again"],
    ["Cyrillic at the place of the full stop", "ю", "Period", "step"],
    ["Cyrillic at its own", ".", "Slash", "step"],
    ["Dvorak, by its letter", ".", "KeyE", "step"],
    ["Dvorak’s n", "n", "KeyL", "seed"],
    ["while an input method waits", "Process", "KeyN", "seed"],
    ["French digits without Shift", "&", "Digit1", "first"],
    ["Shift on a German board", "?", "Minus", "help"],
    ["no place, as some remote controls send", "n", "", "seed"],
  ])("%s", (_, key, code, act) => {
    expect(pressed(key, code)).toBe(act);
  });

  test.each([
    ["a Latin letter at another’s place", "b", "KeyN"],
    ["what nothing is bound to", "Enter", "Enter"],
    ["what every object has", "constructor", ""],
  ])("%s means nothing", (_, key, code) => {
    expect(pressed(key, code)).toBeUndefined();
  });
});

test("what is held down is heard once, but for what walks", () => {
  expect(pressed("n", "KeyN", true)).toBeUndefined();
  expect(pressed("т", "KeyN", true)).toBeUndefined();
  expect(pressed(".", "Period", true)).toBe("step");
});

test("letters, digits and signs can be switched off; Space and arrows stay", () => {
  letLettersAct(false);
  for (const [key, code] of [
    ["n", "KeyN"],
    ["т", "KeyN"],
    ["?", "Slash"],
    ["1", "Digit1"],
  ])
    expect(pressed(key, code)).toBeUndefined();
  expect(pressed(" ", "Space")).toBe("play");
});
