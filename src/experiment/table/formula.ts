/**
 * @file What a spreadsheet would take for a formula is written with an apostrophe before it, which the reader takes
 * away again; what begins with apostrophes and then like a formula is given one more.
 */
export const FORMULA = /^'*[=+\-@\t\r]/;

/** The name that a cell says, without the apostrophe. */
export const undefused = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
