/**
 * @file Guesses at the boundary in the plane of two rates: lines of one ratio, the reader's own to be moved.
 */
import {
  drawGuesses,
  type Guessed,
  type GuessShape,
  keyed,
  makeHold,
} from "../../../kit/draw/guessMarks";
import type { Svg } from "../../../kit/draw/picture";
import { along, RATIO } from "../../../theory/boundary/threshold";
import { clipWay, type XY } from "./clip";
import { type GridLayout, wayOf } from "./gridLayout";

const line = (ratio: number) => ({ x: RATIO.x, y: RATIO.y, at: Math.log10(ratio) });

/** Decades that a key moves by. */
const LITTLE = 0.05;
const MUCH = 0.5;

const digits = (ratio: number): number => Number(ratio.toPrecision(3));

/** What of a line is within the cells. */
const seen = (ratio: number, layout: GridLayout): readonly XY[] =>
  clipWay(wayOf(line(ratio), layout), [layout.left, layout.top], [layout.right, layout.bottom]);

/** The least and the greatest ratio of the cells, which are those of two corners. */
function endsOf({ x, y, left, right, top, bottom }: GridLayout): readonly [number, number] {
  const at = (px: number, py: number) => 10 ** along(RATIO, { x: x.value(px), y: y.value(py) });
  return [at(left + 1, top + 1), at(right - 1, bottom - 1)];
}

const pathOf = (way: readonly XY[]): string =>
  way.map(([x, y], i) => `${i ? "L" : "M"}${x.toFixed(1)},${y.toFixed(1)}`).join("");

function shapeOf(layout: GridLayout, size: number): GuessShape {
  return {
    way: ([ratio]) => (Number.isFinite(ratio) ? pathOf(seen(ratio, layout)) : ""),
    // Two parallel lines, and the corners of the cells that lie between them.
    area([low], [high]) {
      const ways = [seen(low, layout), seen(high, layout)];
      if (ways.some((way) => way.length < 2)) return "";
      const { left, right, top, bottom } = layout;
      const inside = ([px, py]: XY) => {
        const ratio = 10 ** along(RATIO, { x: layout.x.value(px), y: layout.y.value(py) });
        return ratio > low && ratio < high;
      };
      const corners = (
        [
          [left, bottom],
          [right, top],
        ] as const
      ).map((corner) => (inside(corner) ? [corner] : []));
      const [lower, upper] = ways.map((way) => [...way].sort((a, b) => a[0] - b[0] || b[1] - a[1]));
      return `${pathOf([...lower, ...corners[1], ...upper.reverse(), ...corners[0]])}Z`;
    },
    name([ratio]) {
      const way = Number.isFinite(ratio) ? seen(ratio, layout) : [];
      const middle = way[Math.floor(way.length / 2)];
      return middle
        ? { text: "you", x: middle[0] + 14 * size, y: middle[1] + 18 * size, anchor: "start" }
        : null;
    },
  };
}

/** The middle of a way. */
function middleOf(way: readonly XY[]): XY | null {
  const [first] = way;
  const last = way[way.length - 1];
  return first && last ? [(first[0] + last[0]) / 2, (first[1] + last[1]) / 2] : null;
}

/** Returns what draws guesses. */
export function prepareGuess(
  svg: Svg,
  signal: AbortSignal,
  layoutNow: () => GridLayout | null,
  onGuess: (ratio: number) => void,
): (guessed: Guessed | null, size: number) => void {
  const layer = svg.append("g");
  let own = 1;
  const to = (ratio: number, [low, high]: readonly [number, number]) =>
    onGuess(digits(Math.max(low, Math.min(high, ratio))));
  const place = makeHold(layer, signal, {
    onMove([px, py]) {
      const layout = layoutNow();
      if (!layout) return;
      const at = along(RATIO, { x: layout.x.value(px), y: layout.y.value(py) });
      to(10 ** at, endsOf(layout));
    },
    onKey(key, shift) {
      const layout = layoutNow();
      if (!layout) return false;
      const ends = endsOf(layout);
      const next = keyed(key, shift, own, {
        ends,
        little: (at, sign) => at * 10 ** (LITTLE * sign),
        much: (at, sign) => at * 10 ** (MUCH * sign),
      });
      if (next !== null) to(next, ends);
      return next !== null;
    },
  });
  return (guessed, size) => {
    const layout = layoutNow();
    if (!layout) return;
    const shape = shapeOf(layout, size);
    drawGuesses(layer, guessed, shape);
    own = guessed?.own?.[0] ?? own;
    const at = guessed?.own && guessed.open ? middleOf(seen(own, layout)) : null;
    const [low, high] = endsOf(layout);
    place(
      at && {
        at,
        path: shape.way([own]),
        size,
        label: "ratio of the rates at the boundary",
        value: own,
        min: low,
        max: high,
        text: `${own}`,
      },
    );
  };
}
