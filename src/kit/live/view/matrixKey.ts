/**
 * @file The line under the matrix: what its marks mean, or the cell pointed at.
 */
import type { CellValues } from "./matrixCells";

const VALUE: Readonly<Record<CellValues["show"], string>> = {
  truth: "R = 1",
  prediction: "P = 0 to 1",
  errors: "|P − R|",
};

export interface MatrixKey {
  show(what: CellValues["show"], split: boolean): void;
  /** Null shows the meaning of the marks again. */
  read(cell: string | null): void;
}

export function makeMatrixKey(caption: HTMLElement): MatrixKey {
  caption.innerHTML =
    `<span class="key"><i class="swatch"></i><span></span></span>` +
    `<span class="key" data-thing="held-out"><i class="swatch held"></i>held out</span>` +
    `<span class="reading"></span>`;
  const [value, held, reading] = caption.children as unknown as HTMLElement[];
  return {
    show(what, split) {
      caption.dataset.show = what;
      held.hidden = !split;
      (value.lastChild as HTMLElement).textContent = VALUE[what];
    },
    read(cell) {
      caption.classList.toggle("reads", cell !== null);
      if (reading.textContent !== (cell ?? "")) reading.textContent = cell ?? "";
    },
  };
}
