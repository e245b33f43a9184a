/**
 * @file Numbers as people type them: "0,01", "10.000", "−3", "10⁻³", "1.5 × 10^4", "١٢".
 */

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** "⁻³" as "^-3". */
const lowered = (power: string): string =>
  `^${[...power].map((c) => ({ "⁻": "-", "⁺": "" })[c] ?? RAISED.indexOf(c)).join("")}`;

const isDigit = (code: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(code));

/** Decimal digits of any script stand in rows of ten that begin at a code ending in 0 or in 6 (hexadecimal). */
function digitOf(character: string): string {
  const code = character.codePointAt(0) as number;
  const row = code & ~15;
  return String(isDigit(row) ? code - row : code - row - 6);
}

/** In one script, with one kind of minus, without spaces and marks of direction. */
const plain = (text: string): string =>
  text
    .replace(/[⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, lowered)
    .normalize("NFKC")
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\u066B/g, ".")
    .replace(/\u066C/g, ",")
    .replace(/[\s'’_\p{Cf}]/gu, "");

/** Whole digits, in groups of three or without groups. */
const WHOLE = /^(\d+|\d{1,3}(\.\d{3})+|\d{1,3}(,\d{3})+)$/;

const last = (text: string, mark: string): number => text.lastIndexOf(mark);

/** Where the decimals begin, as an index of their mark; -1 where there are none. */
function decimalsAt(digits: string, whole: boolean): number {
  const marks = digits.match(/[.,]/g) ?? [];
  const at = Math.max(last(digits, "."), last(digits, ","));
  if (new Set(marks).size === 2) return marks.at(-1) === marks.at(-2) ? -1 : at;
  const groups = marks.length > 1 || (whole && /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits));
  return groups ? -1 : at;
}

/**
 * The number that a text stands for; NaN where it is none. Where a `whole` number is wanted a mark before three
 * digits separates thousands ("10.000" steps); otherwise it is before decimals.
 */
export function readTyped(text: string, whole = false): number {
  const written = plain(text);
  const power = /^(?:(.+?)[·×*x])?10\^\(?(-?\d{1,3})\)?$/i.exec(written);
  const scaled = /^(.*?)(?:e([+-]?\d{1,3}))?$/i.exec(written) as RegExpExecArray;
  const mantissa = power ? (power[1] ?? "1") : scaled[1];
  const exponent = (power ?? scaled)[2] ?? "0";
  const [, sign = "", digits = ""] = /^([+-]?)([\d.,]*)$/.exec(mantissa) ?? [];
  const at = decimalsAt(digits, whole && exponent === "0");
  const units = at < 0 ? digits : digits.slice(0, at);
  const decimals = at < 0 ? "" : digits.slice(at + 1);
  const valid = (units === "" ? decimals !== "" : WHOLE.test(units)) && /^\d*$/.test(decimals);
  if (!valid) return Number.NaN;
  return Number(`${sign}${units.replace(/[.,]/g, "") || "0"}.${decimals || "0"}e${exponent}`);
}
