/** @file The data of the ten numbers and of those who ask, from the state. */
import { memo } from "../../../kit/state/memo";
import { bestPairs, expectedBits } from "../../../theory/inference/asking";
import { UNKNOWN } from "../../../theory/inference/sample";
import type { AskMatrixData } from "../view/askMatrix";
import type { AskRaceData } from "../view/askRace";
import { ASKER_WORDS, countsOf, learntWords, raceWords } from "./askFacts";
import { type AskSubject, askSubjectOf, type Standing, standingOf } from "./asking";
import type { DataState, Race } from "./boundStudy";

const matrixFor = memo((subject: AskSubject, standing: Standing): AskMatrixData => {
  const { n } = subject;
  const { known, last } = standing;
  return {
    n,
    value: known.value,
    status: Array.from(known.value, (bit, pair) =>
      known.asked[pair] ? "asked" : bit === UNKNOWN ? "open" : "follows",
    ),
    fresh: last?.follow ?? [],
    best: bestPairs(known)[0] ?? null,
    yes: known.p,
    worth: known.p && Float64Array.from(known.p, expectedBits),
    summary: learntWords(subject, standing),
  };
});

export function selectAsking(state: DataState): AskMatrixData | null {
  const standing = standingOf(state);
  return standing && matrixFor(askSubjectOf(state), standing);
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
