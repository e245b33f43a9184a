/** @file The data of the ten numbers and of those who ask, from the state. */
import { memo } from "../../../kit/state/memo";
import { bestPairs, expectedBits } from "../../../theory/inference/asking";
import { UNKNOWN } from "../../../theory/inference/sample";
import type { AskMatrixData } from "../view/askMatrix";
import type { AskRaceData } from "../view/askRace";
import { ASKER_WORDS, countsOf, learntWords, raceWords } from "./askFacts";
import {
  type AskSubject,
  askedOf,
  askSubjectOf,
  contradictsAt,
  pairAt,
  type Standing,
  standingOf,
} from "./asking";
import type { DataState, Race } from "./boundStudy";

/** `clash` is a pair whose answer contradicts what is known; null for none. */
const matrixFor = memo(
  (subject: AskSubject, standing: Standing, clash: number | null): AskMatrixData => {
    const { n } = subject;
    const { known, last } = standing;
    return {
      n,
      value: known.value.map((bit, pair) => (pair === clash ? subject.truth[pair] : bit)),
      status: Array.from(known.value, (bit, pair) =>
        pair === clash
          ? "clash"
          : known.asked[pair]
            ? "asked"
            : bit === UNKNOWN
              ? "open"
              : "follows",
      ),
      fresh: clash === null ? (last?.follow ?? []) : [],
      best: clash === null ? (bestPairs(known)[0] ?? null) : null,
      yes: known.p,
      worth: known.p && Float64Array.from(known.p, expectedBits),
      summary: learntWords(subject, standing),
    };
  },
);

/** Where the answers contradict the class, what was known before, and the answer that does. */
export function selectAsking(state: DataState): AskMatrixData | null {
  const [subject, asked] = [askSubjectOf(state), askedOf(state)];
  const given = contradictsAt(subject, asked);
  if (given === 0) return null;
  const standing = subject.after(given === null ? asked : asked.slice(0, 2 * given - 2));
  const clash = given === null ? null : pairAt(asked.slice(2 * given - 2), subject.n);
  return standing && matrixFor(subject, standing, clash);
}

const raceFor = memo((subject: AskSubject, standing: Standing, race: Race | null): AskRaceData => {
  const pairs = subject.n * subject.n;
  const askers = race?.subject === subject ? (race.askers ?? []) : [];
  return {
    pairs,
    total: subject.total,
    askers: askers.map(({ name, questions, bits }) => ({
      name,
      label: ASKER_WORDS[name],
      questions: questions.mean,
      error: questions.error,
      bits,
    })),
    own: Float64Array.from(standing.learnt),
    open: countsOf(standing).open,
    summary:
      askers.length > 0 ? raceWords(askers, pairs) : "How soon all is known is being counted.",
  };
});

export function selectRace(state: DataState): AskRaceData | null {
  const standing = standingOf(state);
  return standing && raceFor(askSubjectOf(state), standing, state.bound.race);
}
