/**
 * @file The cells of a square matrix, as a reader goes through them by arrow keys.
 */
export type Cell = readonly [row: number, column: number];

/** Rows and columns that an arrow key goes on by. */
export const ARROWS: Readonly<Record<string, Cell>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export const sameCell = (a: Cell | null, b: Cell | null): boolean =>
  a?.[0] === b?.[0] && a?.[1] === b?.[1];

/** The cell of n x n that an arrow key leads to: from nowhere, the first. */
export function nextCell(cell: Cell | null, key: string, n: number): Cell {
  const inside = (i: number) => Math.max(0, Math.min(n - 1, i));
  const [down, right] = ARROWS[key];
  return cell ? [inside(cell[0] + down), inside(cell[1] + right)] : [0, 0];
}

/** All cells of a straight line, its ends included, without a gap (Bresenham). */
export function lineOfCells([row, column]: Cell, [toRow, toColumn]: Cell): Cell[] {
  const [rows, columns] = [Math.abs(toRow - row), Math.abs(toColumn - column)];
  const [down, right] = [Math.sign(toRow - row), Math.sign(toColumn - column)];
  const cells: Cell[] = [[row, column]];
  let error = columns - rows;
  let [i, j] = [row, column];
  while (i !== toRow || j !== toColumn) {
    const twice = 2 * error;
    if (twice > -rows) {
      error -= rows;
      j += right;
    }
    if (twice < columns) {
      error += columns;
      i += down;
    }
    cells.push([i, j]);
  }
  return cells;
}
