/**
 * @file One sample of a relation as a matrix: what is known, what follows, and what is left to guess,
 * told by hue; the strength is the probability of R = 1.
 *
 * Shapes: n elements, N = n * n pairs (pair = x * n + y).
 */
import "./bound.css";
import { interpolateRgb } from "d3";
import { addCanvas, beginCanvas, makeStage } from "../../../kit/draw/stage";
import type { View } from "../../../kit/draw/view";

export interface SampleMatrixData {
  readonly n: number;
  /** Element of each row and column. [n] */
  readonly order: readonly number[];
  /** [N] */
  readonly status: readonly ("known" | "follows" | "guessed")[];
  /** P(R = 1) as far as it is known; NaN where it is not. [N] */
  readonly p: ArrayLike<number>;
  /** Pairs that contradict each other. */
  readonly contradicting: readonly number[];
  /** Whether a cell can be turned over. */
  readonly editable: boolean;
  readonly summary: string;
}

export interface SampleMatrixEvents {
  onFlip(x: number, y: number): void;
}

/** Least strength of a cell, so that a known or inferred 0 is still seen to be one. */
const FLOOR = 0.13;

const WORDS = { known: "known", follows: "follows", guessed: "to be guessed" } as const;

export const sampleMatrix: View<SampleMatrixData, SampleMatrixEvents> = (root, events) => {
  const stage = makeStage(root, "sample-matrix", draw);
  const canvas = addCanvas(stage);
  const reading = stage.caption.appendChild(document.createElement("span"));
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "img");
  let data: SampleMatrixData | null = null;
  let cursor: readonly [row: number, column: number] | null = null;

  const cellSize = (): number =>
    Math.max(1, Math.min(stage.width, stage.height)) / Math.max(1, data?.n ?? 1);

  function draw(): void {
    const { width, height, palette } = stage;
    if (!data || width < 10 || height < 10) return;
    const { n, order, status, p, contradicting } = data;
    const cell = cellSize();
    const context = beginCanvas(canvas, cell * n, cell * n);
    const shades = {
      known: interpolateRgb(palette.colour.panel, palette.colour.ink),
      follows: interpolateRgb(palette.colour.panel, palette.classes[2]),
      guessed: interpolateRgb(palette.colour.panel, palette.classes[0]),
    };
    const gap = cell >= 5 ? 1 : 0;
    order.forEach((x, row) => {
      order.forEach((y, column) => {
        const pair = x * n + y;
        const share = Number.isNaN(p[pair]) ? 0 : p[pair];
        context.fillStyle = shades[status[pair]](FLOOR + (1 - FLOOR) * share);
        context.fillRect(column * cell, row * cell, cell - gap, cell - gap);
      });
    });
    const place = new Map(order.map((element, i) => [element, i]));
    const outline = (pair: number, colour: string) => {
      const row = place.get(Math.floor(pair / n)) ?? 0;
      const column = place.get(pair % n) ?? 0;
      context.strokeStyle = colour;
      context.lineWidth = 2 * palette.stroke;
      context.strokeRect(column * cell, row * cell, cell - gap, cell - gap);
    };
    for (const pair of contradicting) outline(pair, palette.colour.error);
    if (cursor) outline(order[cursor[0]] * n + order[cursor[1]], palette.colour.ink);
    read();
  }

  function read(): void {
    if (!data) return;
    const text = cursor ? words(data, cursor) : data.summary;
    if (reading.textContent !== text) reading.textContent = text;
  }

  function words(
    { n, order, status, p, contradicting, editable }: SampleMatrixData,
    at: readonly [number, number],
  ): string {
    const [x, y] = at.map((i) => order[i]);
    const pair = x * n + y;
    const share = p[pair];
    const value =
      status[pair] !== "guessed"
        ? `R(${x}, ${y}) = ${share} ${WORDS[status[pair]]}`
        : Number.isNaN(share)
          ? `R(${x}, ${y}) is to be guessed, with odds that are not known`
          : `R(${x}, ${y}) is to be guessed: 1 with probability ${share.toFixed(2)}`;
    const clash = contradicting.includes(pair) ? ", and contradicts" : "";
    return `${value}${clash}${editable ? "; press to turn it over" : ""}`;
  }

  function point(to: readonly [number, number] | null): void {
    if (to?.[0] === cursor?.[0] && to?.[1] === cursor?.[1]) return;
    cursor = to;
    draw();
    if (cursor) stage.say(reading.textContent ?? "");
  }

  function flip(): void {
    if (cursor && data?.editable) events.onFlip(data.order[cursor[0]], data.order[cursor[1]]);
  }

  const listen = { signal: stage.signal };
  const cellAt = (event: MouseEvent): readonly [number, number] | null => {
    const box = canvas.getBoundingClientRect();
    const [column, row] = [event.clientX - box.left, event.clientY - box.top].map((px) =>
      Math.floor(px / cellSize()),
    );
    const n = data?.n ?? 0;
    return row >= 0 && column >= 0 && row < n && column < n ? [row, column] : null;
  };
  canvas.addEventListener("pointermove", (event) => point(cellAt(event)), listen);
  canvas.addEventListener("pointerleave", () => point(null), listen);
  canvas.addEventListener("blur", () => point(null), listen);
  canvas.addEventListener(
    "click",
    (event) => {
      point(cellAt(event));
      flip();
    },
    listen,
  );
  canvas.addEventListener(
    "keydown",
    (event) => {
      const step = {
        ArrowUp: [-1, 0],
        ArrowDown: [1, 0],
        ArrowLeft: [0, -1],
        ArrowRight: [0, 1],
      }[event.key];
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (step) {
        const last = (data?.n ?? 1) - 1;
        const inside = (i: number) => Math.max(0, Math.min(last, i));
        point(cursor ? [inside(cursor[0] + step[0]), inside(cursor[1] + step[1])] : [0, 0]);
      } else if (event.key === "Enter" || event.key === " ") flip();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    listen,
  );

  return {
    update(next) {
      data = next;
      if (cursor && Math.max(...cursor) >= next.n) cursor = null;
      canvas.setAttribute("aria-label", `${next.summary} Arrow keys read the cells.`);
      draw();
    },
    destroy: stage.destroy,
  };
};
