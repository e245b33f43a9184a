/** @file Figure 2's data, from the state. */

import type { Guessed } from "../../../kit/draw/guessMarks";
import { partOf } from "../../../kit/live/model/link";
import { memo } from "../../../kit/state/memo";
import { amountText, type BoundScale } from "../view/boundAxes";
import type { BoundChartData, BoundGuesses, BoundLine, BoundMark } from "../view/boundMarks";
import type { BoundCurve, BoundMean } from "../worker/wire";
import { curveOf } from "./asked";
import { type Formulas, formulasOf, labelBits, measuredCritical } from "./boundFacts";
import type { DataState } from "./boundStudy";
import { type BoundSubject, subjectOf } from "./boundSubject";
import { CLASS_NAMES, DATA_PART, type DataChoices, type DataUnit } from "./choices";
import { CURVE_GUESS, HANDLES, sharesOf } from "./guess";
import { fractionText, shareText } from "./words";

/** Points of a formula's line along the axis' square root. */
const SMOOTH = 160;
const ALONG = Array.from({ length: SMOOTH + 1 }, (_, i) => (i / SMOOTH) ** 2);

const scaleOf = (unit: DataUnit, { request: { n, truth } }: BoundSubject): BoundScale =>
  ({
    fraction: { whole: 1, caption: "training fraction, square-root scale" },
    samples: { whole: n * n, caption: "known pairs m, square-root scale" },
    bits: {
      whole: Math.max(1e-9, n * n * labelBits(truth)),
      caption: "bits that their answers carry, square-root scale",
    },
  })[unit];

const withError = (mean: { readonly mean: number; readonly error: number | null } | null) =>
  mean === null
    ? "not known"
    : `${shareText(mean.mean)}${mean.error === null ? "" : ` ± ${shareText(mean.error)}`}`;

function readingOf(point: BoundMean, formulas: Formulas | null, pairs: number): string {
  const { fraction, samples, inferable, determined, bound, inconsistent, masks } = point;
  const extra =
    inferable && determined && determined.mean - inferable.mean > 5e-4
      ? ` (${shareText(determined.mean)} with k)`
      : "";
  const measured =
    inconsistent > 0
      ? `${inconsistent} of ${masks} samples contradict the class`
      : `bound ${withError(bound)}, inferable ${withError(inferable)}${extra}`;
  const eq2 = formulas ? `; Eq. 2 ${shareText(formulas.inferable(samples))}` : "";
  const eq4 = formulas?.accuracy ? `, Eq. 4 ${shareText(formulas.accuracy(samples))}` : "";
  return `${fractionText(fraction)} of the pairs, ${samples} of ${amountText(pairs)}: ${measured}${eq2}${eq4}`;
}

const measured = (
  points: readonly BoundMean[],
  share: "bound" | "inferable",
  label: string,
): BoundLine => ({
  kind: share,
  label,
  fractions: points.map(({ fraction }) => fraction),
  values: points.map((point) => point[share]?.mean ?? Number.NaN),
  errors: points.map((point) => point[share]?.error ?? Number.NaN),
});

const formula = (
  kind: "eq2" | "eq4",
  label: string,
  pairs: number,
  at: (samples: number) => number,
): BoundLine => ({
  kind,
  label,
  fractions: ALONG,
  values: ALONG.map((fraction) => at(fraction * pairs)),
});

