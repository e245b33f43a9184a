/**
 * @file Asks about the pairs of the shown moment.
 */

import { inquire } from "../../../kit/live/model/inquire";
import { shownStep } from "../../../kit/live/model/selectors";
import type { State, Store } from "../../../kit/live/model/store";
import type { PairsAnswer, PairsQuestion } from "../worker/wire";
import { keptAnswer } from "./kept";
import { chosenPair } from "./pairs";
import { type PairsState, pairStore, pairsState, type Studied } from "./store";

/** Milliseconds between two questions about a run that goes on. */
const PAUSE = 400;

function questionOf(state: PairsState): PairsQuestion | null {
  const { page, pairs } = state;
  const { settings } = page.link;
  if (page.history?.settings !== settings) return null;
  const pair = chosenPair(state);
  return pair && { settings, step: shownStep(page), pair, horizon: pairs.horizon };
}

const same = (a: PairsQuestion, b: PairsQuestion): boolean =>
  a.settings === b.settings &&
  a.step === b.step &&
  a.horizon === b.horizon &&
  a.pair.join() === b.pair.join();

/** A question about a run that goes on may be answered although the run is further by then. */
const patient = ({ transport, scrub, status }: State): boolean =>
  transport.playing && scrub === null && status.kind === "running";

/** Returns what ends it. A question that comes while one is answered replaces it at the other end. */
export function startPairsInquiry(
  page: Store,
  ask: (question: PairsQuestion) => Promise<PairsAnswer>,
): () => void {
  const state = pairsState(page);
  const store = pairStore(page);
  /** The last answer, where it is one to this question. */
  const known = (question: PairsQuestion): Studied | null => {
    const { answer } = store.getState();
    return answer && same(answer, question) ? answer : null;
  };
  const end = inquire(state, {
    question: () => questionOf(state.getState()),
    same,
    presses: ({ settings }, answering) =>
      !patient(page.getState()) || (answering !== null && answering.settings !== settings),
    ask: async (question) =>
      known(question) ?? {
        ...((await keptAnswer(question)) ?? (await ask(question))),
        ...question,
      },
    asked: (question) => store.setState({ busy: known(question) === null, failure: null }),
    answered: (answer) => store.setState({ answer, failure: null, busy: false }),
    failed: (failure) => store.setState({ failure, busy: false }),
    pause: () => PAUSE,
  });
  return () => {
    end();
    store.setState({ busy: false });
  };
}
