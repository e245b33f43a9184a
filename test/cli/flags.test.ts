import { expect, test } from "vitest";
import { bound } from "../../src/cli/bound";
import { numberFlag, parseFlags, UserError } from "../../src/cli/command";

const flags = (text: string) => new Map([["workers", text]]);
const workers = (text: string) =>
  numberFlag(flags(text), "workers", 2, { min: 1, max: 256, integer: true });

test("the ends of a flag's range are in it, and nothing beyond", () => {
  expect([workers("1"), workers("256")]).toEqual([1, 256]);
  for (const text of ["0", "257", "1.5", "", "two", "Infinity"])
    expect(() => workers(text)).toThrow(UserError);
  expect(numberFlag(new Map(), "workers", 2, { min: 1 })).toBe(2);
});

test.each(["0", "1"])(
  "a training fraction of %s leaves nothing to train on, or to tell",
  async (f) => {
    const given = parseFlags(["--fraction", f, "--n", "4", "--masks", "1"], bound);
    await expect(bound.run(given.flags, given.operands)).rejects.toThrow("above 0 and below 1");
  },
);
