/**
 * @file Guesses over Figure 4: from the first depth that generalises to the last, and the reader's own to be
 * moved at either end.
 */
import type { Layer } from "../../../kit/draw/chart";
import { drawGuesses, type GuessShape, keyed, makeHold } from "../../../kit/draw/guessMarks";
import type { DepthChartData, DepthLayout } from "./depthLayout";

type Ends = readonly [from: number, to: number];

/** The left edge of a depth's column, also of one between two. */
const edge = ({ left, band, depths }: DepthLayout, depth: number): number =>
  left + band * (depth - depths[0]);

function shapeOf(layout: DepthLayout): GuessShape {
  const { top, bottom, size } = layout;
  const strip = (from: number, to: number) =>
    Number.isFinite(from) && Number.isFinite(to)
      ? `M${from.toFixed(1)},${top}H${to.toFixed(1)}V${bottom}H${from.toFixed(1)}Z`
      : "";
  const start = (depth: number) => edge(layout, depth);
  const end = (depth: number) => edge(layout, depth + 1);
  return {
    way: ([from, to]) => strip(start(from), end(to)),
    // Where half of the room begins, and where it ends.
    area: ([from, to], [from2, to2]) => strip(start(from), start(from2)) + strip(end(to), end(to2)),
    name: ([from, to]) =>
      Number.isFinite(from)
        ? {
            text: "you",
            x: (start(from) + end(to)) / 2,
            y: bottom - 8 * size,
            anchor: "middle",
          }
        : null,
  };
}

const NAMES = ["first depth that generalises", "last depth that generalises"] as const;

/** `onGuess` is told both ends in their order. Returns what draws guesses. */
export function prepareGuess(
  layer: Layer,
  signal: AbortSignal,
  layoutNow: () => DepthLayout | null,
  onGuess: (ends: Ends) => void,
): (data: DepthChartData) => void {
  let own: Ends = [0, 0];
  /** One end moves, and takes the other one along where it would pass it. */
  const move = (which: 0 | 1, to: number) => {
    const depth = Math.round(to);
    const next: Ends =
      which === 0 ? [depth, Math.max(depth, own[1])] : [Math.min(depth, own[0]), depth];
    if (next[0] !== own[0] || next[1] !== own[1]) onGuess(next);
  };
  const range = ({ depths }: DepthLayout): Ends => [depths[0], depths[depths.length - 1]];
  const holds = ([0, 1] as const).map((which) =>
    makeHold(layer, signal, {
      onMove([px]) {
        const layout = layoutNow();
        if (!layout) return;
        const [low, high] = range(layout);
        const at = low + (px - layout.left) / layout.band - (which === 0 ? 0 : 1);
        move(which, Math.max(low, Math.min(high, at)));
      },
      onKey(key, shift) {
        const layout = layoutNow();
        if (!layout) return false;
        const next = keyed(key, shift, own[which], {
          ends: range(layout),
          little: (at, sign) => at + sign,
          much: (at, sign) => at + 3 * sign,
        });
        if (next !== null) move(which, next);
        return next !== null;
      },
    }),
  );
  return ({ guessed = null }) => {
    const layout = layoutNow();
    if (!layout) return;
    drawGuesses(layer, guessed, shapeOf(layout));
    const { top, bottom, size } = layout;
    const [low, high] = range(layout);
    const ends = guessed?.open && guessed.own?.every(Number.isFinite) ? guessed.own : null;
    if (ends) own = [ends[0], ends[1]];
    holds.forEach((place, which) => {
      const x = edge(layout, own[which] + which);
      place(
        ends && {
          at: [x, (top + bottom) / 2],
          path: `M${x},${top}V${bottom}`,
          size,
          label: NAMES[which],
          value: own[which],
          min: low,
          max: high,
          text: `${own[which]} hidden layers`,
        },
      );
    });
  };
}
