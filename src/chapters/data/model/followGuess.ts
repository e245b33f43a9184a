/** @file The pairs that a reader expects to follow from one sample, and which of them do. */
import { trainCount } from "../../../experiment/dataset";
import { type Guess, guessOf } from "../../../kit/live/guess/guess";
import { askOf } from "../../../kit/live/guess/guessed";
import type { GuessQuestion, Judgement } from "../../../kit/live/guess/question";
import { memo } from "../../../kit/state/memo";
import { UNKNOWN } from "../../../theory/inference/sample";
import type { SampleMatrixData } from "../view/sampleMatrix";
import { type DataState, dataState, type OneLook } from "./boundStudy";
import { subjectOf } from "./boundSubject";
import { aboutRelation, relationLink } from "./guess";
import { sampleCounts, selectSample } from "./sampleData";

/** A guess is the size of the sample, then the pairs. */
const sizeOf = ({ values }: Guess): number => values[0];
const pairsOf = ({ values }: Guess): readonly number[] => values.slice(1);

/** How many of the pairs that follow were named, and how many others. */
export function followsOff(guess: Guess, { known, inference }: OneLook): Judgement | null {
  if (inference.kind === "inconsistent") return null;
  const follows = (pair: number) => !known[pair] && inference.value[pair] !== UNKNOWN;
  const all = Array.from(known.keys()).filter(follows).length;
  const named = new Set(pairsOf(guess));
  const right = [...named].filter(follows).length;
  const [missed, wrong] = [all - right, named.size - right];
  return {
    off: missed + wrong,
    words:
      missed + wrong === 0
        ? `right: ${all === 0 ? "nothing follows" : `these ${all} follow, and no other`}`
        : `right about ${right} of the ${all} that follow`,
    ...(missed + wrong > 0 && {
      more: `${missed} ${missed === 1 ? "is" : "are"} missed, and ${wrong} named that ${wrong === 1 ? "does" : "do"} not`,
    }),
  };
}

/** Where more pairs than this follow, a sample is asked of that is this share of all. */
const MOST = 80;
const FEW = 0.02;

const question: GuessQuestion<DataState> = {
  of: dataState,
  kinds: ["follow"],
  about(link, state) {
    const guess = guessOf(link);
    const shown = link === state.page.link ? state.bound.look?.samples : null;
    return `${aboutRelation(link)} ${guess?.kind === "follow" ? sizeOf(guess) : shown}`;
  },
  ask: () =>
    "Which pairs that are not shown follow from the dark ones, which are? Press them, or draw over them.",
  first({ page: { link }, bound: { look } }) {
    if (look?.inference.kind !== "consistent") return null;
    const { left, follows } = sampleCounts(look) ?? { left: 0, follows: 0 };
    const few = trainCount({ n: link.settings.n, trainFraction: FEW });
    return { kind: "follow", values: [left === 0 || follows > MOST ? few : look.samples] };
  },
  refuses(guess, { page: { link }, bound: { look } }) {
    if (look?.inference.kind === "inconsistent") return "is about a sample that contradicts itself";
    const pairs = link.settings.n ** 2;
    return sizeOf(guess) > pairs || pairsOf(guess).some((pair) => pair >= pairs)
      ? `names pairs that are not among ${pairs}`
      : null;
  },
  judge(guess, state) {
    const { look } = state.bound;
    const meant = look?.subject === subjectOf(state) && look.samples === sizeOf(guess);
    return look && meant ? followsOff(guess, look) : null;
  },
  say: (guess) => `${pairsOf(guess).length} that follow`,
  near: { off: 5, words: "five pairs" },
  unlike: true,
  linkOf: relationLink,
};

export const FOLLOWS_GUESS = { question, asked: askOf(question) };

/** The guess with this pair named, or no longer. */
export function withPair({ kind, values: [size, ...pairs] }: Guess, pair: number): Guess {
  const others = pairs.filter((each) => each !== pair);
  const named = others.length < pairs.length ? others : [...pairs, pair].sort((a, b) => a - b);
  return { kind, values: [size, ...named] };
}

/** The training fraction of the sample that a link's guess is about; null where that is shown, or none is. */
export function fractionMeant(state: DataState): number | null {
  const guess = FOLLOWS_GUESS.asked.own(state);
  const { look } = state.bound;
  if (!guess || look?.samples === sizeOf(guess)) return null;
  return sizeOf(guess) / state.page.link.settings.n ** 2;
}

const marked = memo((data: SampleMatrixData, guess: Guess, marking: boolean): SampleMatrixData => {
  const named = { marked: pairsOf(guess), marking, editable: false };
  if (!marking) return { ...data, ...named };
  const hidden = (pair: number) => data.status[pair] !== "known";
  return {
    ...data,
    ...named,
    status: data.status.map((status) => (status === "known" ? status : "guessed")),
    p: Float64Array.from(data.p, (p, pair) => (hidden(pair) ? Number.NaN : p)),
  };
});

export function selectGuessedSample(state: DataState): SampleMatrixData | null {
  const data = selectSample(state);
  const guess = FOLLOWS_GUESS.asked.own(state);
  return data && guess ? marked(data, guess, FOLLOWS_GUESS.asked.open(state)) : data;
}
