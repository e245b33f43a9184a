/** What the chapters' own pictures are said to show: on data of which it is true, and where it is not. */
import { describe, expect, test } from "vitest";
import { boundFinding, networksFinding } from "../../src/chapters/data/view/boundFinding";
import type { BoundChartData } from "../../src/chapters/data/view/boundMarks";
import type { NetworksChartData } from "../../src/chapters/data/view/figure3Chart";
import type { SampleMatrixData } from "../../src/chapters/data/view/sampleMatrix";
import { sampleTable } from "../../src/chapters/data/view/sampleTable";
import type { Table2Data } from "../../src/chapters/data/view/table2";
import { table2Table } from "../../src/chapters/data/view/table2Table";
import type { DepthChartData } from "../../src/chapters/depth/view/depthLayout";
import { depthTable } from "../../src/chapters/depth/view/depthTable";
import { pairScatterTable } from "../../src/chapters/pairs/view/pairScatterTable";
import type { PairTrackData } from "../../src/chapters/pairs/view/pairTrackLayout";
import { pairTrackTable } from "../../src/chapters/pairs/view/pairTrackTable";
import type { PhaseGridData } from "../../src/chapters/phases/view/grid";
import type { Replica } from "../../src/chapters/phases/view/gridCells";
import { gridFinding } from "../../src/chapters/phases/view/gridFinding";
import type { Phase } from "../../src/theory/phase";

describe("a phase diagram", () => {
  const decided = (phase: Phase): Replica => ({
    kind: "decided",
    phase,
    fellBack: false,
    diverged: false,
    wrong: false,
  });
  /** Of 4 x 4 cells, by column and row from below. */
  const grid = (cell: (column: number, row: number) => readonly Replica[]) =>
    gridFinding({
      x: { name: "encoder rate η_{enc}", values: [1, 2, 3, 4], log: false },
      y: { name: "decoder rate η_{dec}", values: [1, 2, 3, 4], log: false },
      cells: Array.from({ length: 16 }, (_, i) => cell(Math.floor(i / 4), i % 4)),
    } as unknown as PhaseGridData);

  test("says how many cells are of each phase and at which end of the axes they lie", () => {
    const found = grid((column, row) => [
      decided(column > 1 && row < 2 ? "generalisation" : "confusion"),
    ]);
    expect(found).toMatch(
      /^4 cells in generalisation, mostly at high encoder rate η_enc and low decoder rate η_dec; 12 cells in confusion/,
    );
    expect(grid(() => [decided("grokking")])).toBe("All 16 cells end in grokking.");
  });

  test("names no end where they lie all over", () => {
    const found = grid((column, row) => [
      decided((column + row) % 2 ? "memorisation" : "confusion"),
    ]);
    expect(found).toBe("8 cells in memorisation; 8 cells in confusion.");
  });

  test("counts cells whose seeds differ, and those of which nothing is known", () => {
    const found = grid((column, row) => {
      if (column === 0) return [{ kind: "waiting" }, { kind: "training", share: 0.5 }];
      return row === 0
        ? [decided("confusion"), decided("grokking")]
        : [decided("confusion"), { kind: "waiting" }];
    });
    expect(found).toMatch(
      /^9 cells in confusion.*; in 3 cells the seeds differ; of 4 cells nothing is known yet\.$/,
    );
  });
});

describe("Figures 2, 3 and 4", () => {
  const fractions = [0.1, 0.2, 0.4];
  const line = (kind: string, values: readonly number[]) => ({
    kind,
    label: kind,
    fractions,
    values,
  });
  const bound = (rest: object) =>
    boundFinding({
      lines: [line("bound", [0.7, 0.95, 1]), line("eq4", [0.6, 0.8, 0.9])],
      level: 0.9,
      drawing: null,
      ...rest,
    } as unknown as BoundChartData);

  test("the bound: how much must be known, by each curve; hidden while it is guessed", () => {
    expect(bound({})).toBe(
      "The bound by inference reaches 0.9 once 18 % of the pairs are known. The bound of Eq. 4 reaches 0.9 once 40 % of the pairs are known.",
    );
    expect(bound({ level: 0.65 })).toMatch(
      /inference has reached 0\.65 where its points begin, at 10 % .*Eq\. 4 reaches 0\.65 once 13 %/,
    );
    expect(bound({ drawing: { handles: [], values: [] } })).toMatch(/hidden/);
    expect(bound({ lines: [line("bound", [Number.NaN, Number.NaN, Number.NaN])] })).toBe(
      "Nothing is measured yet.",
    );
  });

  test("networks: where their medians reach 0.9", () => {
    const spreads = (values: readonly number[]) =>
      values.map((median, i) => ({ x: fractions[i], low: 0, median, high: 1 }));
    const found = networksFinding({
      curves: [
        { name: "own", spreads: spreads([0.5, 0.9, 0.91]) },
        { name: "deep", spreads: spreads([0.5, 0.6, 0.7]) },
        { name: "none", spreads: [] },
      ],
      lines: [line("bound", [0.95, 1, 1])],
    } as unknown as NetworksChartData);
    expect(found).toBe(
      "The median of own reaches 0.9 once 20 % of the pairs are known. The median of deep stays below 0.9 throughout. The bound by inference has reached 0.9 where its points begin, at 10 % of the pairs.",
    );
  });

  test("depth: which depths end how", () => {
    const depth = (zones: DepthChartData["zones"], dots = 1) =>
      depthTable({
        name: "",
        depths: [0, 1, 2, 4],
        zones,
        curves: [{ name: "test", dots: Array(dots).fill({ x: 0 }), spreads: [] }],
      } as unknown as DepthChartData).finding;
    expect(
      depth([
        { side: "confusion", from: 0, to: 0 },
        { side: "generalisation", from: 1, to: 3 },
      ]),
    ).toBe("By the medians, depth 0 ends in confusion and depths 1 to 4 end in generalisation.");
    expect(depth([])).toMatch(/^No depth has ended/);
    expect(depth([], 0)).toBe("Nothing is measured yet.");
  });
});

