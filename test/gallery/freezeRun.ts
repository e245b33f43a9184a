/**
 * @file Makes test/figures/run.json, the run that the gallery draws: the default network, trained by
 * the reference engine. `npx tsx test/views/freezeRun.ts`
 */
import { writeFileSync } from "node:fs";
import { makeNetwork } from "../../src/engine/reference/network";
import { referenceEngine } from "../../src/engine/reference/reference";
import { makeDataset } from "../../src/experiment/dataset";
import { DEFAULTS } from "../../src/experiment/params";
import { MEASURES } from "../../src/run/frame";
import { schedule } from "../../src/run/schedule";

const END = 734;
const PINNED = 9;
const GRID = 48;
const settings = { ...DEFAULTS, seed: 3, steps: END };

const rounded = (values: Iterable<number>, digits: number) =>
  Array.from(values, (value) => Number(value.toFixed(digits)));

const { n, d } = settings;
const ensemble = await referenceEngine.create([settings]);
const evaluated = schedule(END);
const measures: number[] = [];
const steps: number[] = [];
const positions: number[] = [];
let next = 0;
for (const step of evaluated) {
  measures.push(...(await ensemble.advance([step])));
  if (step < next && step !== END) continue;
  next = Math.max(step + 1, step * 1.04);
  steps.push(step);
  positions.push(...(await ensemble.parameters()).subarray(0, n * d));
}
const parameters = Float64Array.from(await ensemble.parameters());
const network = makeNetwork(settings);
const row = (x: number) => parameters.subarray(x * d, (x + 1) * d);
const probability = (left: Float64Array, right: Float64Array) =>
  1 / (1 + Math.exp(-network.logit(parameters, left, right)));
const prediction = Array.from({ length: n * n }, (_, pair) =>
  probability(row(Math.floor(pair / n)), row(pair % n)),
);
const bounds = { x0: -3.5, x1: 3.5, y0: -3.5, y1: 3.5 };
const field = Array.from({ length: GRID * GRID }, (_, k) => {
  const [i, j] = [k % GRID, Math.floor(k / GRID)];
  const at = (c: number, low: number, high: number) => low + ((c + 0.5) / GRID) * (high - low);
  return probability(
    row(PINNED),
    Float64Array.of(at(i, bounds.x0, bounds.x1), at(j, bounds.y0, bounds.y1)),
  );
});
const { relation, mask } = makeDataset(settings);
writeFileSync(
  "test/figures/run.json",
  `${JSON.stringify({
    made: `test/views/freezeRun.ts: defaults, seed ${settings.seed}, reference engine, ${END} steps`,
    n,
    pinned: PINNED,
    measures: MEASURES,
    history: { steps: evaluated, values: rounded(measures, 4) },
    trails: { steps, positions: rounded(positions, 3) },
    field: { cols: GRID, rows: GRID, bounds, values: rounded(field, 4) },
    truth: Array.from(relation.truth).join(""),
    mask: Array.from(mask).join(""),
    prediction: rounded(prediction, 3),
  })}\n`,
);
