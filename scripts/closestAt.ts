/** @file The pair that chapter 5 looks at where none is chosen. */

import { chosenPair } from "../src/chapters/pairs/model/pairs";
import { pairsState } from "../src/chapters/pairs/model/store";
import type { Engine } from "../src/engine/ensemble";
import type { Settings } from "../src/experiment/params";
import { emptyHistory } from "../src/kit/live/model/history";
import { HOME } from "../src/kit/live/model/link";
import { createPageStore } from "../src/kit/live/model/store";

/** The closest two of one class at a step of the run. */
export async function closestAt(
  engine: Engine,
  { settings, step }: { readonly settings: Settings; readonly step: number },
): Promise<readonly [number, number]> {
  const ensemble = await engine.create([settings]);
  await ensemble.advance([step]);
  const parameters = await ensemble.parameters();
  ensemble.dispose();
  const page = createPageStore({ ...HOME, settings });
  page.setState({ history: { ...emptyHistory(settings), snapshots: [{ step, parameters }] } });
  const pair = chosenPair(pairsState(page).getState());
  if (!pair) throw new Error(`the run of a scene has no pair of one class at step ${step}`);
  return pair;
}