function marksOf(
  { alpha, unit }: DataChoices,
  scale: BoundScale,
  formulas: Formulas,
  points: readonly BoundMean[],
  pairs: number,
): BoundMark[] {
  const found = measuredCritical(points, alpha);
  const critical = formulas.critical(alpha);
  const inUnit = (fraction: number) => Number((fraction * scale.whole).toPrecision(3));
  const b = Number(formulas.bits.toPrecision(3));
  return [
    {
      kind: "bits",
      // A bit is a bit on the axis of bits; elsewhere the paper counts one for a sample.
      fraction: unit === "bits" ? formulas.bits / scale.whole : formulas.bits / pairs,
      to: 1,
      label: {
        fraction: `b/n² = ${inUnit(formulas.bits / pairs)}`,
        samples: `b = ${b}`,
        bits: `b = ${b} bits`,
      }[unit],
    },
    {
      kind: "critical",
      fraction: critical,
      to: alpha,
      label: `Eq. 3: p_c = ${inUnit(critical)}`,
    },
    ...(found === null
      ? []
      : [
          {
            kind: "measured" as const,
            fraction: found.fraction,
            to: alpha,
            label: `measured: ${inUnit(found.fraction)}`,
          },
        ]),
  ];
}

const yours = (values: readonly number[]): BoundLine => ({
  kind: "guess",
  label: "your curve",
  fractions: HANDLES,
  values,
});

/** Those of the room; the reader's own is a line with a name. */
const othersOf = ({ room, spread, open }: Guessed): BoundGuesses => ({
  fractions: HANDLES,
  guessed: {
    own: null,
    open,
    room: room.map(sharesOf),
    spread: spread && {
      low: sharesOf(spread.low),
      median: sharesOf(spread.median),
      high: sharesOf(spread.high),
    },
  },
});

/** All but where the reader points. */
type Chart = Omit<BoundChartData, "at">;

/** The axes, without a curve, while the reader draws. */
function blank(scale: BoundScale, own: readonly number[], guesses: BoundGuesses): Chart {
  return {
    scale,
    lines: [yours(own)],
    marks: [],
    level: 0,
    readings: [],
    drawing: { handles: HANDLES, values: own },
    guesses,
    summary:
      "Draw the accuracy that you expect against the training fraction. Left and right arrow keys choose one of nine points, up and down move it, Enter shows the curve.",
  };
}

const chartFor = memo(
  (
    subject: BoundSubject,
    curve: BoundCurve | null,
    choices: DataChoices,
    guessed: Guessed | null,
  ): Chart => {
    const { n } = subject.request;
    const pairs = n * n;
    const scale = scaleOf(choices.unit, subject);
    const own = guessed?.own ? sharesOf(guessed.own) : null;
    const guesses = guessed && othersOf(guessed);
    if (own && guesses && guessed?.open) return blank(scale, own, guesses);
    const formulas = formulasOf(subject, choices.length);
    const points = (curve?.points ?? []).filter(({ masks }) => masks > 0);
    const lines: BoundLine[] = [
      ...(formulas ? [formula("eq2", "Eq. 2", pairs, formulas.inferable)] : []),
      measured(points, "inferable", "inferable"),
      ...(formulas?.accuracy ? [formula("eq4", "Eq. 4", pairs, formulas.accuracy)] : []),
      measured(points, "bound", "bound"),
      ...(own ? [yours(own)] : []),
    ];
    const middle = points.find(({ fraction }) => fraction >= 0.1);
    return {
      scale,
      lines: lines.filter(({ values }) => Array.from(values).some(Number.isFinite)),
      marks: formulas ? marksOf(choices, scale, formulas, points, pairs) : [],
      level: choices.alpha,
      readings: points.map((point) => ({
        fraction: point.fraction,
        text: readingOf(point, formulas, pairs),
      })),
      drawing: null,
      guesses,
      summary: `Accuracy over all pairs against the training fraction, for ${CLASS_NAMES[subject.request.prior.class]}. ${middle ? `${readingOf(middle, formulas, pairs)}. ` : ""}Left and right arrow keys read other fractions.`,
    };
  },
);

const pointedAt = memo((chart: Chart, at: number): BoundChartData => ({ ...chart, at }));

export function selectChart(state: DataState): BoundChartData {
  const { at } = state.bound;
  const choices = partOf(state.page.link, DATA_PART);
  return pointedAt(
    chartFor(subjectOf(state), curveOf(state), choices, CURVE_GUESS.asked.guessed(state)),
    at,
  );
}
