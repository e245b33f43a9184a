/**
 * @file The three strips of a track over one time axis: what each shows, and its scale.
 */
import { max, scaleLinear, scaleLog } from "d3";
import type { Guessed } from "../../../kit/draw/guessMarks";

/** |r|, half of the distance, and its angle from the first direction in radians. [S] */
type Course = Readonly<Record<"separation" | "angle", ArrayLike<number>>>;

export interface PairTrackData {
  readonly pair: readonly [number, number];
  /** Where the prediction starts. */
  readonly step: number;
  /** Steps after it. [S] */
  readonly times: ArrayLike<number>;
  readonly actual: Course;
  readonly predicted: Course;
  /** What predicts, e.g. "Eq. 7". */
  readonly theory: string;
  /** Factor by which the prediction is off, and by which "nothing moves" is. [S] */
  readonly error: ArrayLike<number>;
  readonly stillError: ArrayLike<number>;
  /** Steps after which the prediction is off by more than two; null: not in sight. */
  readonly horizon: number | null;
  /** Guesses at that step. While one is made, what the network did is NaN after the first moment. */
  readonly guessed?: Guessed | null;
}

interface TrackLine {
  readonly kind: "network" | "theory" | "still" | "limit";
  /** Empty: not named. */
  readonly label: string;
  readonly values: ArrayLike<number>;
}

export interface Strip {
  readonly title: string;
  readonly top: number;
  readonly bottom: number;
  readonly toY: (value: number) => number;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  readonly lines: readonly TrackLine[];
}

/** Shares of the height. */
const SHARES = [0.52, 0.2, 0.28];
/** A prediction that runs away does not flatten what happened: it leaves the frame at this factor. */
const MOST = 2.2;
/** The error axis ends here. */
const WORST = 16;

const largest = (values: ArrayLike<number>): number =>
  max(Array.from(values).filter(Number.isFinite)) ?? 0;

/** The power of ten that ticks up to `top` are written without; 0 where they are short anyway. */
const powerOf = (top: number): number => (top < 0.1 ? Math.floor(Math.log10(top)) : 0);

const minus = (x: number): string => String(x).replace("-", "−");

/** Ticks of the error axis, and those of a low strip. */
const ERRORS = [1, 2, 4, 8];
const FEW_ERRORS = [2, 8];

export function stripsOf(
  { pair, actual, predicted, theory, error, stillError, times, guessed }: PairTrackData,
  height: number,
  size: number,
): readonly Strip[] {
  const [top, bottom, gap] = [20 * size, height - 40 * size, 32 * size];
  const room = Math.max(90, bottom - top - 2 * gap);
  const starts = [0, SHARES[0], SHARES[0] + SHARES[1]].map(
    (share, i) => top + share * room + i * gap,
  );
  const ends = starts.map((start, i) => start + SHARES[i] * room);

  const seen = largest(actual.separation);
  const reach = Math.max(1e-12, seen, Math.min(MOST * seen, largest(predicted.separation))) * 1.06;
  const separation = scaleLinear([0, reach], [ends[0], starts[0]]);
  const power = powerOf(reach);
  const unit = 10 ** power;
  const turn = Math.max(largest(actual.angle), largest(predicted.angle));
  const most = [5, 15, 45, 90].find((limit) => (turn * 180) / Math.PI <= limit) ?? 180;
  const angle = scaleLinear([0, most], [ends[1], starts[1]]);
  const off = scaleLog([1, WORST], [ends[2], starts[2]]);
  return [
    {
      title: `half the distance of ${pair.join(" and ")}, |r|${power === 0 ? "" : `, × 10^{${minus(power)}}`}`,
      top: starts[0],
      bottom: ends[0],
      toY: (value) => separation(value),
      ticks: separation
        .ticks(Math.max(2, Math.min(5, (ends[0] - starts[0]) / (32 * size))))
        .map((value) => ({ value, text: String(Number((value / unit).toPrecision(3))) })),
      lines: [
        { kind: "network", label: guessed?.open ? "" : "network", values: actual.separation },
        { kind: "theory", label: theory, values: predicted.separation },
      ],
    },
    {
      title: "turned by",
      top: starts[1],
      bottom: ends[1],
      toY: (radians) => angle((radians * 180) / Math.PI),
      ticks: [0, most].map((value) => ({
        value: (value * Math.PI) / 180,
        text: `${value}°`,
      })),
      lines: [
        { kind: "network", label: "", values: actual.angle },
        { kind: "theory", label: "", values: predicted.angle },
      ],
    },
    {
      title: "the prediction is off by a factor of",
      top: starts[2],
      bottom: ends[2],
      toY: (value) =>
        Number.isNaN(value) ? Number.NaN : off(Math.max(1, Math.min(2 * WORST, value))),
      ticks: (ends[2] - starts[2] < 70 * size ? FEW_ERRORS : ERRORS).map((value) => ({
        value,
        text: `× ${value}`,
      })),
      lines: [
        { kind: "limit", label: "", values: Float64Array.from({ length: times.length }, () => 2) },
        { kind: "still", label: guessed?.open ? "" : "no motion", values: stillError },
        { kind: "theory", label: guessed?.open ? "" : theory, values: error },
      ],
    },
  ];
}
