/**
 * @file How a program is put together: a piece of it is there if what follows names it.
 */

/** A definition that other parts of a program may use. */
export interface Piece {
  /** What it defines, a Python name. */
  readonly name: string;
  readonly text: string;
}

const names = (text: string, name: string): boolean => new RegExp(`\\b${name}\\b`).test(text);

/** Those of `pieces` that `body`, or a later one of them that is needed, names; in their order. */
export function needed(pieces: readonly Piece[], body: string): Piece[] {
  const found: Piece[] = [];
  let text = body;
  for (const piece of [...pieces].reverse()) {
    if (!names(text, piece.name)) continue;
    found.unshift(piece);
    text += piece.text;
  }
  return found;
}

/** A heading between the parts of a program. */
export const heading = (words: string): string => `# ${words} `.padEnd(88, "-");

/** Text without the lines that are empty because something is not there, in Python's two blank lines. */
export const paragraphs = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join("\n\n\n");
