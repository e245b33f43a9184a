/**
 * @file Pictures of accuracy against depth, made up: three seeds, all three sides.
 */
import { depthChart } from "../../../../src/chapters/depth/view/depthChart";
import type { DepthChartData } from "../../../../src/chapters/depth/view/depthLayout";
import { depthTable } from "../../../../src/chapters/depth/view/depthTable";
import type { SeedCurve } from "../../../../src/kit/study/view/seedCurves";
import type { Figure } from "../../../gallery/figure";

const DEPTHS = [0, 1, 2, 3, 4, 5];
const TRAIN = [0.66, 1, 1, 1, 0.98, 0.95];
const TEST = [0.6, 0.97, 1, 0.96, 0.8, 0.7];
const SEEDS = 3;

const curve = (name: "train" | "test", medians: readonly number[], seeds = SEEDS): SeedCurve => ({
  name,
  colour: `var(--${name})`,
  dots: medians.flatMap((value, x) =>
    Array.from({ length: seeds }, (_, rank) => ({
      x,
      rank,
      of: SEEDS,
      value: Math.min(1, value + 0.04 * (rank - 1)),
      replica: x * SEEDS + rank,
      finished: rank < 2,
    })),
  ),
  spreads: medians.map((median, x) => ({
    x,
    low: median - 0.04,
    median,
    high: Math.min(1, median + 0.04),
  })),
});

export const laddered: DepthChartData = {
  name: "a relation",
  depths: DEPTHS,
  rows: [{ label: "parameters", values: [5, 61, 171, 281, 391, 501], own: true }],
  curves: [curve("train", TRAIN), curve("test", TEST)],
  zones: [
    { side: "confusion", from: 0, to: 0 },
    { side: "generalisation", from: 1, to: 3 },
    { side: "memorisation", from: 4, to: 5 },
  ],
  references: [
    { value: 0.9, label: "0.9, learnt" },
    { value: 0.667, label: "always “no”" },
  ],
  chosen: 7,
  describe: (replica) => `Network ${replica}.`,
  small: false,
};

const still = (title: string, size: Figure["size"], data: DepthChartData): Figure => ({
  title,
  size,
  table: () => depthTable(data),
  draw(root) {
    const view = depthChart(root, { onPick: (chosen) => view.update({ ...data, chosen }) });
    view.update(data);
    return view.destroy;
  },
});

export const depthFigures: Readonly<Record<string, Figure>> = {
  depthLarge: still("accuracy against depth", [600, 380], laddered),
  depthSmall: still("small", [200, 130], { ...laddered, small: true }),
  depthBegun: still("two depths of one seed so far", [600, 380], {
    ...laddered,
    curves: [curve("train", TRAIN.slice(0, 2), 1), curve("test", TEST.slice(0, 2), 1)],
    zones: [{ side: "confusion", from: 0, to: 0 }],
    chosen: null,
  }),
  depthGuessed: still("guesses at the depths that generalise", [600, 380], {
    ...laddered,
    guessed: {
      own: [1, 4],
      open: true,
      room: [
        [0, 3],
        [1, 5],
        [2, 4],
      ],
      spread: { low: [0, 3], median: [1, 4], high: [2, 5] },
    },
  }),
  depthEmpty: still("nothing measured yet", [600, 380], {
    ...laddered,
    curves: [curve("train", []), curve("test", [])],
    zones: [],
    chosen: null,
  }),
};
