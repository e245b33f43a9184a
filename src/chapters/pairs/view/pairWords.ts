/**
 * @file Numbers in the words of the pictures of pairs.
 */

export const degrees = (radians: number): string => `${((radians * 180) / Math.PI).toFixed(0)}°`;
/** A factor of at least 1. */
export const factor = (x: number): string =>
  x === Infinity ? "∞" : x < 10 ? x.toFixed(2) : x < 1000 ? x.toFixed(0) : "over 1,000";
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const raised = (power: string): string =>
  [...power].map((c) => (c === "-" ? "⁻" : RAISED[Number(c)])).join("");

/** A distance in two or three digits. */
export function small(x: number): string {
  if (x === 0) return "0";
  if (x === Infinity) return "∞";
  if (x >= 0.01) return x < 1000 ? x.toFixed(3) : x.toExponential(1).replace("e+", "e");
  const [digits, power] = x.toExponential(1).split("e");
  return `${digits}·10${raised(power)}`;
}
