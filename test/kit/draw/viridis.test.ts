import { interpolateViridis, rgb } from "d3";
import { expect, test } from "vitest";
import { viridis } from "../../../src/kit/draw/palette";

test("ranks have the colours of viridis, within 5 of 255", () => {
  for (let i = 0; i <= 500; i++) {
    const [ours, table] = [rgb(viridis(i / 500)), rgb(interpolateViridis(i / 500))];
    for (const channel of ["r", "g", "b"] as const)
      expect(Math.abs(ours[channel] - table[channel]), `${channel} at ${i / 500}`).toBeLessThan(
        5.5,
      );
  }
});
