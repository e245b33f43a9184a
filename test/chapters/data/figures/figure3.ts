/**
 * @file Pictures of networks against the bound, made up: two architectures of three seeds.
 */
import {
  type NetworksChartData,
  networksChart,
} from "../../../../src/chapters/data/view/figure3Chart";
import { figure3Table } from "../../../../src/chapters/data/view/figure3Table";
import type { SeedCurve } from "../../../../src/kit/study/view/seedCurves";
import type { Figure } from "../../../gallery/figure";
import { bounded } from "./bound";

const FRACTIONS = [0.05, 0.2, 0.5];
const SEEDS = 3;

const curve = (
  name: string,
  colour: string,
  medians: readonly number[],
  first: number,
): SeedCurve => ({
  name,
  colour,
  dots: medians.flatMap((value, i) =>
    Array.from({ length: SEEDS }, (_, rank) => ({
      x: FRACTIONS[i],
      rank,
      of: SEEDS,
      value: Math.min(1, value + 0.05 * (rank - 1)),
      replica: first + i * SEEDS + rank,
      finished: true,
    })),
  ),
  spreads: medians.map((median, i) => ({
    x: FRACTIONS[i],
    low: median - 0.05,
    median,
    high: Math.min(1, median + 0.05),
  })),
});

export const compared: NetworksChartData = {
  scale: { ...bounded.scale, lowest: 0.4 },
  lines: bounded.lines.filter(({ kind }) => kind === "bound"),
  marks: bounded.marks.filter(({ kind }) => kind === "bits"),
  curves: [
    { ...curve("[x, y]", "var(--concat)", [0.55, 0.7, 0.9], 0), dash: "7 4" },
    curve("(x − y)²", "var(--squared-difference)", [0.6, 0.85, 1], 9),
  ],
  gap: {
    from: 0.12,
    to: 0.3,
    level: 0.9,
    label: "gap +0.180",
    colour: "var(--squared-difference)",
  },
  chosen: 12,
  describe: (replica) => `Network ${replica}.`,
  caption: "accuracy, all pairs",
  summary: "Accuracy of networks, made up.",
};

const still = (title: string, data: NetworksChartData): Figure => ({
  title,
  size: [520, 440],
  table: () => figure3Table(data),
  draw(root) {
    const view = networksChart(root, { onPick: (chosen) => view.update({ ...data, chosen }) });
    view.update(data);
    return view.destroy;
  },
});

export const networksFigures: Readonly<Record<string, Figure>> = {
  networks: still("networks against the bound", compared),
  networksLit: still("one stands out", {
    ...compared,
    curves: [{ ...compared.curves[0], pale: true }, compared.curves[1]],
  }),
  networksNone: still("no network yet", { ...compared, curves: [], gap: null, chosen: null }),
};
