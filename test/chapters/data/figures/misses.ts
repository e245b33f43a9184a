/** @file Pairs that are wrong late in training, made up, of four elements. */
import { type MissMatrixData, missMatrix } from "../../../../src/chapters/data/view/missMatrix";
import { missMatrixTable } from "../../../../src/chapters/data/view/missMatrixTable";
import type { Figure } from "../../../gallery/figure";

/** Two neighbours and one further off, of eight networks. */
export const fourMissed: MissMatrixData = {
  n: 4,
  networks: 8,
  wrong: Int32Array.of(0, 2, 0, 0, 0, 0, 8, 1, 0, 0, 0, 0, 0, 0, 0, 0),
  heldOut: Int32Array.from({ length: 16 }, () => 4),
  heldOutWrong: Int32Array.of(0, 2, 0, 0, 0, 0, 4, 1, 0, 0, 0, 0, 0, 0, 0, 0),
  summary: "8 networks, made up.",
};

export const missFigures: Readonly<Record<string, Figure>> = {
  missMatrix: {
    title: "pairs that are wrong late in training",
    size: [300, 340],
    table: () => missMatrixTable(fourMissed),
    draw(root) {
      const view = missMatrix(root, {});
      view.update(fourMissed);
      return view.destroy;
    },
  },
};
