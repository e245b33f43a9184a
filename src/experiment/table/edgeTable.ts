/**
 * @file A list of pairs: x, y and, where there is a third column, whether or how much.
 *
 * Shapes: n elements.
 */
import { readCell } from "./cell";
import { counted, refuse, told } from "./refusal";
import type { Row, Sheet } from "./sheet";
import { capital, checkCount, finish, makeNotes, type Notes, type Table } from "./table";

/** One pair as it was given. */
export interface Edge {
  readonly x: string;
  readonly y: string;
  readonly bit: 0 | 1;
  /** Where it stands, for an error: “row 3”. */
  readonly where: string;
}

/** Words over the two columns of a list. */
const HEADINGS: readonly string[] = [
  "x y",
  "from to",
  "source target",
  "source destination",
  "subject object",
  "parent child",
  "winner loser",
  "left right",
  "giver receiver",
  "predator prey",
  "node1 node2",
  "id1 id2",
];

/** Whether the first row names the columns: by the words for that, or by a third cell that is no value. */
function isHeaded([head, ...rest]: readonly Row[]): boolean {
  const [x, y, value] = head.cells.map((text) => text.trim().toLowerCase());
  const words = HEADINGS.includes(`${x} ${y}`);
  const again = rest.some(({ cells }) =>
    cells.slice(0, 2).some((text) => [x, y].includes(text.trim().toLowerCase())),
  );
  return (words && !again) || (value !== undefined && value !== "" && !again && isHead(value));
}

/** A word over the values: letters that are no answer. */
const isHead = (text: string): boolean =>
  "reason" in readCell(text) && /^\p{L}[\p{L}\d _()-]*$/u.test(text);

const WHOLE = /^(0|[1-9]\d{0,8})$/;
const MOST_GAPS = 60;

/**
 * Elements that are whole numbers stand in their order; numbered from 0 or 1 they are all there up to the last,
 * also those that no pair names. Others stand as they come.
 */
function elementsOf(edges: readonly Edge[], notes: Notes): string[] {
  const found = [...new Set(edges.flatMap(({ x, y }) => [x, y]))];
  if (!found.every((name) => WHOLE.test(name))) return found;
  const numbers = found.map(Number).sort((a, b) => a - b);
  const [first, last] = [numbers[0], numbers[numbers.length - 1]];
  if (first > 1 || last >= first + MOST_GAPS) return numbers.map(String);
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const gaps = all.filter((x) => !numbers.includes(x));
  if (gaps.length > 0)
    notes.say(
      `Numbers that no pair names are elements too, related to nothing: ${gaps.join(", ")}.`,
    );
  return all.map(String);
}

/** Throws what is wrong first. `known` are the elements where they are named apart. */
export function tableOf(
  edges: readonly Edge[],
  form: string,
  notes: Notes,
  known?: readonly string[],
): Table {
  if (edges.length === 0 && !known) refuse("There are no pairs in it.");
  const names = known ?? elementsOf(edges, notes);
  const n = names.length;
  checkCount(n, form);
  const index = new Map(names.map((name, x) => [name, x]));
  const truth = new Uint8Array(n * n);
  const given = new Map<number, string>();
  let again = 0;
  for (const { x, y, bit, where } of edges) {
    const pair = (index.get(x) ?? 0) * n + (index.get(y) ?? 0);
    const before = given.get(pair);
    if (before !== undefined) again++;
    if (before !== undefined && truth[pair] !== bit)
      refuse(
        `${capital(where)}: the pair ${told(x)}, ${told(y)} was given before, in ${before}, with another value.`,
      );
    given.set(pair, where);
    truth[pair] = bit;
  }
  if (again > 0) notes.say(`${counted(again, "pair")} stood there more than once.`);
  return finish(
    names,
    truth,
    `${form}, ${counted(given.size, "pair")}, first related to second`,
    notes,
  );
}

export function readEdges({ rows, separator }: Sheet): Table {
  const notes = makeNotes();
  const width = rows[0].cells.length;
  const headed = isHeaded(rows);
  const body = headed ? rows.slice(1) : rows;
  const valued = width === 3 && body.some(({ cells }) => cells[2].trim() !== "");
  const edges = body.map(({ row, cells }): Edge => {
    const [x, y] = [0, 1].map((i) => notes.name(cells[i], `row ${row}, column ${i + 1}`));
    const place = { row, column: 3 };
    if (valued && cells[2].trim() === "")
      refuse(
        `Row ${row}, column 3: a value is missing; write 1 for a pair that is related, 0 for one that is not.`,
      );
    return { x, y, bit: valued ? notes.bit(cells[2], place) : 1, where: `row ${row}` };
  });
  const head = headed ? " under a heading" : "";
  const value = valued ? " with values" : "";
  return tableOf(edges, `a list of pairs${value}${head}, separated by ${separator}`, notes);
}
