import { expect, test } from "vitest";
import { PRESETS, type Preset } from "../../../../src/chapters/repons/model/presets";
import { loadSimdEngine } from "../../../../src/engine/simd/loadInNode";
import { makeTraining } from "../../../../src/engine/training";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";
import { COLUMN, MEASURES } from "../../../../src/run/frame";
import { type Progress, progress, START, verdict } from "../../../../src/run/outcome";

/** Steps between two looks at whether Table 4 has decided. */
const STRIDE = 250;

/** Trains until Table 4 has decided; that is exact, since no later step can change it. */
async function decide(settings: Settings): Promise<Progress> {
  const engine = await loadSimdEngine();
  const ensemble = await engine.create([settings]);
  const training = makeTraining(ensemble, settings.steps);
  let at = START;
  for (let goal = 0; verdict(at, settings.steps) === null; goal += STRIDE) {
    await training.advance(Math.min(goal, settings.steps));
    const { steps, measures } = await training.frame();
    steps.forEach((step, row) => {
      const value = (column: number) => measures[row * MEASURES.length + column];
      at = progress(at, step, value(COLUMN.train), value(COLUMN.test));
    });
  }
  ensemble.dispose();
  return at;
}

for (const [name, { changes, phase }] of Object.entries<Preset>(PRESETS))
  test(`the preset “${name}” shows ${phase} for two seeds`, async () => {
    for (const seed of [0, 1]) {
      const settings = { ...DEFAULTS, ...changes, seed };
      expect(verdict(await decide(settings), settings.steps)).toBe(phase);
    }
  });

test("with the paper's defaults train and test are learnt within 150..700 steps", async () => {
  for (const seed of [2, 3, 4]) {
    const { train, test: tested } = await decide({ ...DEFAULTS, seed });
    for (const step of [train, tested]) {
      expect(step).toBeGreaterThanOrEqual(150);
      expect(step).toBeLessThanOrEqual(700);
    }
  }
});
