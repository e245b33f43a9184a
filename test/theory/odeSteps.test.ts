import { expect, test } from "vitest";
import { type Flow, integrate } from "../../src/theory/ode";

/** y'' = -y as (y, y'). */
const oscillator: Flow = {
  blocks: [{ length: 2, floor: 0 }],
  slope: ([y, v], slope) => {
    slope[0] = v;
    slope[1] = -y;
  },
};

test.each([1e-6, 1e-8, 1e-10])(
  "with a tolerance of %s it is as good between its steps as at them",
  (tolerance) => {
    const { at, times } = integrate(oscillator, Float64Array.of(1, 0), 6, { tolerance });
    const worst = (of: readonly number[]) =>
      Math.max(...of.map((t) => Math.abs(at(t)[0] - Math.cos(t))));
    const between = Array.from({ length: 6000 }, (_, i) => i / 1000);
    // The extension of order 4 adds less than the steps themselves; one of order 3 adds ten times as much.
    expect(worst(between)).toBeLessThan(2 * worst([...times]));
  },
);

test.each([1e-4, 1e-6, 1e-8])(
  "with a tolerance of %s a peak a thousandth wide is not jumped over",
  (tolerance) => {
    const width = 1e-3;
    // (t, y) with y' = width / ((t - 1)^2 + width^2): y is an arc tangent that rises by pi at t = 1.
    const peak: Flow = {
      blocks: [
        { length: 1, floor: 1 },
        { length: 1, floor: 1 },
      ],
      slope: ([t], slope) => {
        slope[0] = 1;
        slope[1] = width / ((t - 1) ** 2 + width ** 2);
      },
    };
    const { at, complete } = integrate(peak, Float64Array.of(0, 0), 2, { tolerance });
    expect(complete).toBe(true);
    // Some ten steps lie in the peak, each within the tolerance.
    expect(Math.abs(at(2)[1] - 2 * Math.atan(1 / width))).toBeLessThan(10 * tolerance);
  },
);
