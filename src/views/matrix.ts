/**
 * @file The relation as a matrix: row x, column y, shaded by truth, prediction or error.
 *
 * Shapes: n elements.
 */
import { select } from "d3-selection";
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity } from "d3-zoom";
import { type CellValues, drawCells } from "./matrixCells";
import { makeMatrixKey } from "./matrixKey";
import { addCanvas, beginCanvas, makeStage } from "./stage";
import type { View } from "./view";

export interface MatrixData extends CellValues {
  /** [n] */
  readonly labels: readonly string[];
  /** Element of each row and column, a permutation; null: as they come. [n] */
  readonly order: ArrayLike<number> | null;
  /** Elements whose rows and columns stand out. */
  readonly highlighted: readonly number[];
}

export interface Pair {
  readonly x: number;
  readonly y: number;
}

export interface MatrixEvents {
  onHover?(pair: Pair | null): void;
  onPick?(pair: Pair): void;
}

/** Room for labels at the left and at the top, px. */
const MARGIN = 22;
const KEY_ZOOM = 1.5;

/** "R(9, 12) = 1, held out, P = 0.98" */
export function readCell(
  { n, labels, truth, mask, prediction }: MatrixData,
  { x, y }: Pair,
): string {
  const pair = x * n + y;
  const set = mask[pair] === 1 ? "trained on" : "held out";
  const p = prediction ? `, P = ${prediction[pair].toFixed(2)}` : "";
  return `R(${labels[x]}, ${labels[y]}) = ${truth[pair]}, ${set}${p}`;
}

