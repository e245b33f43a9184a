/** @file What one cell of a table says: that a pair is related, that it is not, or why neither. */

/** `plain` is a 0 or a 1 by whatever word; a `weight` is any other number; `blank` is nothing at all. */
export type Cell =
  | { readonly bit: 0 | 1; readonly kind: "plain" | "weight" | "blank" }
  | { readonly reason: string };

const YES = "1 true yes y t x × ✓ ✔ + * • ●".split(" ");
const NO = "0 false no n f - – — − . · ○".split(" ");
const MISSING = "nan na n/a null none undefined nil ? inf infinity ∞".split(" ");

/** With a point or a comma, thousands in groups of three, an exponent, a percent sign. */
const NUMBER =
  /^([+\-−]?)((?:\d+|\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+)(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d{1,4})?\s?%?$/;

export function readCell(text: string): Cell {
  const word = text.trim().toLowerCase();
  if (word === "") return { bit: 0, kind: "blank" };
  if (YES.includes(word)) return { bit: 1, kind: "plain" };
  if (NO.includes(word)) return { bit: 0, kind: "plain" };
  if (word.startsWith("="))
    return { reason: "is a formula, and formulas are not worked out here; paste its value" };
  if (word.startsWith("#")) return { reason: "is a spreadsheet’s error, neither 0 nor 1" };
  if (MISSING.includes(word.replace(/^[+-]/, "")))
    return { reason: "is no number; every pair needs a 0 or a 1" };
  const number = NUMBER.exec(word);
  if (!number) return { reason: "is neither 0 nor 1, nor any other number" };
  const [, sign, digits] = number;
  if (!/[1-9]/.test(digits)) return { bit: 0, kind: "plain" };
  if (sign === "-" || sign === "−")
    return { reason: "is negative; a pair is related, 1, or not, 0" };
  return { bit: 1, kind: /^\+?1([.,]0*)?$/.test(word) ? "plain" : "weight" };
}

/** Whether a cell can only be a heading. */
export const isWord = (text: string): boolean => "reason" in readCell(text);
