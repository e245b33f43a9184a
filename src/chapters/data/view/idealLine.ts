/**
 * @file Three repons on a line, a, b and c: an arc over every two, whole where their squared distance is
 * below the threshold of a unit that calls them alike, broken where it is not.
 */
import "./idealLine.css";
import { drawAxes, type Layer } from "../../../kit/draw/chart";
import { placeMarks } from "../../../kit/draw/marks";
import { makePicture, type Svg } from "../../../kit/draw/picture";
import { placeTexts } from "../../../kit/draw/placedText";
import type { Stage } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";

export interface IdealLineData {
  /** From a to b, and from b to c. */
  readonly step: number;
  readonly threshold: number;
  readonly summary: string;
}

/** The farthest step that the line has room for. */
export const FARTHEST = 0.4;

export const idealLine: View<IdealLineData> = (root) =>
  makePicture(root, "ideal-line", prepare, 60);

/** The three arcs: which two, how high, and whether the unit calls them alike. */
export const arcsOf = ({ step, threshold }: IdealLineData) =>
  [
    { from: 0, to: 1, rise: 0.45 },
    { from: 1, to: 2, rise: 0.45 },
    { from: 0, to: 2, rise: 0.95 },
  ].map((arc) => {
    const square = ((arc.to - arc.from) * step) ** 2;
    return { ...arc, square, alike: square < threshold };
  });

function prepare(stage: Stage, svg: Svg): (data: IdealLineData) => void {
  stage.caption.hidden = true;
  const layer = (name: string): Layer => svg.append("g").attr("class", name);
  const [grid, arcs, dots, words] = ["grid", "arcs", "dots", "words"].map(layer);

  return (data) => {
    const { width, height, palette } = stage;
    const { size } = palette;
    const [left, right] = [16 * size, width - 16 * size];
    const [top, bottom] = [18 * size, height - 34 * size];
    const x = (place: number) => left + ((right - left) * place) / (2 * FARTHEST);
    const y = (rise: number) => bottom - (bottom - top) * rise;
    svg.attr("aria-label", data.summary);
    const ticks = [0, 0.2, 0.4, 0.6, 0.8].map((at) => ({ at: x(at), text: String(at) }));
    drawAxes(grid, { left, right, top: bottom, bottom }, ticks, [], size);
    const drawn = arcsOf(data).map((arc) => ({
      ...arc,
      x0: x(arc.from * data.step),
      x1: x(arc.to * data.step),
    }));
    placeMarks(arcs, "path", drawn, ({ x0, x1, rise, alike }) => ({
      class: alike ? "alike" : "unlike",
      d: `M${x0.toFixed(1)},${bottom}Q${((x0 + x1) / 2).toFixed(1)},${(2 * y(rise) - bottom).toFixed(1)},${x1.toFixed(1)},${bottom}`,
    }));
    const places = ["a", "b", "c"].map((name, i) => ({ name, at: x(i * data.step) }));
    placeMarks(dots, "circle", places, ({ at }) => ({ cx: at, cy: bottom, r: 5 * size }));
    placeTexts(words, [
      ...drawn.slice(1).map(({ x0, x1, rise, square, alike }) => ({
        kind: alike ? "alike" : "unlike",
        text: `${square.toFixed(3)}: ${alike ? "alike" : "not alike"}`,
        x: Math.max((x0 + x1) / 2, left + 56 * size),
        y: y(rise) - 4 * size,
        anchor: "middle" as const,
      })),
      ...places.map(({ name, at }) => ({
        text: name,
        x: at,
        y: bottom - 9 * size,
        anchor: "middle" as const,
      })),
      {
        kind: "axis-caption",
        text: "place on the line",
        x: right,
        y: height - 3,
        anchor: "end" as const,
      },
    ]);
  };
}
