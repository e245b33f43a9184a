/** @file The first thing that is wrong with a table, as a sentence for whoever gave it. */
import { quote } from "../settings";

/** Thrown where a table cannot be read, caught by `readTable` alone. */
export class Refusal extends Error {}

export function refuse(sentence: string): never {
  throw new Refusal(sentence);
}

/** A place of a table as it is counted in a spreadsheet, headings included, from 1. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export const at = ({ row, column }: Place): string => `row ${row}, column ${column}`;

/** A foreign value in quotation marks, however large it is. */
export const told = (value: unknown): string => {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return `“${quote(value ?? String(value))}”`;
};

/** "1 cell", "3 cells". */
export const counted = (count: number, what: string, many = `${what}s`): string =>
  `${count.toLocaleString("en")} ${count === 1 ? what : many}`;