export const matrix: View<MatrixData, MatrixEvents> = (root, events) => {
  const stage = makeStage(root, "matrix", draw);
  const cells = addCanvas(stage);
  const over = addCanvas(stage);
  const key = makeMatrixKey(stage.caption);
  over.tabIndex = 0;
  over.setAttribute("role", "img");

  let data: MatrixData | null = null;
  let order: ArrayLike<number> = [];
  let transform: ZoomTransform = zoomIdentity;
  /** Row and column of the cell under pointer or keys. */
  let cursor: readonly [row: number, column: number] | null = null;

  /** Side of the square of cells and its place, in device pixels; cells are whole pixels at rest. */
  function layout() {
    const ratio = window.devicePixelRatio || 1;
    const margin = Math.round(MARGIN * stage.palette.size * ratio);
    const room = Math.min(stage.width, stage.height) * ratio - margin;
    const n = data?.n ?? 1;
    const rest = Math.max(1, room / n >= 3 ? Math.floor(room / n) : room / n);
    const side = Math.max(1, Math.floor(rest * n));
    return {
      ratio,
      margin,
      side,
      cell: rest * transform.k,
      left: transform.x * ratio,
      top: transform.y * ratio,
    };
  }

  const pairAt = ([row, column]: readonly [number, number]): Pair => ({
    x: order[row],
    y: order[column],
  });

  function draw(): void {
    if (!data || stage.width < 1 || stage.height < 1) return;
    const { ratio, margin, side, cell, left, top } = layout();
    const context = beginCanvas(cells, (margin + side) / ratio, (margin + side) / ratio);
    context.setTransform(1, 0, 0, 1, margin, margin);
    context.fillStyle = stage.palette.colour.grid;
    context.fillRect(0, 0, side, side);
    context.save();
    context.beginPath();
    context.rect(0, 0, side, side);
    context.clip();
    drawCells(context, data, { order, left, top, cell, ratio }, side, stage.palette);
    context.restore();
    drawLabels(context, cell, left, top, side, ratio);
    drawOver();
  }

  function drawLabels(
    context: CanvasRenderingContext2D,
    cell: number,
    left: number,
    top: number,
    side: number,
    ratio: number,
  ): void {
    if (!data) return;
    const font = 12.5 * stage.palette.size * ratio;
    const every = [1, 2, 3, 5, 10, 15, 20, 30].find((k) => k * cell >= 1.7 * font) ?? data.n;
    context.font = `${font}px ${getComputedStyle(stage.plot).fontFamily}`;
    context.fillStyle = stage.palette.colour.muted;
    for (let i = 0; i < data.n; i += every) {
      const label = data.labels[order[i]];
      const row = top + (i + 0.5) * cell;
      const column = left + (i + 0.5) * cell;
      context.textBaseline = "middle";
      context.textAlign = "right";
      if (row > 0 && row < side) context.fillText(label, -5 * ratio, row);
      context.textBaseline = "alphabetic";
      context.textAlign = "center";
      if (column > 0 && column < side) context.fillText(label, column, -6 * ratio);
    }
  }

  /** Dims what is not pointed at and names what is. */
  function drawOver(): void {
    if (!data) return;
    const { ratio, margin, side, cell, left, top } = layout();
    const { palette } = stage;
    const context = beginCanvas(over, (margin + side) / ratio, (margin + side) / ratio);
    context.setTransform(1, 0, 0, 1, margin, margin);
    const rows = new Set<number>();
    const columns = new Set<number>();
    for (let i = 0; i < data.n; i++)
      if (data.highlighted.includes(order[i])) {
        rows.add(i);
        columns.add(i);
      }
    if (cursor) {
      rows.clear();
      columns.clear();
      rows.add(cursor[0]);
      columns.add(cursor[1]);
    }
    if (rows.size === 0) return;
    context.save();
    context.beginPath();
    context.rect(0, 0, side, side);
    context.clip();
    context.fillStyle = palette.colour.ground;
    context.globalAlpha = 0.62;
    context.fillRect(0, 0, side, side);
    context.globalAlpha = 1;
    context.globalCompositeOperation = "destination-out";
    for (const i of rows) context.fillRect(0, top + i * cell, side, cell);
    for (const j of columns) context.fillRect(left + j * cell, 0, cell, side);
    context.globalCompositeOperation = "source-over";
    if (cursor) {
      const width = 2 * palette.stroke * ratio;
      context.strokeStyle = palette.colour.ink;
      context.lineWidth = width;
      context.strokeRect(
        left + cursor[1] * cell - width / 2,
        top + cursor[0] * cell - width / 2,
        cell + width / 2,
        cell + width / 2,
      );
    }
    context.restore();
    const font = 12.5 * palette.size * ratio;
    context.font = `700 ${font}px ${getComputedStyle(stage.plot).fontFamily}`;
    const tag = (text: string, x: number, y: number, align: "right" | "center") => {
      const half = context.measureText(text).width / 2 + 4 * ratio;
      const centre = align === "right" ? x - half + 4 * ratio : x;
      context.fillStyle = palette.colour.ground;
      context.fillRect(centre - half, y - 0.62 * font, 2 * half, 1.24 * font);
      context.fillStyle = palette.colour.ink;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.fillText(text, centre, y);
    };
    for (const i of rows) {
      const at = top + (i + 0.5) * cell;
      if (at > 0 && at < side) tag(data.labels[order[i]], -5 * ratio, at, "right");
    }
    for (const j of columns) {
      const at = left + (j + 0.5) * cell;
      if (at > 0 && at < side) tag(data.labels[order[j]], at, -0.85 * font, "center");
    }
  }

  function point(to: readonly [number, number] | null): void {
    if (to?.[0] === cursor?.[0] && to?.[1] === cursor?.[1]) return;
    cursor = to;
    const pair = cursor && pairAt(cursor);
    key.read(pair && data ? readCell(data, pair) : null);
    if (pair && data) stage.say(readCell(data, pair));
    drawOver();
    events.onHover?.(pair);
  }

  function under(event: MouseEvent): readonly [number, number] | null {
    if (!data) return null;
    const { ratio, margin, side, cell, left, top } = layout();
    const box = over.getBoundingClientRect();
    const x = (event.clientX - box.left) * ratio - margin;
    const y = (event.clientY - box.top) * ratio - margin;
    if (x < 0 || y < 0 || x >= side || y >= side) return null;
    return [Math.floor((y - top) / cell), Math.floor((x - left) / cell)];
  }

  const target = select(over);
  const zooming = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent([1, 12])
    .extent(() => {
      const { side, ratio } = layout();
      return [
        [0, 0],
        [side / ratio, side / ratio],
      ];
    })
    .filter(
      (event: Event & { touches?: TouchList; button?: number }) =>
        !event.button && (!event.touches || event.touches.length > 1 || transform.k > 1),
    )
    .on("zoom", (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
      transform = event.transform;
      draw();
    });
  target.call(zooming).on("dblclick.zoom", null);

  function step(down: number, right: number): void {
    if (!data) return;
    const clamp = (i: number) => Math.min((data as MatrixData).n - 1, Math.max(0, i));
    const next = cursor ?? [0, 0];
    point(cursor ? [clamp(next[0] + down), clamp(next[1] + right)] : next);
    const { ratio, cell } = layout();
    if (transform.k > 1 && cursor)
      target.call(
        zooming.translateTo,
        ((cursor[1] + 0.5) * cell) / ratio / transform.k,
        ((cursor[0] + 0.5) * cell) / ratio / transform.k,
      );
  }

  const fit = () => target.call(zooming.transform, zoomIdentity);
  const keys = new Map<string, () => void>([
    ["ArrowUp", () => step(-1, 0)],
    ["ArrowDown", () => step(1, 0)],
    ["ArrowLeft", () => step(0, -1)],
    ["ArrowRight", () => step(0, 1)],
    ["Enter", () => cursor && events.onPick?.(pairAt(cursor))],
    ["+", () => target.call(zooming.scaleBy, KEY_ZOOM)],
    ["=", () => target.call(zooming.scaleBy, KEY_ZOOM)],
    ["-", () => target.call(zooming.scaleBy, 1 / KEY_ZOOM)],
    ["0", fit],
    ["Escape", () => point(null)],
  ]);
  const listen = { signal: stage.signal };
  over.addEventListener("pointermove", (event) => point(under(event)), listen);
  over.addEventListener("pointerleave", () => point(null), listen);
  over.addEventListener("blur", () => point(null), listen);
  over.addEventListener("dblclick", fit, listen);
  over.addEventListener(
    "click",
    (event) => {
      const cell = under(event);
      if (cell) events.onPick?.(pairAt(cell));
    },
    listen,
  );
  over.addEventListener(
    "keydown",
    (event) => {
      const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys.get(event.key);
      if (!act) return;
      event.preventDefault();
      act();
    },
    listen,
  );

  return {
    update(next) {
      data = next;
      order = next.order ?? Array.from({ length: next.n }, (_, i) => i);
      if (cursor && Math.max(...cursor) >= next.n) cursor = null;
      const { n, mask, truth, prediction } = next;
      let held = 0;
      let wrong = 0;
      for (let pair = 0; pair < n * n; pair++) {
        held += 1 - mask[pair];
        if (prediction) wrong += prediction[pair] > 0.5 !== (truth[pair] === 1) ? 1 : 0;
      }
      over.setAttribute(
        "aria-label",
        `Relation matrix, ${n} by ${n}, showing ${next.show}: ${held} pairs held out${prediction ? `, ${wrong} predicted wrongly` : ""}. Arrow keys move over the cells, Enter picks one, plus and minus zoom.`,
      );
      key.show(next.show);
      key.read(cursor ? readCell(next, pairAt(cursor)) : null);
      draw();
    },
    destroy() {
      target.on(".zoom", null);
      stage.destroy();
    },
  };
};
