/**
 * @file A phase diagram: a cell for each pair of knobs, with a share for each seed, and rules drawn
 * over it. Cells are painted on a canvas, and only those that have changed.
 *
 * Shapes: X columns, Y rows, S seeds.
 */
import "./grid.css";
import { select } from "d3";
import type { Palette } from "../../../kit/draw/palette";
import { placeTexts } from "../../../kit/draw/placedText";
import { addCanvas, beginCanvas, makeStage } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";
import { type Box, paintCell, type Replica, sharesOf } from "./gridCells";
import { groundTexts, tickRoom } from "./gridGround";
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
}

export interface PhaseGridEvents {
  /** The reader goes to this cell by key. */
  onMove?(place: Place): void;
  /** The reader presses this cell, or Enter on it. */
  onOpen?(place: Place): void;
  /** The reader moves a line to where x X + y Y = at. */
  onSlide?(line: RuleLine, at: number): void;
}

/** Between cells, px. */
const GAP = 3;
/** Between small cells. */
const NARROW = 1.5;
/** Room at the right for names of lines, px at size 1. */
const ASIDE = 76;

const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

/** The frame of a cell, without the gap to its neighbours. */
function boxOf({ x, y }: GridLayout, column: number, row: number): Box {
  const gap = Math.min(x.size, y.size) > 30 ? GAP : NARROW;
  return {
    x: x.middles[column] - x.size / 2 + gap / 2,
    y: y.middles[row] - y.size / 2 + gap / 2,
    width: x.size - gap,
    height: y.size - gap,
  };
}

export const phaseGrid: View<PhaseGridData, PhaseGridEvents> = (root, events) => {
  const stage = makeStage(root, "phase-grid", draw);
  const canvas = addCanvas(stage);
  const svg = select(stage.plot).append("svg").attr("role", "group").attr("tabindex", 0);
  const node = svg.node() as SVGSVGElement;
  const ground = svg.append("g").attr("class", "ground");
  const lines = svg.append("g").attr("class", "rules");
  const pointer = svg.append("rect").attr("class", "pointed").style("display", "none");
  const cursor = svg.append("rect").attr("class", "cursor");
  const reading = stage.caption.appendChild(document.createElement("span"));

  let data: PhaseGridData | null = null;
  let layout: GridLayout | null = null;
  let paper: { readonly context: CanvasRenderingContext2D; readonly key: string } | null = null;
  let painted: (readonly Replica[])[] = [];
  let palette: Palette | null = null;
  let pointed: Place | null = null;

  function draw(): void {
    const { width, height } = stage;
    if (!data || width < 1 || height < 1) return;
    const { x, y, cells, aside, below } = data;
    const anew = palette !== stage.palette;
    palette = stage.palette;
    const { size } = palette;
    const key = JSON.stringify([width, height, size, x, y, aside, below, window.devicePixelRatio]);
    if (!paper || paper.key !== key || anew) {
      paper = { context: beginCanvas(canvas, width, height), key };
      painted = [];
      const room = { aside: aside ? ASIDE * size : 0, below: below ? STRIP * size : 0 };
      const frame = { width, height, size, tick: tickRoom(y, size), ...room };
      layout = layOutGrid(x, y, frame);
      placeTexts(ground, groundTexts(layout, size));
    }
    if (!layout) return;
    const rows = y.values.length;
    for (let i = 0; i < cells.length; i++) {
      if (painted[i] === cells[i]) continue;
      painted[i] = cells[i];
      paintCell(paper.context, boxOf(layout, Math.floor(i / rows), i % rows), cells[i], palette);
    }
    drawSteps(lines, data.steps, data.stepsChosen, layout);
    drawLines(lines, layOutLines(data.lines, layout, size, aside), size);
    frame();
  }

  /** Frames the cursor and the cell under the pointer, and says what is there. */
  function frame(): void {
    if (!data || !layout) return;
    const place = (rect: typeof cursor, { column, row }: Place, by: number) => {
      const box = boxOf(layout as GridLayout, column, row);
      rect
        .attr("x", box.x - by)
        .attr("y", box.y - by)
        .attr("width", box.width + 2 * by)
        .attr("height", box.height + 2 * by)
        .attr("rx", Math.min(6, box.width / 6));
    };
    place(cursor, data.cursor, 2);
    pointer.style("display", pointed ? "" : "none");
    if (pointed) place(pointer, pointed, 1);
    const text = data.reading(pointed ?? data.cursor);
    if (reading.textContent !== text) reading.textContent = text;
    const label = `${data.name}. ${data.reading(data.cursor)} Arrow keys go from cell to cell, Enter trains the cell.`;
    if (node.getAttribute("aria-label") !== label) node.setAttribute("aria-label", label);
  }

  function placeAt(event: MouseEvent): Place | null {
    if (!data || !layout) return null;
    const box = node.getBoundingClientRect();
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    const [column, row] = [layout.x.at(px), layout.y.at(py)];
    if (column < 0 || row < 0) return null;
    const count = data.cells[column * data.y.values.length + row].length;
    const shares = sharesOf(count, boxOf(layout, column, row));
    const seed = shares.findIndex(
      (share) => px < share.x + share.width && py < share.y + share.height,
    );
    return { column, row, seed: seed < 0 ? count - 1 : seed };
  }

  function point(place: Place | null): void {
    const same =
      place === pointed ||
      (place &&
        pointed &&
        place.column === pointed.column &&
        place.row === pointed.row &&
        place.seed === pointed.seed);
    if (same) return;
    pointed = place;
    stage.plot.classList.toggle("pointing", place !== null);
    frame();
  }

  const listen = { signal: stage.signal };
  slideLines(
    node,
    (line, event) => {
      if (!layout) return line.at;
      const box = node.getBoundingClientRect();
      const across = line.x === 0 ? 0 : line.x * layout.x.value(event.clientX - box.left);
      return across + (line.y === 0 ? 0 : line.y * layout.y.value(event.clientY - box.top));
    },
    (line, at) => {
      point(null);
      events.onSlide?.(line, at);
    },
    stage.signal,
  );
  node.addEventListener("pointermove", (event) => point(placeAt(event)), listen);
  node.addEventListener("pointerleave", () => point(null), listen);
  node.addEventListener(
    "click",
    (event) => {
      const place = placeAt(event);
      if (place) events.onOpen?.(place);
    },
    listen,
  );
  node.addEventListener(
    "keydown",
    (event) => {
      if (!data || event.ctrlKey || event.metaKey || event.altKey) return;
      const move = KEYS[event.key];
      if (!move && event.key !== "Enter") return;
      event.preventDefault();
      event.stopPropagation();
      if (!move) {
        events.onOpen?.(data.cursor);
        return;
      }
      const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
      const place = {
        column: clamp(data.cursor.column + move[0], data.x.values.length),
        row: clamp(data.cursor.row + move[1], data.y.values.length),
        seed: data.cursor.seed,
      };
      point(null);
      // The next key may come before the next picture.
      data = { ...data, cursor: place };
      frame();
      events.onMove?.(place);
      stage.say(data.reading(place));
    },
    listen,
  );

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
