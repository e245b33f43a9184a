import { describe, expect, test } from "vitest";
import { type Flow, integrate } from "../../src/theory/ode";

/** y'' = -y as (y, y'). */
const oscillator: Flow = {
  blocks: [{ length: 2, floor: 0 }],
  slope: ([y, v], slope) => {
    slope[0] = v;
    slope[1] = -y;
  },
};

const decay = (rate: number): Flow => ({
  blocks: [{ length: 1, floor: 0 }],
  slope: ([y], slope) => {
    slope[0] = -rate * y;
  },
});

describe("Dormand and Prince 5(4)", () => {
  test.each([1e-4, 1e-7, 1e-10])(
    "follows an oscillator for three periods to 100 times %s",
    (tolerance) => {
      const end = 6 * Math.PI;
      const { at, complete } = integrate(oscillator, Float64Array.of(1, 0), end, { tolerance });
      expect(complete).toBe(true);
      // A hundred or so steps, each within the tolerance.
      expect(at(end)).toBeAllclose([1, 0], { atol: 100 * tolerance });
    },
  );

  test("its error falls with the fifth power of the step", () => {
    const errors = [1e-5, 1e-10].map((tolerance) => {
      const { at, times } = integrate(oscillator, Float64Array.of(1, 0), 6, { tolerance });
      return { error: Math.abs(at(6)[0] - Math.cos(6)), steps: times.length - 1 };
    });
    const order =
      Math.log(errors[0].error / errors[1].error) / Math.log(errors[1].steps / errors[0].steps);
    // Between 4.5 and 6: the last step is cut short, and signs of errors mix.
    expect(order).toBeGreaterThan(4.5);
    expect(order).toBeLessThan(6);
  });

  test("between its steps it is as good as at them", () => {
    const tolerance = 1e-8;
    const { at } = integrate(oscillator, Float64Array.of(1, 0), 6, { tolerance });
    for (let t = 0; t < 6; t += 0.01)
      expect(at(t)).toBeAllclose([Math.cos(t), -Math.sin(t)], { atol: 100 * tolerance });
  });

  test("is held at its ends", () => {
    const { at } = integrate(decay(1), Float64Array.of(2), 1);
    expect(at(-1)[0]).toBe(2);
    expect(at(5)[0]).toBe(at(1)[0]);
  });

  test("stops where nothing more will happen, however far the end", () => {
    const { times, complete, at } = integrate(decay(1e12), Float64Array.of(1), 1);
    expect(complete).toBe(true);
    expect(times.at(-1)).toBeLessThan(1e-10);
    expect(at(1)[0]).toBeLessThan(1e-20);
  });

  test("says when the steps ran out", () => {
    const { times, complete } = integrate(oscillator, Float64Array.of(1, 0), 1e9, { maxSteps: 50 });
    expect(complete).toBe(false);
    expect(times.at(-1)).toBeLessThan(1e9);
  });

  test("a state at rest stays, and no time is no change", () => {
    expect(integrate(oscillator, Float64Array.of(0, 0), 5).at(5)).toEqual(Float64Array.of(0, 0));
    expect(integrate(oscillator, Float64Array.of(1, 2), 0).at(0)).toEqual(Float64Array.of(1, 2));
  });
});
