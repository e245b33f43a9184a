import { expect, test } from "vitest";
import { fateOf, verdictOf } from "../../../../src/chapters/two-repons/model/fate";
import { centred, SETUP_HOME } from "../../../../src/chapters/two-repons/model/params";

test("with C of exactly 0 the scalar rule foretells no collision, and the load of 1 does", () => {
  // |A r| = |r| = 1 and etaX = 2 etaA: C = 1 / (2 etaA) - 1 / etaX = 0.
  const setup = centred({
    ...SETUP_HOME,
    system: "reduced",
    angle: 0,
    stiff: 1,
    soft: 1,
    x1x: 1,
    x1y: 0,
    x2x: -1,
    x2y: 0,
    etaX: 0.02,
    etaA: 0.01,
  });
  const { C, scalar, exact } = fateOf(setup);
  expect(C).toBe(0);
  expect(scalar).toBe(false);
  expect(exact).toMatchObject({ collides: true, load: expect.closeTo(1, 12) });
  expect(verdictOf(setup).detail).toMatch(/scalar rule is wrong: C.=.0.=.0, but load 1.≤.1/);
});
