/**
 * @file Whole numbers as a reader sees them.
 */

/** "12,345". Not by Intl: the page's first drawing would wait for its tables. */
export const grouped = (x: number): string =>
  String(Math.round(x)).replace(/\B(?=(\d{3})+$)/g, ",");
