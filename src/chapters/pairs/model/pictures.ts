/** @file The pictures' data of the chapter on pairs, from the state. */
import type { Settings } from "../../../experiment/params";
import { latentData } from "../../../kit/live/latentData";
import { dataset } from "../../../kit/live/model/selectors";
import type { CurvesData } from "../../../kit/live/view/curvesLayout";
import type { LatentData } from "../../../kit/live/view/latent";
import { memo } from "../../../kit/state/memo";
import { forecastHorizon, offBy } from "../../../theory/forecast";
import { grouped } from "../../../theory/grouped";
import type { PairScatterData } from "../view/pairScatter";
import type { PairTrackData } from "../view/pairTrackLayout";
import type { Theory } from "../worker/wire";
import { chosenPair, within } from "./pairs";
import type { PairsState, Scope, Studied } from "./store";
import { THEORY_SHORT } from "./words";

/** What stands for the present run; an answer about another run is not shown. */
export const answerOf = ({ pairs, page }: PairsState): Studied | null =>
  pairs.answer?.settings === page.link.settings ? pairs.answer : null;

export const trackData = memo((answer: Studied, theory: Theory): PairTrackData => {
  const { pair, times, actual, predicted } = answer.track;
  const own = predicted[theory];
  return {
    pair,
    step: answer.step,
    times,
    actual,
    predicted: own,
    theory: THEORY_SHORT[theory],
    error: own.separation.map((x, i) => offBy(x, actual.separation[i])),
    stillError: actual.separation.map((x, _, all) => offBy(all[0], x)),
    horizon: forecastHorizon(times, own.separation, actual.separation),
  };
});

/** What the track shows, in words; and what it does not show yet. Null before there is an answer. */
export function drawnWords(state: PairsState): string | null {
  const answer = answerOf(state);
  if (!answer) return null;
  const drawn = `${answer.track.pair.join(" and ")} from step ${grouped(answer.step)} on`;
  const chosen = chosenPair(state);
  if (!chosen || chosen.join() === answer.track.pair.join()) return drawn;
  const rest = state.pairs.failure === null ? "being worked out" : "not known";
  return `${drawn}; ${chosen.join(" and ")} are ${rest}`;
}

const scatterData = memo(
  (answer: Studied, theory: Theory, scope: Scope, settings: Settings): PairScatterData => ({
    pairs: answer.map.pairs,
    actual: answer.map.actual,
    predicted: answer.map.predicted[theory],
    shown: within(answer.map, scope),
    chosen: answer.track.pair,
    n: settings.n,
    grouping: dataset(settings).relation.grouping,
    theory: THEORY_SHORT[theory],
  }),
);

export const selectScatter = (state: PairsState): PairScatterData | null => {
  const answer = answerOf(state);
  const { theory, scope } = state.pairs;
  return answer && scatterData(answer, theory, scope, state.page.link.settings);
};

const pastData = memo(({ past }: Studied): CurvesData => {
  const one = (label: string, colour: string, values: Float64Array) => ({
    label,
    colour,
    steps: past.steps,
    values,
  });
  return {
    name: "The two sides of C",
    series: [
      one("spring", "var(--accent)", past.stretch),
      one("distance", "var(--class-3)", past.reach),
    ],
    y: "log",
    references: [],
    marks: [],
    band: null,
    cursor: null,
  };
});

export const selectPast = (state: PairsState): CurvesData | null => {
  const answer = answerOf(state);
  return answer && answer.past.steps.length > 0 ? pastData(answer) : null;
};

const emphasise = memo(
  (data: LatentData, pair: readonly [number, number]): LatentData => ({
    ...data,
    hovered: pair,
  }),
);

const steady = memo((p: number, q: number): readonly [number, number] => [p, q]);

/** Latent space with the pair standing out while nothing is pointed at. */
export const selectLatent = (state: PairsState): LatentData | null => {
  const data = latentData(state.page);
  const pair = chosenPair(state);
  if (!data || !pair || state.page.hovered.length > 0) return data;
  return emphasise(data, steady(...pair));
};
