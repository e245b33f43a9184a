/**
 * @file Any text or file as a relation, or the first thing that is wrong with it. Nothing is worked out, nothing is
 * written as HTML, and what is too large is refused before it is read.
 */
import { readEdges } from "./edgeTable";
import { readJson } from "./jsonTable";
import { readDigits, readMatrix } from "./matrixTable";
import { counted, Refusal, refuse } from "./refusal";
import { type Row, readSheet, type Sheet } from "./sheet";
import type { Table } from "./table";

export type TableRead = Table | { readonly error: string };

/** Room for 60 × 60 pairs with long names, written out. */
export const MOST_CHARACTERS = 500_000;

/** Of every length how many rows have it; the one that most have. */
function usualWidth(rows: readonly Row[]): number {
  const tally = new Map<number, number>();
  for (const { cells } of rows) tally.set(cells.length, (tally.get(cells.length) ?? 0) + 1);
  const most = Math.max(...tally.values());
  return [...tally.keys()].find((width) => tally.get(width) === most) ?? 0;
}

/** Rows of one length: empty cells beyond it are dropped, a heading that leaves out its corner is given one. */
function even({ rows, separator }: Sheet): Sheet {
  const width = usualWidth(rows);
  const fitted = rows.map(({ row, cells }, i) => {
    const spare = cells.slice(width).every((text) => text.trim() === "");
    const cornerless =
      i === 0 && cells.length === width - 1 && rows.length === width && cells[0].trim() !== "";
    if (cornerless) return { row, cells: ["", ...cells] };
    if (cells.length < width || !spare)
      refuse(`Row ${row} has ${counted(cells.length, "cell")} where most rows have ${width}.`);
    return { row, cells: cells.slice(0, width) };
  });
  return { rows: fitted, separator };
}

function read(given: string): Table {
  if (given.length > MOST_CHARACTERS)
    refuse(
      `${counted(given.length, "character")} are too many; a table of at most ${MOST_CHARACTERS.toLocaleString("en")} is read.`,
    );
  const text = given.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const nul = text.indexOf("\u0000");
  if (nul >= 0) {
    const lines = text.slice(0, nul).split("\n");
    refuse(
      `Row ${lines.length}, character ${lines[lines.length - 1].length + 1}: a character that no text has (NUL); this is no table as text.`,
    );
  }
  if (text.trim() === "") refuse("There is nothing in it.");
  if (/^\s*[[{]/.test(text)) return readJson(text);
  const sheet = readSheet(text);
  if (sheet.rows.every(({ cells }) => cells.every((cell) => cell.trim() === "")))
    refuse("There is nothing in it.");
  if (sheet.rows.every(({ cells }) => cells.length === 1)) {
    if (sheet.rows.every(({ cells: [digits] }) => /^\s*[01]{2,}\s*$/.test(digits)))
      return readDigits(sheet);
    return refuse(
      "There is one column only: cells are separated by commas, semicolons, tabs, bars or spaces.",
    );
  }
  const table = even(sheet);
  const width = table.rows[0].cells.length;
  return width === 2 || width === 3 ? readEdges(table) : readMatrix(table);
}

/** Total: any text gives a table or the first thing that is wrong with it, with row and column counted from 1. */
export function readTable(text: string): TableRead {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof Refusal) return { error: error.message };
    throw error;
  }
}
