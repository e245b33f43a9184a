/** @file Trains a network to its end and says which pairs it gets wrong. */
import type { Engine } from "../src/engine/ensemble";
import { answer } from "../src/engine/probe";
import { relationOf } from "../src/experiment/dataset";
import type { Settings } from "../src/experiment/params";

/** 1 where its answer at the last step is not the relation's. [N] */
export async function lateErrors(engine: Engine, settings: Settings): Promise<Uint8Array> {
  const ensemble = await engine.create([settings]);
  try {
    await ensemble.advance([settings.steps]);
    const parameters = await ensemble.parameters();
    const { predictions } = answer({
      settings,
      step: settings.steps,
      parameters,
      field: null,
      forces: false,
    });
    return relationOf(settings).truth.map((bit, pair) =>
      Number(bit !== Number(predictions[pair] > 0.5)),
    );
  } finally {
    ensemble.dispose();
  }
}
