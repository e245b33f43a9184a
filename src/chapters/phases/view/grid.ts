/**
 * @file A phase diagram: a cell for each pair of knobs, with a share for each seed, and rules drawn
 * over it. Cells are painted on a canvas, and only those that have changed.
 *
 * Shapes: X columns, Y rows, S seeds.
 */
import "./grid.css";
import { type Selection, select } from "d3";
import { ARROWS } from "../../../kit/draw/cells";
import { onKey, onPoint, placeOn, type Place as Spot } from "../../../kit/draw/gestures";
import type { Guessed } from "../../../kit/draw/guessMarks";
import { placeTexts } from "../../../kit/draw/placedText";
import { addCanvas, makeStage, ratioOf } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";
import { boxOf, makeCellPainter, type Replica, sharesOf } from "./gridCells";
import { groundTexts, tickRoom } from "./gridGround";
import { prepareGuess } from "./gridGuess";
import { type GridAxis, type GridLayout, layOutGrid, STRIP } from "./gridLayout";
import { drawLines, drawSteps, layOutLines, type RuleLine } from "./gridLines";
import { slideLines } from "./gridSlide";

export interface Place {
  readonly column: number;
  readonly row: number;
  /** Position among the cell's seeds. */
  readonly seed: number;
}

export interface PhaseGridData {
  /** What is shown, for the accessible name. */
  readonly name: string;
  readonly x: GridAxis;
  readonly y: GridAxis;
  /** By column, then row; a cell that has not changed stays the same object. [X Y, S] */
  readonly cells: readonly (readonly Replica[])[];
  readonly lines: readonly RuleLine[];
  /** A level line in each column, on the scale of y; null where there is none. [X] or empty. */
  readonly steps: readonly (number | null)[];
  /** Whether they are the rule that the cells are held against. */
  readonly stepsChosen: boolean;
  /** Whether names of lines need room at the right, and below the cells. */
  readonly aside: boolean;
  readonly below: boolean;
  readonly cursor: Place;
  /** What is known of a cell, in words. */
  readonly reading: (place: Place) => string;
  /** Guesses at the ratio of the rates, across over upwards, at which the boundary lies. */
  readonly guessed?: Guessed | null;
}

export interface PhaseGridEvents {
  /** The reader goes to this cell by key. */
  onMove?(place: Place): void;
  /** The reader presses this cell, or Enter on it. */
  onOpen?(place: Place): void;
  /** The reader moves a line to where x X + y Y = at. */
  onSlide?(line: RuleLine, at: number): void;
  /** The reader expects the boundary at this ratio. */
  onGuess?(ratio: number): void;
}

/** Room at the right for names of lines, px at size 1. */
const ASIDE = 76;

type Frame = Selection<SVGRectElement, unknown, null, undefined>;

/** Puts the frame of a cell `by` pixels around it. */
function drawFrame(rect: Frame, layout: GridLayout, { column, row }: Place, by: number): void {
  const { x, y, width, height } = boxOf(layout, column, row);
  rect
    .attr("x", x - by)
    .attr("y", y - by)
    .attr("width", width + 2 * by)
    .attr("height", height + 2 * by)
    .attr("rx", Math.min(6, width / 6));
}

/** x X + y Y at a pixel, of which a level or upright line has one alone. */
const measureAt = ({ x, y }: RuleLine, layout: GridLayout, [px, py]: Spot): number =>
  (x === 0 ? 0 : x * layout.x.value(px)) + (y === 0 ? 0 : y * layout.y.value(py));

/** The seed of a cell at a pixel; null outside all cells. */
function placeAt({ cells, y }: PhaseGridData, layout: GridLayout, [px, py]: Spot): Place | null {
  const [column, row] = [layout.x.at(px), layout.y.at(py)];
  if (column < 0 || row < 0) return null;
  const count = cells[column * y.values.length + row].length;
  const shares = sharesOf(count, boxOf(layout, column, row));
  const seed = shares.findIndex(
    (share) => px < share.x + share.width && py < share.y + share.height,
  );
  return { column, row, seed: seed < 0 ? count - 1 : seed };
}

const same = (a: Place | null, b: Place | null): boolean =>
  a?.column === b?.column && a?.row === b?.row && a?.seed === b?.seed;

