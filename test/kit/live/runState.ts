/** @file A page with a run that has gone through given accuracies. */
import { codec, HOME, rests } from "../../../src/app/chapters";
import { DEFAULTS, type Settings } from "../../../src/experiment/params";
import { shapeOf } from "../../../src/experiment/shape";
import { append, emptyHistory } from "../../../src/kit/live/model/history";
import { createPageStore, type State } from "../../../src/kit/live/model/store";
import { COLUMN, MEASURES } from "../../../src/run/frame";

const SETTINGS: Settings = { ...DEFAULTS, steps: 5000 };

/** A run with these accuracies, whose classes have come apart up to `parted`. */
export function runState(
  points: readonly (readonly [step: number, train: number, test: number])[],
  parted = 0,
  rest: Partial<State> = {},
): State {
  const frames = points.map(([step, train, test]) => {
    const measures = new Float64Array(MEASURES.length);
    measures[COLUMN.train] = train;
    measures[COLUMN.test] = test;
    const parameters = new Float32Array(shapeOf(SETTINGS).size);
    // Classes up to `parted` stand by themselves, the others are spread over the same line.
    for (let x = 0; x < SETTINGS.n; x++) {
      const group = x % 3;
      const home = group < parted;
      parameters[2 * x] = home ? 100 * (group + 1) : x;
      parameters[2 * x + 1] = home ? 0 : -100;
    }
    return { step, steps: Float64Array.of(step), measures, parameters };
  });
  const page = createPageStore(HOME, [], { codec, rests, stored: () => null }).getState();
  const { scene: _, ...bare } = page.link;
  return {
    ...page,
    link: { ...bare, settings: SETTINGS },
    history: append(emptyHistory(SETTINGS), frames),
    status: { kind: "running" },
    ...rest,
  };
}
