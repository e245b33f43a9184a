/**
 * @file How often each pair is wrong late in training: R(x, y) in the row of x and the column of y, a square
 * whose area is the share of networks that are wrong about it. A line is where x and y are the same.
 *
 * Shapes: n elements, N = n * n pairs (pair = x * n + y).
 */
import "./missMatrix.css";
import { type CellGrid, cellOf, makeCellCursor } from "../../../kit/draw/cellCursor";
import type { Layer } from "../../../kit/draw/chart";
import { placeMarks } from "../../../kit/draw/marks";
import { makePicture, type Svg } from "../../../kit/draw/picture";
import { placeTexts } from "../../../kit/draw/placedText";
import type { Stage } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";

export interface MissMatrixData {
  readonly n: number;
  readonly networks: number;
  /** How many networks are wrong about a pair. [N] */
  readonly wrong: Int32Array;
  /** How many were not trained on it. [N] */
  readonly heldOut: Int32Array;
  /** Of those, how many are wrong about it. [N] */
  readonly heldOutWrong: Int32Array;
  readonly summary: string;
}

/** What is known of a pair, in words. */
export function missWords(data: MissMatrixData, pair: number): string {
  const { n, networks, wrong, heldOut, heldOutWrong } = data;
  return `R(${Math.floor(pair / n)}, ${pair % n}): ${wrong[pair]} of ${networks} networks are wrong; of the ${heldOut[pair]} that were not trained on it, ${heldOutWrong[pair]}.`;
}

const HINT =
  "Point at a pair, or use the arrow keys. The larger its square, the more are wrong about it.";

/** Room for the numbers of rows and columns, px at size 1. */
const MARGIN = 22;

export const missMatrix: View<MissMatrixData> = (root) =>
  makePicture(root, "miss-matrix", prepare, 80);

function prepare(stage: Stage, svg: Svg, redraw: () => void): (data: MissMatrixData) => void {
  const layer = (name: string): Layer => svg.append("g").attr("class", name);
  const [grid, squares, marks, heads] = ["grid", "squares", "marks", "heads"].map(layer);
  const reading = stage.caption.appendChild(document.createElement("span"));
  let data: MissMatrixData | null = null;

  function place(): CellGrid {
    const at = MARGIN * stage.palette.size;
    const room = Math.min(stage.width, stage.height) - at - 2;
    return { at, side: Math.max(1, room) / Math.max(1, data?.n ?? 1) };
  }

  const cursor = makeCellCursor({
    node: svg.attr("tabindex", 0).node() as SVGSVGElement,
    signal: stage.signal,
    size: () => data?.n ?? 1,
    cellAt: (at) => cellOf(at, place(), data?.n ?? 0),
    moved(to) {
      redraw();
      if (to) stage.say(reading.textContent ?? "");
    },
  });

  return (next) => {
    data = next;
    const { n, networks, wrong, summary } = next;
    const { at, side } = place();
    const end = at + n * side;
    const middle = (i: number) => at + (i + 0.5) * side;
    placeMarks(grid, "path", [0], () => ({
      d: `M${at},${at}H${end}V${end}H${at}ZM${at},${at}L${end},${end}`,
    }));
    const pairs = Array.from(wrong.keys()).filter((pair) => wrong[pair] > 0);
    placeMarks(squares, "rect", pairs, (pair) => {
      const width = Math.sqrt(wrong[pair] / networks) * side;
      const [x, y] = [Math.floor(pair / n), pair % n];
      return {
        x: (middle(y) - width / 2).toFixed(2),
        y: (middle(x) - width / 2).toFixed(2),
        width: width.toFixed(2),
        height: width.toFixed(2),
      };
    });
    const here = cursor();
    placeMarks(marks, "rect", here ? [here] : [], ([row, column]) => ({
      x: at + column * side,
      y: at + row * side,
      width: side,
      height: side,
    }));
    drawHeads(heads, n, { at, side }, stage.palette.size);
    const text = here ? missWords(next, here[0] * n + here[1]) : HINT;
    if (reading.textContent !== text) reading.textContent = text;
    svg.attr("aria-label", `${summary} Arrow keys read the pairs.`);
  };
}

/** A number every so many rows and columns, and which of the two is x. */
const EVERY = 5;

function drawHeads(layer: Layer, n: number, { at, side }: CellGrid, size: number): void {
  const numbered = Array.from({ length: n }, (_, i) => i).filter((i) => i % EVERY === 0);
  const middle = (i: number) => at + (i + 0.5) * side;
  const [above, before] = [at - 6 * size, at - 6 * size];
  placeTexts(layer, [
    ...numbered.map((i) => ({ text: `${i}`, x: middle(i), y: above, anchor: "middle" as const })),
    ...numbered.map((i) => ({
      text: `${i}`,
      x: before,
      y: middle(i) + 4.5 * size,
      anchor: "end" as const,
    })),
    { kind: "axis-caption", text: "x", x: before, y: at + n * side - 2, anchor: "end" as const },
    { kind: "axis-caption", text: "y", x: at + n * side - 2, y: above, anchor: "end" as const },
  ]);
}
