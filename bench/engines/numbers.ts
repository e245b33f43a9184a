/**
 * @file Numbers as they stand in a table.
 */

/** A number, or a dash where there is none. */
export const cell = (value: number | undefined): string =>
  value === undefined ? "–" : format(value);

/** Three digits: 1,280, 16.4, 0.712, 4.1e-2 below a hundredth part... */
export function format(value: number): string {
  if (value !== 0 && Math.abs(value) < 0.1) return value.toExponential(value < 1e-3 ? 0 : 1);
  return new Intl.NumberFormat("en", { maximumSignificantDigits: 3 }).format(value);
}