/** The place that an arrow key leads to, in the same seed: rows count upwards. */
function nextPlace({ cursor, x, y }: PhaseGridData, key: string): Place {
  const [down, right] = ARROWS[key];
  const clamp = (value: number, { values }: GridAxis) =>
    Math.max(0, Math.min(values.length - 1, value));
  return {
    ...cursor,
    column: clamp(cursor.column + right, x),
    row: clamp(cursor.row - down, y),
  };
}

export const phaseGrid: View<PhaseGridData, PhaseGridEvents> = (root, events) => {
  const stage = makeStage(root, "phase-grid", draw);
  const paint = makeCellPainter(addCanvas(stage));
  const svg = select(stage.plot).append("svg").attr("role", "group").attr("tabindex", 0);
  const node = svg.node() as SVGSVGElement;
  const ground = svg.append("g").attr("class", "ground");
  const lines = svg.append("g").attr("class", "rules");
  const pointer = svg.append("rect").attr("class", "pointed").style("display", "none");
  const cursor = svg.append("rect").attr("class", "cursor");
  const drawGuessed = prepareGuess(
    svg,
    stage.signal,
    () => layout,
    (ratio) => events.onGuess?.(ratio),
  );
  const reading = stage.caption.appendChild(document.createElement("span"));

  let data: PhaseGridData | null = null;
  let layout: GridLayout | null = null;
  /** What the layout depends on. */
  let laid = "";
  let pointed: Place | null = null;

  function draw(): void {
    const { width, height, palette } = stage;
    if (!data || width < 1 || height < 1) return;
    const { x, y, cells, aside, below } = data;
    const { size } = palette;
    const key = JSON.stringify([width, height, size, x, y, aside, below, ratioOf(stage.plot)]);
    if (!layout || key !== laid) {
      laid = key;
      const room = { aside: aside ? ASIDE * size : 0, below: below ? STRIP * size : 0 };
      layout = layOutGrid(x, y, { width, height, size, tick: tickRoom(y, size), ...room });
      placeTexts(ground, groundTexts(layout, size));
    }
    paint(cells, layout, stage);
    drawSteps(lines, data.steps, data.stepsChosen, layout);
    drawLines(lines, layOutLines(data.lines, layout, size, aside), size);
    drawGuessed(data.guessed ?? null, size);
    frame();
  }

  /** Frames the cursor and the cell under the pointer, and says what is there. */
  function frame(): void {
    if (!data || !layout) return;
    drawFrame(cursor, layout, data.cursor, 2);
    pointer.style("display", pointed ? "" : "none");
    if (pointed) drawFrame(pointer, layout, pointed, 1);
    const text = data.reading(pointed ?? data.cursor);
    if (reading.textContent !== text) reading.textContent = text;
    const label = `${data.name}. ${data.reading(data.cursor)} Arrow keys go from cell to cell, Enter trains the cell.`;
    if (node.getAttribute("aria-label") !== label) node.setAttribute("aria-label", label);
  }

  function point(place: Place | null): void {
    if (same(place, pointed)) return;
    pointed = place;
    stage.plot.classList.toggle("pointing", place !== null);
    frame();
  }

  slideLines(
    node,
    (line, event) => (layout ? measureAt(line, layout, placeOn(node, event)) : line.at),
    (line, at) => {
      point(null);
      events.onSlide?.(line, at);
    },
    stage.signal,
  );
  const under = (at: Spot) => data && layout && placeAt(data, layout, at);
  onPoint(node, stage.signal, (at) => point(at && under(at)));
  const open = (event: MouseEvent) => {
    const place = under(placeOn(node, event));
    if (place) events.onOpen?.(place);
  };
  node.addEventListener("click", open, { signal: stage.signal });
  onKey(node, stage.signal, ({ key }) => {
    if (!data || (key !== "Enter" && !(key in ARROWS))) return false;
    if (key === "Enter") {
      events.onOpen?.(data.cursor);
      return true;
    }
    const cursor = nextPlace(data, key);
    point(null);
    // The next key may come before the next picture.
    data = { ...data, cursor };
    frame();
    events.onMove?.(cursor);
    stage.say(data.reading(cursor));
    return true;
  });

  return {
    update(next) {
      data = next;
      if (
        pointed &&
        (pointed.column >= next.x.values.length || pointed.row >= next.y.values.length)
      )
        pointed = null;
      draw();
    },
    destroy: stage.destroy,
  };
};
