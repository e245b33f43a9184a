/**
 * @file Bits learnt against questions asked: of those who ask until all follows, and of the reader. Where
 * bits are not known, the numbers of questions alone.
 *
 * Shapes: q questions.
 */
import "./ask.css";
import { drawAxes, type Layer, pathOf } from "../../../kit/draw/chart";
import { placeMarks } from "../../../kit/draw/marks";
import { makePicture, type Svg } from "../../../kit/draw/picture";
import { placeTexts } from "../../../kit/draw/placedText";
import { stack } from "../../../kit/draw/stack";
import type { Stage } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";

export interface AskRaceData {
  /** N, all pairs. */
  readonly pairs: number;
  /** Bits of the class; null where they are not known. */
  readonly total: number | null;
  readonly askers: readonly {
    readonly name: string;
    readonly label: string;
    /** Mean number of questions until all follows, with its standard error. */
    readonly questions: number;
    readonly error: number | null;
    /** Mean bits after each question; null where they are not known. [q + 1] */
    readonly bits: Float64Array | null;
  }[];
  /** The reader's bits after each answer; NaN where they are not known. */
  readonly own: Float64Array;
  /** Pairs that the reader has open. */
  readonly open: number;
  readonly summary: string;
}

export const askRace: View<AskRaceData> = (root) =>
  makePicture(root, "ask-race", (stage, svg) => prepare(stage, svg), 80);

const steps = (most: number, count: number): number[] => {
  const step = [1, 2, 5, 10, 20, 50, 100, 200].find((each) => most / each <= count) ?? most;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
};

function prepare(stage: Stage, svg: Svg): (data: AskRaceData) => void {
  stage.caption.hidden = true;
  const layer = (name: string): Layer => svg.append("g").attr("class", name);
  const [grid, references, lines, dots, words] = [
    "grid",
    "references",
    "lines",
    "dots",
    "words",
  ].map(layer);

  return ({ pairs, total, askers, own, summary }) => {
    const { width, height, palette } = stage;
    const { size } = palette;
    const [left, right] = [36 * size, width - 12 * size];
    const [top, bottom] = [24 * size, height - 36 * size];
    const most = total ?? 1;
    const x = (questions: number) => left + ((right - left) * questions) / pairs;
    const y = (bits: number) => bottom - ((bottom - top) * bits) / (1.08 * most);
    svg.attr("aria-label", summary);
    drawAxes(
      grid,
      { left, right, top, bottom },
      steps(pairs, 6).map((at) => ({ at: x(at), text: String(at) })),
      total === null ? [] : steps(total, 6).map((bits) => ({ at: y(bits), text: String(bits) })),
      size,
    );
    placeMarks(references, "line", total === null ? [] : [total], (bits) => ({
      x1: left,
      x2: right,
      y1: y(bits),
      y2: y(bits),
    }));
    const known = askers.filter((asker) => asker.bits);
    const mine = own.length > 1 && !Number.isNaN(own[own.length - 1]);
    const paths = [
      ...known.map(({ name, bits }) => ({ name, values: bits as Float64Array })),
      ...(mine ? [{ name: "own", values: own }] : []),
    ];
    placeMarks(lines, "path", paths, ({ name, values }) => ({
      class: `line ${name}`,
      d: pathOf(values.length, x, (i) => y(values[i])),
    }));
    // At the end of the reader's answers, and where each of the others knows all.
    const spots = [
      ...askers.map(({ name, questions }) => ({ name, at: x(questions), up: y(most) })),
      ...(mine ? [{ name: "own", at: x(own.length - 1), up: y(own[own.length - 1]) }] : []),
    ];
    placeMarks(dots, "circle", spots, ({ name, at, up }) => ({
      class: name,
      cx: at,
      cy: up,
      r: 4 * size,
    }));
    const labelled = [
      ...askers.map(({ name, label, questions }) => ({
        name,
        text: `${questions.toFixed(1)}: ${label}`,
      })),
      ...(mine ? [{ name: "own", text: `${own.length - 1}: you` }] : []),
    ];
    const heights = stack(
      labelled.map((_, i) => bottom - (labelled.length - i) * 18 * size),
      17 * size,
      top,
      bottom - 8 * size,
    );
    placeTexts(words, [
      ...labelled.map(({ name, text }, i) => ({
        kind: name,
        text,
        x: right - 4,
        y: heights[i],
        anchor: "end" as const,
      })),
      ...(total === null
        ? []
        : [
            {
              kind: "axis-caption",
              text: `bits learnt, of ${total.toFixed(1)}`,
              x: left + 4,
              y: 14 * size,
            },
          ]),
      {
        kind: "axis-caption",
        text: "questions asked",
        x: right,
        y: height - 3,
        anchor: "end" as const,
      },
    ]);
  };
}