describe("samples and classes", () => {
  const sample = (rest: Partial<SampleMatrixData>) =>
    sampleTable({
      n: 2,
      status: ["known", "known", "follows", "guessed"],
      p: [1, 0, 1, 0.5],
      contradicting: [],
      ...rest,
    } as SampleMatrixData).finding;

  test("a sample: what is known, follows and is left; what follows is hidden while it is guessed", () => {
    expect(sample({})).toBe("2 of 4 pairs are known, 1 follows from them, 1 is left to guess.");
    expect(sample({ contradicting: [0, 1] })).toMatch(/2 of them contradict/);
    expect(sample({ marking: true })).not.toMatch(/1 follows/);
  });

  test("Table 2: which class takes the fewest bits and which the most, by exact counts where there are any", () => {
    const row = (name: string, paper: number, count: number | null, own = false) => ({
      name,
      paper,
      count,
      relabellings: null,
      own,
    });
    const found = (...rows: object[]) =>
      table2Table({ rows, most: 900 } as unknown as Table2Data).finding;
    expect(
      found(
        row("equivalence", 47, 51, true),
        row("total order", 107, 108),
        row("symmetric", 465, null),
      ),
    ).toBe(
      "Equivalence relations take the fewest bits, 51 bits; symmetric ones the most, 465 bits. The relation’s own class, equivalence, takes 51 bits of 900.",
    );
    expect(found(row("a", 1, 500), row("b", 2, 3))).toMatch(
      /^B relations take the fewest.*; a ones the most, 500 bits\.$/,
    );
  });
});

describe("pairs", () => {
  test("all pairs: for how many the direction is foretold", () => {
    const found = (predicted: readonly number[], shown = [0, 1, 2, 3]) =>
      pairScatterTable({
        pairs: [],
        n: 4,
        grouping: null,
        chosen: null,
        actual: [1, 2, -1, -2],
        predicted,
        shown,
        theory: "Eq. 7",
      }).finding;
    expect(found([1, 2, -1, -2])).toMatch(
      /^Eq\. 7 foretells for 4 of 4 pairs .* correlation 1\.00\.$/,
    );
    expect(found([1, 2, 1, 2])).toMatch(/for 2 of 4 pairs .* correlation 0\.00/);
    expect(found([1, 2, -1, -2], [])).toBe("There is no pair to hold a prediction against.");
  });

  test("one pair: after how long the prediction is off by two, and where both end", () => {
    const found = (horizon: number | null, rest: Partial<PairTrackData> = {}) =>
      pairTrackTable({
        pair: [1, 2],
        step: 0,
        times: [0, 100],
        theory: "Eq. 7",
        horizon,
        actual: { separation: [1, 0.5], angle: [0, 0] },
        predicted: { separation: [1, 0.25], angle: [0, 0] },
        error: [1, 2],
        stillError: [1, 2],
        ...rest,
      }).finding;
    expect(found(100)).toMatch(
      /^Eq\. 7 is off by a factor of two after 100 steps\. .*network has them at 0\.500, Eq\. 7 at 0\.250/,
    );
    expect(found(null)).toMatch(/^Eq\. 7 is never off by a factor of two here/);
    const hidden = { guessed: { open: true, own: [1], room: [], spread: null } };
    expect(found(100, hidden)).not.toMatch(/off by|0\.500/);
  });
});
