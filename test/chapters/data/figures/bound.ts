/**
 * @file Pictures of how much data: the bound, Table 2, pairs that contradict.
 */

import { boundChart } from "../../../../src/chapters/data/view/boundChart";
import type { BoundChartData } from "../../../../src/chapters/data/view/boundMarks";
import { boundTable } from "../../../../src/chapters/data/view/boundTable";
import {
  type ContradictionData,
  contradiction,
} from "../../../../src/chapters/data/view/contradiction";
import { contradictionTable } from "../../../../src/chapters/data/view/contradictionTable";
import {
  type SampleMatrixData,
  sampleMatrix,
} from "../../../../src/chapters/data/view/sampleMatrix";
import { sampleTable } from "../../../../src/chapters/data/view/sampleTable";
import { type Table2Data, table2 } from "../../../../src/chapters/data/view/table2";
import { table2Table } from "../../../../src/chapters/data/view/table2Table";
import { inferableFraction } from "../../../../src/theory/information";
import type { Figure } from "../../../gallery/figure";

const along = Array.from({ length: 41 }, (_, i) => (i / 40) ** 2);
const places = [0.01, 0.04, 0.09, 0.16, 0.25, 0.5, 0.99];
const BITS = 50;

/** Made up: what follows is Eq. (2) a little late, the bound halfway from there to 1. */
export const bounded: BoundChartData = {
  scale: { whole: 1, caption: "training fraction, square-root scale" },
  lines: [
    {
      kind: "eq2",
      label: "Eq. 2",
      fractions: along,
      values: along.map((p) => inferableFraction(BITS, 900 * p)),
    },
    {
      kind: "inferable",
      label: "inferable",
      fractions: places,
      values: places.map((p) => inferableFraction(BITS, 700 * p)),
      errors: places.map(() => 0.01),
    },
    {
      kind: "bound",
      label: "bound",
      fractions: places,
      values: places.map((p) => (1 + inferableFraction(BITS, 700 * p)) / 2),
      errors: places.map(() => 0.005),
    },
  ],
  marks: [
    { kind: "bits", fraction: BITS / 900, to: 1, label: "b/n² = 0.0556" },
    { kind: "critical", fraction: 0.127, to: 0.9, label: "Eq. 3: p_c = 0.127" },
    { kind: "measured", fraction: 0.163, to: 0.9, label: "measured: 0.163" },
  ],
  level: 0.9,
  readings: places.map((fraction) => ({ fraction, text: `${fraction} of the pairs` })),
  drawing: null,
  at: 0.09,
  summary: "Accuracy against the training fraction, made up.",
};

const handles = Array.from({ length: 5 }, (_, i) => (i / 4) ** 2);

export const drawn: BoundChartData = {
  ...bounded,
  lines: [
    { kind: "guess", label: "your curve", fractions: handles, values: [0.5, 0.6, 0.8, 0.9, 1] },
  ],
  marks: [],
  readings: [],
  drawing: { handles, values: [0.5, 0.6, 0.8, 0.9, 1] },
};

const row = (id: string, paper: number, count: number | null, changes = {}) => ({
  id,
  name: id,
  paper,
  count,
  relabellings: null,
  chosen: false,
  own: false,
  allowed: true,
  words: `${id}: ${paper} bits`,
  ...changes,
});

export const table: Table2Data = {
  most: 900,
  rows: [
    row("generic", 900, 900),
    row("antisymmetric", 465, 719),
    row("transitive", 450, null),
    row("equivalence", 47.5, 45, { relabellings: 39.8, chosen: true, own: true }),
    row("incomplete bipartite", 225, 225, { allowed: false }),
  ],
};

function sample(marking: boolean): SampleMatrixData {
  const n = 12;
  const kinds = ["known", "follows", "guessed"] as const;
  return {
    n,
    order: Array.from({ length: n }, (_, x) => x),
    status: Array.from({ length: n * n }, (_, pair) => kinds[(pair * 7) % 3]),
    p: Array.from({ length: n * n }, (_, pair) =>
      (pair * 7) % 3 === 2 ? (pair % 5) / 4 : pair % 2,
    ),
    contradicting: [14, 25],
    editable: false,
    ...(marking && { marking, marked: [1, 26, 40, 80, 81, 121] }),
    summary: "A sample of 48 of 144 pairs.",
  };
}

const matrixOf = (title: string, marking: boolean): Figure => ({
  title,
  size: [260, 280],
  table: () => sampleTable(sample(marking)),
  draw(root) {
    const view = sampleMatrix(root, { onFlip: () => {} });
    view.update(sample(marking));
    return view.destroy;
  },
});

const circle: ContradictionData = {
  pairs: [
    { x: 0, y: 4, value: 1 },
    { x: 4, y: 7, value: 1 },
    { x: 0, y: 7, value: 0 },
    { x: 7, y: 7, value: 1 },
  ],
  summary: "Four pairs that cannot all hold.",
};

export const boundFigures: Readonly<Record<string, Figure>> = {
  boundChart: {
    title: "how much data",
    size: [520, 440],
    table: () => boundTable(bounded),
    draw(root) {
      const view = boundChart(root, { onDraw: () => {}, onReveal: () => {}, onPoint: () => {} });
      view.update(bounded);
      return view.destroy;
    },
  },
  boundDrawn: {
    title: "a curve that a reader draws",
    size: [520, 440],
    table: () => boundTable(drawn),
    draw(root) {
      const show = (values: readonly number[]): void =>
        view.update({
          ...drawn,
          lines: [{ kind: "guess", label: "your curve", fractions: handles, values }],
          drawing: { handles, values },
        });
      let values = drawn.drawing?.values ?? [];
      const view = boundChart(root, {
        onDraw: (handle, value) => {
          values = values.map((old, i) => (i === handle ? value : old));
          show(values);
        },
        onReveal: () => view.update(bounded),
        onPoint: () => {},
      });
      show(values);
      return view.destroy;
    },
  },
  boundGuessed: {
    title: "curves of a room",
    size: [520, 440],
    table: () => boundTable(bounded),
    draw(root) {
      const view = boundChart(root, { onDraw: () => {}, onReveal: () => {}, onPoint: () => {} });
      const curve = (steep: number) => handles.map((at) => 1 - 0.5 * Math.exp(-steep * at));
      view.update({
        ...bounded,
        guesses: {
          fractions: handles,
          guessed: {
            own: null,
            open: false,
            room: [2, 4, 8, 16].map(curve),
            spread: { low: curve(3), median: curve(6), high: curve(12) },
          },
        },
      });
      return view.destroy;
    },
  },
  table2: {
    title: "Table 2",
    size: [400, 260],
    table: () => table2Table(table),
    draw(root) {
      const show = (chosen: string): void =>
        view.update({
          ...table,
          rows: table.rows.map((each) => ({ ...each, chosen: each.id === chosen })),
        });
      const view = table2(root, { onChoose: show });
      show("equivalence");
      return view.destroy;
    },
  },
  sampleMatrix: matrixOf("one sample", false),
  sampleMatrixMarked: matrixOf("pairs that a reader names", true),
  contradiction: {
    title: "a circle in an order",
    size: [390, 220],
    table: () => contradictionTable(circle),
    draw(root) {
      const view = contradiction(root, {});
      view.update(circle);
      return view.destroy;
    },
  },
};
