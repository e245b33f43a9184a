/**
 * @file Asks about the pairs of the shown moment while their chapter is open: the newest question next.
 */
import type { PairsAnswer, PairsQuestion } from "../run/pairs";
import type { PairStudy } from "./pairStudy";
import { chosenPair } from "./pairs";
import { shownStep } from "./selectors";
import type { State, Store } from "./store";

/** Milliseconds between two questions about a run that goes on. */
const PAUSE = 400;

function questionOf(state: State): PairsQuestion | null {
  const { link, history, pairs } = state;
  if (link.chapter !== "network" || history?.settings !== link.settings) return null;
  const pair = chosenPair(state);
  return pair && { settings: link.settings, step: shownStep(state), pair, horizon: pairs.horizon };
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
  store: Store,
  ask: (question: PairsQuestion) => Promise<PairsAnswer>,
): () => void {
  let asked: PairsQuestion | null = null;
  let inFlight: PairsQuestion | null = null;
  let resting = 0;
  let ended = false;

  const write = (changes: Partial<PairStudy>) =>
    store.setState(({ pairs }) => ({ pairs: { ...pairs, ...changes } }));

  function look(): void {
    const state = store.getState();
    const question = questionOf(state);
    if (ended || !question || (asked && same(question, asked))) return;
    const following = inFlight?.settings === question.settings && patient(state);
    if (following || (resting && patient(state))) return;
    void send(question);
  }

  async function send(question: PairsQuestion): Promise<void> {
    asked = question;
    inFlight = question;
    write({ busy: true, failure: null });
    try {
      const answer = await ask(question);
      if (inFlight === question && !ended) {
        write({ answer: { ...answer, settings: question.settings }, failure: null });
      }
    } catch (error) {
      if (inFlight === question && !ended)
        write({ failure: error instanceof Error ? error.message : String(error) });
    }
    if (inFlight !== question || ended) return;
    inFlight = null;
    write({ busy: false });
    clearTimeout(resting);
    resting = setTimeout(() => {
      resting = 0;
      look();
    }, PAUSE) as unknown as number;
  }

  const unsubscribe = store.subscribe(look);
  look();
  return () => {
    ended = true;
    clearTimeout(resting);
    unsubscribe();
  };
}
