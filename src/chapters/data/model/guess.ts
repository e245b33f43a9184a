/**
 * @file The curve that a reader expects before it is shown, and how far off it was.
 */
import { RELATION_KEYS } from "../../../experiment/dataset";
import { questionLink, settingsText } from "../../../kit/live/guess/actions";
import type { Guess } from "../../../kit/live/guess/guess";
import { askOf } from "../../../kit/live/guess/guessed";
import type { GuessQuestion } from "../../../kit/live/guess/question";
import { type Link, partOf } from "../../../kit/live/model/link";
import { memo } from "../../../kit/state/memo";
import type { BoundCurve } from "../worker/wire";
import { curveOf } from "./asked";
import { type DataState, dataState } from "./boundStudy";
import { DATA_PART } from "./choices";
import { shareText } from "./words";

/** Training fractions of the points that the reader moves: even steps of the axis' square root. */
export const HANDLES: readonly number[] = Array.from({ length: 9 }, (_, i) => (i / 8) ** 2);

/** Accuracy at each handle. */
export const sharesOf = (percents: readonly number[]): readonly number[] =>
  percents.map((percent) => percent / 100);

/** The guess at any fraction: straight between the handles along the axis. */
export function guessAt(values: readonly number[], fraction: number): number {
  const place = Math.sqrt(fraction) * (HANDLES.length - 1);
  const left = Math.min(HANDLES.length - 2, Math.floor(place));
  return values[left] + (values[left + 1] - values[left]) * (place - left);
}

/** The mean of |guess - bound| over the fractions of a curve; null where no point has a bound. */
export function distance(
  values: readonly number[],
  points: readonly {
    readonly fraction: number;
    readonly bound: { readonly mean: number } | null;
  }[],
): number | null {
  const off = points.flatMap(({ fraction, bound }) =>
    bound ? [Math.abs(guessAt(values, fraction) - bound.mean)] : [],
  );
  return off.length > 0 ? off.reduce((sum, each) => sum + each, 0) / off.length : null;
}

/** Below this the two cannot be told apart in the picture. */
const SAME = 0.005;

const judged = memo(({ values }: Guess, { points }: BoundCurve) => {
  const off = distance(sharesOf(values), points);
  if (off === null) return null;
  const over = points.filter(({ bound }) => bound).length;
  return {
    off,
    words: off < SAME ? "right" : `off by ${shareText(off)}`,
    more: `the mean of |guess − bound| over the ${over} fractions at which there is a bound`,
  };
});

/** The knobs and parts of the link that tell what a sample is taken of. */
export const aboutRelation = (link: Link): string =>
  `${settingsText(link.settings, RELATION_KEYS)} ${partOf(link, DATA_PART).class}`;

export const relationLink = ({ page: { link } }: DataState): Link =>
  questionLink(link, { parts: [DATA_PART.key], knobs: RELATION_KEYS, at: null });

const question: GuessQuestion<DataState> = {
  of: dataState,
  kinds: ["curve"],
  about: aboutRelation,
  ask: () =>
    "How well can the best possible student do when it has seen this share of the pairs? Drag the nine points.",
  // A coin for every pair.
  first: () => ({ kind: "curve", values: HANDLES.map(() => 50) }),
  judge(guess, state) {
    const curve = curveOf(state);
    return curve && judged(guess, curve);
  },
  say: ({ values }) =>
    `from ${Math.round(values[0])} % to ${Math.round(values[HANDLES.length - 1])} %`,
  near: { off: 0.1, words: "0.1 of it" },
  linkOf: relationLink,
};

export const CURVE_GUESS = { question, asked: askOf(question) };

/** The guess with one of its points moved, within 0 and 1. */
export const withPoint = ({ kind, values }: Guess, handle: number, share: number): Guess => ({
  kind,
  values: values.map((old, i) =>
    i === handle ? Math.round(100 * Math.min(1, Math.max(0, share))) : old,
  ),
});
