/** @file Whole numbers as exponents of running text: "⁻³". */

const DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

export const raised = (power: number): string =>
  [...String(power)].map((c) => (c === "-" ? "⁻" : DIGITS[Number(c)])).join("");
