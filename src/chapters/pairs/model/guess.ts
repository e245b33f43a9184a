/** @file What chapter 5 asks its readers to guess: how long the prediction is any good. */
import type { Guessed } from "../../../kit/draw/guessMarks";
import { questionLink, settingsText } from "../../../kit/live/guess/actions";
import { askOf } from "../../../kit/live/guess/guessed";
import { type GuessQuestion, momentOff, withinFactor } from "../../../kit/live/guess/question";
import { setPlaying } from "../../../kit/live/model/actions";
import { type Link, partOf } from "../../../kit/live/model/link";
import { shownStep } from "../../../kit/live/model/selectors";
import type { State } from "../../../kit/live/model/store";
import { memo } from "../../../kit/state/memo";
import { grouped } from "../../../theory/grouped";
import type { PairTrackData } from "../view/pairTrackLayout";
import { PAIRS_PART } from "./choices";
import { answerOf, trackData } from "./pictures";
import { type PairsState, pairsState, type Studied } from "./store";
import { THEORY_SHORT } from "./words";

/** The step that the run is at, or stops at. */
const momentOf = ({ transport: { until }, ...page }: State): number =>
  page.scrub !== null || until === null ? shownStep(page) : until;

/** The answer for the moment that the question is about; null while another one is being replaced. */
function settled(state: PairsState): Studied | null {
  const answer = answerOf(state);
  return answer?.step === momentOf(state.page) ? answer : null;
}

/** Which pair, how far, by which theory: what the question is about beside the moment. */
function chosen(link: Link): string {
  const { one, other, horizon, theory } = partOf(link, PAIRS_PART);
  return [one, other, horizon, theory].join(" ");
}

const question: GuessQuestion<PairsState> = {
  of: pairsState,
  kinds: ["step", "never"],
  about: (link, state) =>
    [
      settingsText(link.settings),
      link === state.page.link ? momentOf(state.page) : link.at,
      chosen(link),
    ].join(" "),
  ask: ({ pairs }) =>
    `After how many steps is ${THEORY_SHORT[pairs.theory]} off by more than a factor of two? Move the line.`,
  first: (state) =>
    answerOf(state) && { kind: "step", values: [Math.round(state.pairs.horizon / 2)] },
  refuses: ({ values: [steps = 0] }, { pairs: { horizon } }) =>
    steps > horizon ? `lies beyond the ${grouped(horizon)} steps that are shown` : null,
  judge(guess, state) {
    const answer = settled(state);
    const at = (steps: number) => (steps === 0 ? "at once" : `after ${grouped(steps)} steps`);
    const never = "it stays within a factor of two as far as is shown";
    return (
      answer &&
      momentOff(guess, trackData(answer, state.pairs.theory).horizon ?? Infinity, { at, never })
    );
  },
  say: ({ kind, values }) => (kind === "never" ? "never" : `${grouped(values[0])} steps`),
  near: withinFactor(1.5),
  never: "Not in sight",
  linkOf: ({ page }) => questionLink(page.link, { parts: [PAIRS_PART.key], at: momentOf(page) }),
  begin: (store) => setPlaying(store, false),
};

export const PARTING_GUESS = { question, asked: askOf(question) };

/** Unknown but for its first moment. */
const hidden = (values: ArrayLike<number>): number[] =>
  Array.from(values, (value, i) => (i === 0 ? value : Number.NaN));

const guessedTrack = memo((data: PairTrackData, guessed: Guessed): PairTrackData => {
  if (!guessed.open) return { ...data, guessed };
  const { actual, error, stillError } = data;
  return {
    ...data,
    actual: { separation: hidden(actual.separation), angle: hidden(actual.angle) },
    error: hidden(error),
    stillError: hidden(stillError),
    horizon: null,
    guessed,
  };
});

export const selectTrack = (state: PairsState): PairTrackData | null => {
  const answer = answerOf(state);
  const data = answer && trackData(answer, state.pairs.theory);
  const guessed = PARTING_GUESS.asked.guessed(state);
  return data && guessed ? guessedTrack(data, guessed) : data;
};
