import { expect, test } from "vitest";
import type { Engine } from "../../src/engine/ensemble";
import { referenceEngine } from "../../src/engine/reference/reference";
import { openTrial } from "../../src/engine/trial";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { NOT_BEGUN, type Standing } from "../../src/run/standing";

const TINY: Settings = { ...DEFAULTS, n: 4, width: 4, depth: 1, steps: 60 };

/** The reference under the name of an engine that is exact, and of one that is not. */
const named = (name: "simd" | "webgl"): Engine => ({ ...referenceEngine, name });

/** Trained on by 20 steps. */
async function trainedOn(engine: Engine, from: Standing): Promise<Standing> {
  const trial = await openTrial(engine, [TINY], "end", [from]);
  const goal = trial.step + 20;
  while (trial.step < goal) await trial.advance(goal - trial.step);
  const [standing] = await trial.standings();
  return standing;
}

test("a replica that was ever trained on a card is not exact, wherever it ends", async () => {
  const exact = await trainedOn(named("simd"), NOT_BEGUN);
  expect(exact.exact).toBe(true);
  const onCard = await trainedOn(named("webgl"), exact);
  expect(onCard.exact).toBe(false);
  const back = await trainedOn(named("simd"), onCard);
  expect(back).toMatchObject({ exact: false, finished: true });
  const throughout = await trainedOn(named("simd"), await trainedOn(named("simd"), exact));
  expect(throughout).toMatchObject({ exact: true, finished: true });
});
