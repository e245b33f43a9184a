/** @file SIMD with a planted fault: it learns a thousandth too fast. */
import type { Loaders } from "../../../src/engine/engines";
import type { Engine } from "../../../src/engine/ensemble";

const hasty = (engine: Engine): Engine => ({
  ...engine,
  create: (settings) =>
    engine.create(settings.map((each) => ({ ...each, encoderRate: 1.001 * each.encoderRate }))),
});

/** The same engines, SIMD with the fault. */
export const withHastySimd = (loaders: Loaders): Loaders => ({
  ...loaders,
  simd: async (settings) => {
    if (!loaders.simd) throw new Error("no SIMD here");
    return hasty(await loaders.simd(settings));
  },
});
