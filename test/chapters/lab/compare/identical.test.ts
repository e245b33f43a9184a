import { expect, test } from "vitest";
import { makeDifferenceData } from "../../../../src/chapters/lab/compare/model/differenceData";
import { laneStore } from "../../../../src/chapters/lab/compare/model/lane";
import { commonStep, lockstep } from "../../../../src/chapters/lab/compare/model/lockstep";
import { makeChooser } from "../../../../src/engine/chooser";
import { answer } from "../../../../src/engine/probe";
import { loadSimdEngine } from "../../../../src/engine/simd/loadInNode";
import { fingerprint } from "../../../../src/experiment/fingerprint";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";
import { newestStep } from "../../../../src/kit/live/model/selectors";
import { startSession } from "../../../../src/kit/live/model/session";
import { createPageStore, type Store } from "../../../../src/kit/live/model/store";
import { workerSource } from "../../../../src/run/source";
import { openThread } from "../../../run/thread";

const CHOOSER = makeChooser(["simd"], { simd: loadSimdEngine }, null);
const SMALL: Settings = { ...DEFAULTS, n: 8, width: 6, depth: 1, steps: 500 };

/** Trains both in step to their end, on the exact engine. */
async function train(b: Settings): Promise<readonly Store[]> {
  const page = createPageStore();
  page.setState(({ link }) => ({ link: { ...link, settings: SMALL } }));
  const stores = [page, laneStore(page, b)];
  const ends = stores.map((store) =>
    startSession(
      store,
      workerSource(() => openThread(CHOOSER)),
      () => performance.now(),
    ),
  );
  const stop = lockstep(stores);
  await expect
    .poll(() => stores.map((store) => store.getState().status.kind), { timeout: 60_000 })
    .toEqual(["done", "done"]);
  stop();
  for (const end of ends) end();
  return stores;
}

/** Steps that are kept of both, and the two fingerprints at each. */
function common(stores: readonly Store[]) {
  const [a, b] = stores.map(
    (store) =>
      new Map(
        store
          .getState()
          .history?.snapshots.map(({ step, parameters }) => [step, fingerprint(parameters)]),
      ),
  );
  return [...a].flatMap(([step, print]) => {
    const other = b.get(step);
    return other === undefined ? [] : [{ step, a: print, b: other }];
  });
}

const predictionsOf = (store: Store) => {
  const { link, history } = store.getState();
  const last = history?.snapshots.at(-1);
  const { settings } = link;
  return answer({
    settings,
    step: last?.step ?? 0,
    parameters: last?.parameters ?? new Float32Array(),
    field: null,
    forces: false,
  }).predictions;
};

test("with nothing changed both runs are the same, bit for bit, at every common step", async () => {
  const stores = await train({ ...SMALL });
  expect(stores.map((store) => store.getState().exact)).toEqual([true, true]);
  const shared = common(stores);
  expect(shared.length).toBeGreaterThan(25);
  expect(shared.at(-1)?.step).toBe(500);
  for (const { a, b } of shared) expect(b).toBe(a);
  expect(new Set(shared.map(({ a }) => a)).size).toBe(shared.length);
  const [a, b] = stores.map(predictionsOf);
  const { prediction, other } = makeDifferenceData()(
    { settings: [SMALL, { ...SMALL }], predictions: [a, b], name: "in B", labels: [] },
    [],
  );
  expect(other?.prediction).toEqual(prediction);
});

test("with another rate they begin with the same weights and part", async () => {
  const stores = await train({ ...SMALL, encoderRate: 0.1 });
  const [first, ...later] = common(stores);
  expect(first.step).toBe(0);
  expect(first.b).toBe(first.a);
  expect(later.length).toBeGreaterThan(25);
  for (const { a, b } of later) expect(b).not.toBe(a);
  const states = stores.map((store) => store.getState());
  expect(commonStep(states, 300)).toBeGreaterThan(250);
  expect(commonStep(states, null)).toBe(newestStep(states[0].history));
});
