import { expect, test } from "vitest";
import { loadSimdEngine } from "../../src/engine/simd/loadInBrowser";
import { fingerprint } from "../../src/experiment/fingerprint";
import { EXACT_RUNS } from "../fixtures/exactRuns";

test.each(EXACT_RUNS)(
  "$name has the same bits as in Node",
  async ({ settings, step, ...pinned }) => {
    const engine = await loadSimdEngine();
    const ensemble = await engine.create([settings]);
    await ensemble.advance([step]);
    expect(fingerprint(await ensemble.parameters())).toBe(pinned.fingerprint);
  },
);
