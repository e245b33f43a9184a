/**
 * @file A table with a row and a column for each element. A heading of names may stand above it, before it, or both.
 *
 * Shapes: n elements; a sheet of r rows and c columns.
 */
import { cleanName } from "../names";
import { isWord } from "./cell";
import { counted, refuse, told } from "./refusal";
import type { Row, Sheet } from "./sheet";
import { checkCount, checkNames, finish, makeNotes, type Notes, type Table } from "./table";

const blank = (text: string): boolean => text.trim() === "";

/** Whether most of these cells can only be headings. */
const areWords = (cells: readonly string[]): boolean =>
  cells.length > 0 && cells.filter(isWord).length > cells.length / 2;

const heads = (rows: readonly Row[]): string[] => rows.map(({ cells }) => cells[0]);

/** Whether names above and before a table are the same, none twice: names that could be numbers. */
const sameHeads = (above: readonly string[], before: readonly string[]): boolean =>
  above.length === before.length &&
  above.every((text, i) => !blank(text) && cleanName(text) === cleanName(before[i])) &&
  new Set(above.map(cleanName)).size === above.length;

/** 0, 1, 2... or 1, 2, 3...: rows that are counted, not named. */
const isCount = (names: readonly string[]): boolean =>
  names.every((name, i) => name === String(i)) || names.every((name, i) => name === String(i + 1));

/** Whether these can be names: words, or numbers none of which comes twice. */
const canHead = (cells: readonly string[]): boolean =>
  areWords(cells) || new Set(cells.map(cleanName)).size === cells.length;

/** Rows of nothing but separators below the table, and a column of nothing at its right, are no part of it. */
function trimmed(rows: readonly Row[]): readonly Row[] {
  const width = rows[0].cells.length;
  const empty = ({ cells }: Row) => cells.every(blank);
  const most = canHead(rows[0].cells) ? width + 1 : width;
  let last = rows.length;
  while (last > most && empty(rows[last - 1])) last--;
  const kept = rows.slice(0, last);
  const before = !blank(rows[0].cells[0]) && canHead(heads(kept));
  const spare = areWords(rows[0].cells.slice(0, -1)) || width > (before ? last + 1 : last);
  return spare && kept.every(({ cells }) => blank(cells[width - 1]))
    ? kept.map(({ row, cells }) => ({ row, cells: cells.slice(0, -1) }))
    : kept;
}

/** Which headings there are: what the shape leaves open, the cells tell. */
function headings(rows: readonly Row[]): { readonly above: boolean; readonly before: boolean } {
  const [r, c] = [rows.length, rows[0].cells.length];
  if (r === c + 1) return { above: true, before: false };
  if (c === r + 1) return { above: false, before: true };
  const [corner, ...above] = rows[0].cells;
  const before = heads(rows.slice(1));
  const headed = blank(corner) || isWord(corner) || areWords(above);
  const both =
    r === c && headed && (areWords(above) || areWords(before) || sameHeads(above, before));
  return { above: both, before: both };
}

/** Names before the rows that are those above the columns in another order: where each column belongs. [n] */
function orderOf(
  above: readonly string[],
  before: readonly string[],
  rows: readonly Row[],
): number[] {
  const order = before.map((name) => above.indexOf(name));
  const missing = order.indexOf(-1);
  if (missing >= 0)
    refuse(
      `Row ${rows[missing].row}, column 1: ${told(before[missing])} is the name of a row, but of no column.`,
    );
  return order;
}

/** Names and the order of columns of a table with headings. */
function namesOf(rows: readonly Row[], headed: ReturnType<typeof headings>, notes: Notes) {
  const body = headed.above ? rows.slice(1) : rows;
  const first = headed.before ? 1 : 0;
  const column = (x: number) => `row ${rows[0].row}, column ${x + first + 1}`;
  const row = (x: number) => `row ${body[x].row}, column 1`;
  const read = (texts: readonly string[], where: (x: number) => string) => {
    const names = texts.map((text, x) => notes.name(text, where(x)));
    checkNames(names, where);
    return names;
  };
  const above = headed.above ? read(rows[0].cells.slice(first), column) : null;
  const before = headed.before ? read(heads(body), row) : null;
  if (!above || !before) return { names: above ?? before, order: null };
  if (isCount(before) && !isCount(above)) return { names: above, order: null };
  if (isCount(above) && !isCount(before)) return { names: before, order: null };
  const order = orderOf(above, before, body);
  const moved = order.some((from, to) => from !== to);
  if (moved) notes.say("The columns were put into the order of the rows.");
  return { names: before, order: moved ? order : null };
}

const WHERE = { both: "names in its first row and column", above: "names in its first row" };

function formOf({ above, before }: ReturnType<typeof headings>, separator: string): string {
  const named = above ? (before ? WHERE.both : WHERE.above) : "names in its first column";
  return `an adjacency matrix${above || before ? ` with ${named}` : ""}, separated by ${separator}`;
}

/** Throws what is wrong first. Rows are equally long. */
export function readMatrix({ rows: given, separator }: Sheet): Table {
  const rows = trimmed(given);
  const [r, c] = [rows.length, rows[0].cells.length];
  if (Math.abs(r - c) > 1)
    refuse(
      `${counted(r, "row")} and ${counted(c, "column")}: a matrix has as many rows as columns, and one more of either where there are names; a list of pairs has two or three columns.`,
    );
  const headed = headings(rows);
  const body = headed.above ? rows.slice(1) : rows;
  const n = body.length;
  const form = formOf(headed, separator);
  checkCount(n, form);
  const notes = makeNotes();
  const { names, order } = namesOf(rows, headed, notes);
  const first = headed.before ? 1 : 0;
  const truth = new Uint8Array(n * n);
  body.forEach(({ row, cells }, x) => {
    for (let y = 0; y < n; y++) {
      const column = first + (order ? order[y] : y);
      truth[x * n + y] = notes.bit(cells[column], { row, column: column + 1 });
    }
  });
  return finish(names, truth, form, notes);
}

const DIGITS = "an adjacency matrix, one digit a pair";

/** A matrix without separators: a digit for each pair. */
export function readDigits({ rows }: Sheet): Table {
  const n = rows.length;
  checkCount(n, DIGITS);
  const notes = makeNotes();
  const truth = new Uint8Array(n * n);
  rows.forEach(({ row, cells: [text] }, x) => {
    const digits = text.trim();
    if (digits.length !== n)
      refuse(
        `Row ${row} has ${counted(digits.length, "digit")} where there are ${n} rows: a matrix has as many rows as columns.`,
      );
    for (let y = 0; y < n; y++) truth[x * n + y] = Number(digits[y]);
  });
  return finish(null, truth, DIGITS, notes);
}
