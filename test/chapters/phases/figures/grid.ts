/**
 * @file Pictures of phase diagrams: a made-up plane with every kind of cell, and a large one.
 */

import { type PhaseGridData, phaseGrid } from "../../../../src/chapters/phases/view/grid";
import type { Replica } from "../../../../src/chapters/phases/view/gridCells";
import { gridTable } from "../../../../src/chapters/phases/view/gridTable";
import { PHASES, type Phase } from "../../../../src/theory/phase";
import type { Figure } from "../../../gallery/figure";

const decided = (phase: Phase, changes: Partial<Extract<Replica, { kind: "decided" }>> = {}) =>
  ({ kind: "decided", phase, fellBack: false, diverged: false, wrong: false, ...changes }) as const;

/** Half-decades from 1e-5 to 1e-1. */
export const half = Array.from({ length: 9 }, (_, i) =>
  Number((10 ** (-5 + i / 2)).toPrecision(4)),
);

const lines = [
  {
    id: "ratio",
    label: ["ratio rule,", "slope +1"],
    chosen: true,
    reach: [-4, 4],
    x: 1,
    y: -1,
    at: -1.25,
  },
  {
    id: "paper",
    label: ["first version,", "product 10^{−7}"],
    chosen: false,
    reach: null,
    x: 1,
    y: 1,
    at: -7,
  },
] as const;

/** Made up: three seeds that differ only along the boundary, and one cell of each other kind. */
export function plane(): PhaseGridData {
  const cells = half.flatMap((_, x) =>
    half.map((_, y): readonly Replica[] => {
      if (x === 0 && y === 0)
        return [{ kind: "waiting" }, { kind: "waiting" }, { kind: "waiting" }];
      if (x === 1 && y === 0)
        return [0.2, 0.5, 0.9].map((share) => ({ kind: "training", share }) as const);
      if (x === 2 && y === 0)
        return PHASES.slice(0, 3).map((phase) => ({ kind: "inferred", phase }) as const);
      if (x === 3 && y === 0)
        return [
          decided("generalisation", { fellBack: true }),
          decided("confusion", { diverged: true }),
          decided("memorisation", { wrong: true }),
        ];
      if (y - x === 3)
        return [decided("memorisation"), decided("grokking"), decided("generalisation")];
      const phase = y > 7 ? "confusion" : y - x > 3 ? "memorisation" : "generalisation";
      return [decided(phase), decided(phase), decided(phase)];
    }),
  );
  return {
    name: "A made-up plane",
    x: { name: "encoder rate η_{enc}", values: half, log: true },
    y: { name: "decoder rate η_{dec}", values: half, log: true },
    cells,
    lines,
    steps: [],
    stepsChosen: false,
    aside: false,
    below: true,
    cursor: { column: 4, row: 2, seed: 0 },
    reading: ({ column, row, seed }) => `column ${column}, row ${row}, seed ${seed}.`,
  };
}

/** Made up: 21 x 21 cells of nine seeds, and a column of no decay. */
function large(): PhaseGridData {
  const values = Array.from({ length: 21 }, (_, i) => 10 ** (-5 + i / 5));
  const cells = values.flatMap((_, x) =>
    values.map((_, y) =>
      Array.from({ length: 9 }, (_, seed) => decided(PHASES[(x * 7 + y * 3 + seed) % 4])),
    ),
  );
  const x = { name: "decoder decay λ_{dec}", values: [0, ...values.slice(1)], log: true };
  return { ...plane(), x: { ...x, zero: "none" }, y: { ...plane().y, values }, cells, lines: [] };
}

const figure = (title: string, size: Figure["size"], data: PhaseGridData): Figure => ({
  title,
  size,
  table: () => gridTable(data),
  draw(root) {
    const view = phaseGrid(root, {});
    view.update(data);
    return view.destroy;
  },
});

export const phaseGridFigures: Readonly<Record<string, Figure>> = {
  phaseGrid: figure("a phase diagram", [620, 600], plane()),
  phaseGridGuessed: figure("guesses at the boundary", [620, 600], {
    ...plane(),
    guessed: {
      own: [0.3],
      open: true,
      room: [[0.01], [0.1], [3], [50]],
      spread: { low: [0.05], median: [0.5], high: [10] },
    },
  }),
  phaseGridLarge: figure("a large phase diagram", [620, 600], large()),
};
