import { expect, test } from "vitest";
import {
  type CompareState,
  stepIn,
  viewOf,
} from "../../../../src/chapters/lab/compare/model/together";
import { append, emptyHistory } from "../../../../src/kit/live/model/history";
import { createPageStore, type State } from "../../../../src/kit/live/model/store";
import { MEASURES } from "../../../../src/run/frame";

/** A run that has come to some steps, with an answer about one of them. */
function run(steps: readonly number[], answered: number): State {
  const state = createPageStore().getState();
  const frames = steps.map((step) => ({
    step,
    steps: Float64Array.of(step),
    measures: new Float64Array(MEASURES.length),
    parameters: new Float32Array(8).fill(step),
  }));
  return {
    ...state,
    history: append(emptyHistory(state.link.settings), frames),
    answer: { step: answered } as State["answer"],
  };
}

test("A run that is far ahead shows nothing of its later answers beside one that catches up", () => {
  const b = run([0, 1, 32], 30);
  const compared = {
    page: run([0, 1, 32, 3496], 3496),
    lanes: { others: [{ name: "B", settings: b.link.settings, state: b }] },
    answers: { met: null },
  } as unknown as CompareState;
  expect(stepIn(compared)).toBe(32);
  expect(viewOf(compared, 0)).toMatchObject({ scrub: 32, answer: null });
  expect(viewOf(compared, 1)).toMatchObject({ scrub: 32, answer: { step: 30 } });
});
