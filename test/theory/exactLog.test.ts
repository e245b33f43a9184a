import { expect, test } from "vitest";
import { exactLog } from "../../src/theory/random";

test("the logarithm made of + - * / agrees with the platform's all through two octaves", () => {
  for (let i = 0; i <= 3000; i++) {
    const x = 0.5 + i / 1000;
    const expected = Math.log(x);
    // Both are good to about one unit in the last place; near 1 that is an absolute matter.
    expect(Math.abs(exactLog(x) - expected)).toBeLessThan(4e-16 * (1 + Math.abs(expected)));
  }
});
