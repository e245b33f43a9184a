/**
 * @file Whole numbers as a reader sees them.
 */

/** "12,345". Not by Intl, whose tables take 20 ms to load: the page's first drawing would wait. */
export const grouped = (x: number): string =>
  String(Math.round(x)).replace(/\B(?=(\d{3})+$)/g, ",");
