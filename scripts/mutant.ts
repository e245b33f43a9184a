/**
 * @file A fault to put into the sources on purpose: one edit of one file, and the tests that should notice it.
 */

export interface Mutant {
  /** Path from the root of the repository, as are those of `tests`. */
  readonly file: string;
  /** The exact text that is replaced; it must occur once in the file, or once after `after`. */
  readonly from: string;
  readonly to: string;
  /** A text that occurs once in the file: `from` is then sought behind it alone, and the first one taken. */
  readonly after?: string;
  /** What is wrong with the faulty code, in a sentence. */
  readonly what: string;
  /** Test files, not of the built page, of which at least one must fail. */
  readonly tests: readonly string[];
}

/** How often `part` occurs in `text`. */
const occurrences = (text: string, part: string): number => text.split(part).length - 1;

/** `source` with the fault in it; throws a sentence where the edit does not apply. */
export function faulty(source: string, { file, from, to, after }: Mutant): string {
  const stale = (why: string) => new Error(`${file}: ${why}`);
  if (from === "" || from === to) throw stale("the edit changes nothing");
  let start = 0;
  if (after !== undefined) {
    const count = occurrences(source, after);
    if (count !== 1) throw stale(`"${after}" occurs ${count} times, not once`);
    start = source.indexOf(after) + after.length;
  } else {
    const count = occurrences(source, from);
    if (count !== 1) throw stale(`"${from}" occurs ${count} times, not once`);
  }
  const place = source.indexOf(from, start);
  if (place < 0) throw stale(`"${from}" does not occur after "${after}"`);
  return source.slice(0, place) + to + source.slice(place + from.length);
}

/** The project of vitest.config.ts that a test file belongs to. Tests of the built page are too slow for this. */
export const projectOf = (test: string): "browser" | "node" =>
  /\.browser\.test\.tsx?$/.test(test) ? "browser" : "node";
