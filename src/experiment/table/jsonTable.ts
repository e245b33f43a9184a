/** @file A relation as JSON: rows of values, or pairs, with or without names. */

import { type Edge, tableOf } from "./edgeTable";
import { counted, refuse, told } from "./refusal";
import { checkCount, checkNames, finish, makeNotes, type Notes, type Table } from "./table";

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Keys under which a pair has its two ends. */
const ENDS = ["x y", "source target", "from to"].map((keys) => keys.split(" "));
/** Keys under which it has whether, or how much. */
const VALUES = ["value", "weight", "r", "R"] as const;

/** A value as the text of a cell; null has no text of its own. */
function cellText(value: unknown, where: string): string {
  if (typeof value === "object" && value !== null)
    refuse(`${where}: ${told(value)} stands where a 0 or a 1 is wanted.`);
  return value === null ? "null" : String(value);
}

function nameText(value: unknown, where: string): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  return refuse(`${where}: ${told(value)} stands where a name is wanted.`);
}

function readNames(data: unknown, notes: Notes): string[] | undefined {
  if (data === undefined || data === null) return undefined;
  if (!Array.isArray(data)) refuse(`“names” is ${told(data)}; it must be a list.`);
  const where = (x: number) => `name ${x + 1}`;
  const names = data.map((name, x) => notes.name(nameText(name, `Name ${x + 1}`), where(x)));
  checkNames(names, where);
  return names;
}

function readRows(rows: readonly unknown[], names: readonly string[] | undefined, notes: Notes) {
  const n = rows.length;
  const form = `JSON, a matrix${names ? " with names" : ""}`;
  checkCount(n, form);
  if (names && names.length !== n)
    refuse(`${counted(names.length, "name")} for ${counted(n, "row")}: every row needs one.`);
  const truth = new Uint8Array(n * n);
  rows.forEach((cells, x) => {
    if (!Array.isArray(cells))
      refuse(`Row ${x + 1} is ${told(cells)}; it must be a list of ${n} values.`);
    if (cells.length !== n)
      refuse(
        `Row ${x + 1} has ${counted(cells.length, "value")} where there are ${n} rows: a matrix has as many rows as columns.`,
      );
    for (const [y, value] of cells.entries()) {
      const text = cellText(value, `Row ${x + 1}, column ${y + 1}`);
      truth[x * n + y] = notes.bit(text, { row: x + 1, column: y + 1 });
    }
  });
  return finish(names ?? null, truth, form, notes);
}

/** The two ends of a pair and its value, as they stand there. */
function endsOf(edge: unknown, where: string): readonly unknown[] {
  if (Array.isArray(edge)) {
    if (edge.length === 2 || edge.length === 3) return edge;
    return refuse(
      `${where} has ${counted(edge.length, "entry", "entries")}; it must have two, or three with a value.`,
    );
  }
  if (!isObject(edge)) return refuse(`${where} is ${told(edge)}; it must be a pair.`);
  const keys = ENDS.find(([x, y]) => Object.hasOwn(edge, x) && Object.hasOwn(edge, y));
  if (!keys) return refuse(`${where} has neither x and y, nor source and target, nor from and to.`);
  const value = VALUES.find((key) => Object.hasOwn(edge, key));
  return [edge[keys[0]], edge[keys[1]], ...(value ? [edge[value]] : [])];
}

function readPairs(pairs: readonly unknown[], names: readonly string[] | undefined, notes: Notes) {
  const element = (end: unknown, where: string): string => {
    if (names && typeof end === "number") {
      if (Number.isInteger(end) && end >= 0 && end < names.length) return names[end];
      return refuse(
        `${where}: there is no element ${told(end)}; they are counted from 0 to ${names.length - 1}.`,
      );
    }
    const name = notes.name(nameText(end, where), where.toLowerCase());
    if (names && !names.includes(name)) refuse(`${where}: ${told(name)} is none of the names.`);
    return name;
  };
  const edges = pairs.map((edge, i): Edge => {
    const where = `Pair ${i + 1}`;
    const [x, y, value] = endsOf(edge, where);
    const text = value === undefined ? "1" : cellText(value, where);
    return {
      x: element(x, where),
      y: element(y, where),
      bit: notes.bit(text, { row: i + 1, column: 3 }, where.toLowerCase()),
      where: where.toLowerCase(),
    };
  });
  return tableOf(edges, `JSON, a list of pairs${names ? " with names" : ""}`, notes, names);
}

/** Throws what is wrong first. */
export function readJson(text: string): Table {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    refuse(
      `This begins as JSON does, and is not valid JSON: ${(error as Error).message.replace(/\s+/g, " ").slice(0, 120)}.`,
    );
  }
  const notes = makeNotes();
  if (Array.isArray(data)) {
    const [first] = data;
    const pairs =
      isObject(first) || (Array.isArray(first) && first.length < 4 && data.length !== first.length);
    return pairs ? readPairs(data, undefined, notes) : readRows(data, undefined, notes);
  }
  if (!isObject(data)) return refuse(`This is ${told(data)}, no table.`);
  const names = readNames(data.names, notes);
  if (Array.isArray(data.matrix)) return readRows(data.matrix, names, notes);
  const list = data.edges ?? data.pairs ?? data.links;
  if (Array.isArray(list)) return readPairs(list, names, notes);
  return refuse("The JSON has neither “matrix”, a list of rows, nor “edges”, a list of pairs.");
}
