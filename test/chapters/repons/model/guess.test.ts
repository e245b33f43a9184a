import { describe, expect, test } from "vitest";
import { codec, HOME } from "../../../../src/app/chapters";
import { asks, next } from "../../../../src/app/lecture/deck";
import { RUN_GUESS } from "../../../../src/chapters/repons/model/guess";
import {
  beginGuess,
  dropGuess,
  moveGuess,
  revealGuess,
} from "../../../../src/kit/live/guess/actions";
import { type Guess, guessOf, hasGuess } from "../../../../src/kit/live/guess/guess";
import { guessState } from "../../../../src/kit/live/guess/question";
import { emptyHistory } from "../../../../src/kit/live/model/history";
import { createPageStore } from "../../../../src/kit/live/model/store";

const { question, asked } = RUN_GUESS;
const step = (at: number): Guess => ({ kind: "step", values: [at] });
const never: Guess = { kind: "never", values: [] };

/** A page whose run stands at `at`, where test accuracy has passed 0.9 at `passed`. */
function pageAt(at: number, passed: number | null, train: number | null = 200) {
  const store = createPageStore(HOME, [], { codec, rests: () => false, stored: () => null });
  const progress = { step: at, train, test: passed, fellBack: false };
  store.setState({ history: { ...emptyHistory(HOME.settings), progress } });
  return { store, state: () => guessState(store).getState() };
}

describe("when test accuracy passes 0.9", () => {
  const END = HOME.settings.steps;
  test.for([
    [step(400), 400, "Your guess, step 400, is right."],
    [step(410), 400, "Your guess, step 410, is right but for 2 %: it was step 400."],
    [step(480), 400, "Your guess, step 480, is 1.2 times too late: it was step 400."],
    [step(20), 400, "Your guess, step 20, is 20 times too early: it was step 400."],
    [never, 400, "Your guess, never, is wrong: it was step 400."],
    [step(400), null, "Your guess, step 400, is wrong: test accuracy never passes 0.9."],
    [never, null, "Your guess, never, is right."],
  ] as const)("%o against %o", ([guess, passed, said]) => {
    const { store, state } = pageAt(END, passed);
    beginGuess(store, guess);
    expect(asked.verdict(state())).toBe(said);
  });

  test("is open until the run has decided it, and then shows itself", () => {
    const { store, state } = pageAt(300, null);
    expect(question.first(state())).not.toBeNull();
    beginGuess(store, step(420));
    expect([hasGuess(store.getState()), asked.open(state())]).toEqual([true, true]);
    expect(asked.verdict(state())).toBeNull();
    store.setState(({ history }) => ({
      history: history && { ...history, progress: { ...history.progress, test: 350 } },
    }));
    expect(asked.open(state())).toBe(false);
    expect(asked.verdict(state())).toContain("it was step 350");
  });

  test("cannot be asked of a run that is decided: the next seed is, at rest before its first step", () => {
    const { store, state } = pageAt(500, 400);
    expect(question.first(state())).toBeNull();
    question.next?.go(store);
    const { link, transport } = store.getState();
    expect([link.settings.seed, link.at, transport.until]).toEqual([HOME.settings.seed + 1, 0, 0]);
    expect(question.first(state())).not.toBeNull();
  });
});

describe("a guess", () => {
  test("can be moved until it is revealed, and leaves the scene what it is", () => {
    const { store } = pageAt(0, null);
    const [scene] = codec.scenes;
    store.setState({ link: scene.link });
    beginGuess(store, step(1));
    moveGuess(store, step(2));
    revealGuess(store);
    moveGuess(store, step(3));
    expect(guessOf(store.getState().link)).toEqual(step(2));
    expect(store.getState().link.scene).toBe(scene.id);
    expect(hasGuess(store.getState())).toBe(false);
    dropGuess(store);
    expect(guessOf(store.getState().link)).toBeNull();
  });

  test("is an answer that a lecture’s next key shows, outside of the story too", () => {
    const { store } = pageAt(0, null);
    expect(asks(store.getState())).toBe(false);
    beginGuess(store, step(1));
    expect(asks(store.getState())).toBe(true);
    next(store);
    expect([store.getState().revealed, asks(store.getState())]).toEqual([true, false]);
    expect(guessOf(store.getState().link)).toEqual(step(1));
  });

  test("that is begun hides what was revealed; with none there is nothing to reveal", () => {
    const { store } = pageAt(0, null);
    revealGuess(store);
    expect(store.getState().revealed).toBe(false);
    store.setState({ revealed: true });
    beginGuess(store, step(1));
    expect(hasGuess(store.getState())).toBe(true);
    revealGuess(store);
    expect(store.getState().revealed).toBe(true);
  });
});
