/** @file What chapter 4 asks its readers to guess: from how far apart the two would still meet. */
import type { Guessed } from "../../../kit/draw/guessMarks";
import { questionLink } from "../../../kit/live/guess/actions";
import { askOf } from "../../../kit/live/guess/guessed";
import {
  amountOff,
  type GuessQuestion,
  type GuessState,
  withinFactor,
} from "../../../kit/live/guess/question";
import { roomOf } from "../../../kit/live/guess/room";
import { partOf } from "../../../kit/live/model/link";
import { perPage } from "../../../kit/live/model/perPage";
import { join } from "../../../kit/state/join";
import { memo } from "../../../kit/state/memo";
import type { TwoReponsData } from "../view/planeHandles";
import { fateOf, say } from "./fate";
import { SETUP_KEYS, type Setup, TWO_REPONS_PART } from "./params";
import { twoReponsData } from "./pictures";
import { play, scrub, type TwoReponsState, twoReponsState } from "./store";

export interface TwoReponsGuessState extends GuessState {
  readonly two: TwoReponsState;
}

export const twoReponsGuessState = perPage((page) =>
  join<TwoReponsGuessState>({ page, guesses: roomOf(page), two: twoReponsState(page) }),
);

/**
 * |r| up to which a pair of this direction, decoder and rates meets by Eq. (7): its load is 1 there, and a load
 * goes with the square of the distance. Infinite where nothing parts them; null where it has no direction, and
 * for the full system, which no rule decides beforehand.
 */
export const criticalDistance = memo((setup: Setup): number | null => {
  const { separation, exact } = fateOf(setup);
  return setup.system === "full" || separation === 0 ? null : separation / Math.sqrt(exact.load);
});

const question: GuessQuestion<TwoReponsGuessState> = {
  of: twoReponsGuessState,
  kinds: ["distance", "never"],
  about(link) {
    const setup = partOf(link, TWO_REPONS_PART);
    return SETUP_KEYS.map((key) => setup[key]).join(" ");
  },
  ask: () =>
    "Up to which |r|, half their distance, would two that start in this direction still meet? Move the bar.",
  first({ two: { setup } }) {
    const truth = criticalDistance(setup);
    return truth === null || truth === 0 ? null : { kind: "distance", values: [1] };
  },
  refuses: (_, { two: { setup } }) =>
    setup.system === "full" ? "is about Eq. 7, and the full system is shown" : null,
  judge(guess, { two: { setup } }) {
    const truth = criticalDistance(setup);
    return truth === null
      ? null
      : amountOff(guess, truth, {
          at: (distance) => `|r| = ${say(distance)}`,
          never: "they meet from however far",
          sides: ["too near", "too far"],
        });
  },
  say: ({ kind, values }) => (kind === "never" ? "however far" : `|r| = ${say(values[0])}`),
  near: withinFactor(1.25),
  never: "However far",
  linkOf: ({ page: { link } }) =>
    questionLink(link, { parts: [TWO_REPONS_PART.key], knobs: [], at: null }),
  begin: (store) => scrub(store, 0),
  reveal(store) {
    scrub(store, 0);
    play(store, true);
  },
};

export const MEETING_GUESS = { question, asked: askOf(question) };

const guessedPlane = memo((data: TwoReponsData, guessed: Guessed): TwoReponsData => {
  if (!guessed.open) return { ...data, guessed };
  const start = (at: readonly [number, number]) => Float64Array.from(at);
  const [a, b] = data.starts;
  return {
    ...data,
    x1: start(a),
    x2: start(b),
    now: 0,
    straight: null,
    summary: "Two repons at their start. Whether they meet is hidden until the guess is revealed.",
    guessed,
  };
});

export const selectPlane = (state: TwoReponsGuessState): TwoReponsData => {
  const guessed = MEETING_GUESS.asked.guessed(state);
  const { two } = state;
  const data = twoReponsData(guessed?.open ? startOf(two) : two);
  return guessed ? guessedPlane(data, guessed) : data;
};

/** The same two before they move. */
const startOf = memo((two: TwoReponsState): TwoReponsState => ({ ...two, at: 0 }));
