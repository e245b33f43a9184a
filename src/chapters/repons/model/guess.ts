/** @file What chapter 1 asks its readers to guess: when test accuracy passes 0.9, if ever. */
import { questionLink, settingsText } from "../../../kit/live/guess/actions";
import { askOf } from "../../../kit/live/guess/guessed";
import {
  type GuessQuestion,
  type GuessState,
  guessState,
  momentOff,
  withinFactor,
} from "../../../kit/live/guess/question";
import { arrive, setPlaying } from "../../../kit/live/model/actions";
import { newestStep } from "../../../kit/live/model/selectors";
import type { State, Store } from "../../../kit/live/model/store";
import { verdict } from "../../../run/outcome";
import { grouped } from "../../../theory/grouped";

/** The step at which test accuracy passed 0.9, infinite where it never will; null while that is open. */
function passedAt({ history, link }: State): number | null {
  if (history?.settings !== link.settings) return null;
  const { test } = history.progress;
  if (test !== null) return test;
  return verdict(history.progress, link.settings.steps) === null ? null : Infinity;
}

/** The same run from the next seed, at rest before its first step. */
function restNext(store: Store): void {
  const { scene: _, exact: __, ...link } = store.getState().link;
  const { settings } = link;
  arrive(store, { ...link, settings: { ...settings, seed: (settings.seed + 1) % 2 ** 32 }, at: 0 });
}

const question: GuessQuestion<GuessState> = {
  of: guessState,
  kinds: ["step", "never"],
  about: ({ settings }) => settingsText(settings),
  ask: () => "At which step will test accuracy pass 0.9? Move the line; Reveal trains on.",
  first({ page }) {
    if (passedAt(page) !== null) return null;
    const middle = Math.sqrt(page.link.settings.steps);
    return { kind: "step", values: [Math.round(Math.max(middle, 2 * newestStep(page.history)))] };
  },
  judge(guess, { page }) {
    const truth = passedAt(page);
    const at = (step: number) => `step ${grouped(step)}`;
    return truth === null
      ? null
      : momentOff(guess, truth, { at, never: "test accuracy never passes 0.9" });
  },
  say: ({ kind, values }) => (kind === "never" ? "never" : `step ${grouped(values[0])}`),
  near: withinFactor(1.5),
  never: "Never",
  live: true,
  linkOf: ({ page: { link } }) => questionLink(link, { at: 0 }),
  begin: (store) => setPlaying(store, false),
  reveal: (store) => setPlaying(store, true),
  next: { label: "Guess the next seed", go: restNext },
};

export const RUN_GUESS = { question, asked: askOf(question) };
