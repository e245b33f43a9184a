/**
 * @file The parts of the map, drawn around (0, 0): relation, repons, decoder and answer.
 */
import type { Layer } from "../../kit/draw/chart";
import { setMark } from "../../kit/draw/marks";

/** Adds a mark. */
export function add(
  g: Layer,
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
): void {
  setMark(g.append<SVGElement>(tag).node() as SVGElement, attributes);
}

/** Drawn around (0, 0) in a square of this side. */
export const SIDE = 116;

/** Pairs x, y with a relation between them; some are held out. */
export function drawData(g: Layer): void {
  const cells = 6;
  const cell = 16;
  const start = (-cells * cell) / 2;
  const held = new Set([4, 9, 13, 20, 24, 30, 35]);
  for (let k = 0; k < cells * cells; k++) {
    const [x, y] = [k % cells, Math.floor(k / cells)];
    const yes = x % 3 === y % 3;
    const [left, top, side] = [start + x * cell + 1, start + y * cell + 1, cell - 2];
    const name = `${yes ? "yes" : "no"}${held.has(k) ? " held" : ""}`;
    add(g, "rect", { x: left, y: top, width: side, height: side, rx: 2, class: name });
  }
}

/** Three classes of repons; springs between two that are alike. */
export function drawRepons(g: Layer): void {
  const spots: readonly (readonly [number, number, number])[] = [
    [-38, -14, 1],
    [-6, -40, 1],
    [-14, -12, 1],
    [40, -20, 2],
    [28, 16, 2],
    [18, -14, 2],
    [-30, 26, 3],
    [6, 40, 3],
    [-2, 20, 3],
  ];
  add(g, "circle", { r: SIDE / 2, class: "plane" });
  for (const [a, b] of [
    [0, 1],
    [3, 4],
    [6, 7],
  ])
    add(g, "path", { class: "spring", d: spring(spots[a], spots[b]) });
  for (const [x, y, group] of spots)
    add(g, "circle", {
      cx: x,
      cy: y,
      r: 5.5,
      class: "repon",
      style: `--of: var(--class-${group})`,
    });
}

function spring([x0, y0]: readonly number[], [x1, y1]: readonly number[]): string {
  const turns = 9;
  const [u, v] = [x1 - x0, y1 - y0];
  const length = Math.hypot(u, v);
  const points = Array.from({ length: turns }, (_, i) => {
    const t = 0.25 + (0.5 * i) / (turns - 1);
    const side = (i % 2 ? 4.5 : -4.5) / length;
    return `${x0 + t * u - side * v},${y0 + t * v + side * u}`;
  });
  return `M${x0},${y0}L${points.join("L")}L${x1},${y1}`;
}

/** A small multi-layer perceptron. */
export function drawDecoder(g: Layer): void {
  const layers = [4, 5, 5, 1];
  const at = (layer: number, unit: number): readonly [number, number] => [
    -48 + 32 * layer,
    (unit - (layers[layer] - 1) / 2) * 21,
  ];
  layers.slice(1).forEach((count, l) => {
    for (let a = 0; a < layers[l]; a++)
      for (let b = 0; b < count; b++) {
        const [x0, y0] = at(l, a);
        const [x1, y1] = at(l + 1, b);
        add(g, "line", { x1: x0, y1: y0, x2: x1, y2: y1, class: "weight" });
      }
  });
  layers.forEach((count, l) => {
    for (let unit = 0; unit < count; unit++) {
      const [x, y] = at(l, unit);
      add(g, "circle", { cx: x, cy: y, r: 5, class: "unit" });
    }
  });
}

/** The answer as a bar between no and yes. */
export function drawAnswer(g: Layer): void {
  const [width, height] = [16, 84];
  add(g, "rect", { x: -width / 2, y: -height / 2, width, height, rx: 4, class: "scale" });
  const [left, top] = [-width / 2 + 3, -height / 2 + 14];
  const level = { x: left, y: top, width: width - 6, height: height - 17 };
  add(g, "rect", { ...level, rx: 2, class: "level" });
}
