/** @file Comma-separated values by RFC 4180, in which no cell is a formula to whichever program opens them. */
import Papa from "papaparse";
import { FORMULA } from "./table/formula";

const written = (cell: number | string | null) =>
  typeof cell === "number" && !Number.isFinite(cell) ? null : cell;

/** Rows below one of names; numbers that are not finite and null are empty cells. Each row ends in CR LF. */
export function csvOf(
  names: readonly string[],
  rows: readonly (readonly (number | string | null)[])[],
): string {
  const newline = "\r\n";
  const all = [[...names], ...rows.map((row) => row.map(written))];
  return Papa.unparse(all, { escapeFormulae: FORMULA, newline }) + newline;
}
