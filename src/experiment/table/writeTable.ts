/**
 * @file A relation as a file that `readTable` reads back: the same pairs, the same names.
 *
 * Shapes: n elements.
 */
import { csvOf } from "../csv";

const rowsOf = (n: number, truth: ArrayLike<number>): number[][] =>
  Array.from({ length: n }, (_, x) => Array.from({ length: n }, (_, y) => truth[x * n + y]));

/** An adjacency matrix with names in its first row and column. `truth` is [n * n] of 0 and 1, `names` [n]. */
export const tableCsv = (truth: ArrayLike<number>, names: readonly string[]): string =>
  csvOf(
    ["", ...names],
    rowsOf(names.length, truth).map((row, x) => [names[x], ...row]),
  );

/** The same as JSON, a row of the matrix on each line. */
export function relationFile(truth: ArrayLike<number>, names: readonly string[]): string {
  const n = names.length;
  const rows = rowsOf(n, truth).map((row) => `    ${JSON.stringify(row)}`);
  const head = `  "kind": "relation",\n  "n": ${n},\n  "names": ${JSON.stringify(names)},`;
  return `{\n${head}\n  "matrix": [\n${rows.join(",\n")}\n  ]\n}\n`;
}
