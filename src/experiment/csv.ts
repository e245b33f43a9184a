/**
 * @file Comma-separated values by RFC 4180, in which no cell is a formula to whichever program opens them.
 */

/** A text that begins so is a formula to a spreadsheet. */
const FORMULA = /^[=+\-@\t\r]/;

/** A number as it reads back; a text that no program runs. */
function cellText(cell: number | string | null): string {
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const text = cell === null ? "" : FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows below one of names; numbers that are not finite and null are empty cells. Each row ends in CR LF. */
export const csvOf = (
  names: readonly string[],
  rows: readonly (readonly (number | string | null)[])[],
): string => [names, ...rows].map((row) => `${row.map(cellText).join(",")}\r\n`).join("");
