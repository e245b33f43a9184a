/**
 * @file Names of the elements of a relation of one's own. They come from outside, so they are one line, short, and
 * without characters that nobody sees or that turn the writing round.
 */
import { PARAMS } from "./params";

/** How long a name may be, in characters. */
export const NAME_ROOM = 40;

/** As many names as a relation may have elements. */
export const MOST_NAMES = PARAMS.n.max;

/** Control characters, marks of direction, what has no width, halves of characters. Joiners of emoji and of Persian stay. */
const UNSEEN =
  /[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/** One line in normal form (NFC), without what is not seen; may be empty, may be longer than `NAME_ROOM`. */
export const cleanName = (text: string): string =>
  text.replace(/\s+/g, " ").replace(UNSEEN, "").normalize("NFC").replace(/\s+/g, " ").trim();

/** Whether a name is its element’s number, which needs no name. */
const isNumber = (name: string, x: number): boolean => name === String(x);

/** Null where every name is its element’s number. [n] */
export const namedOrNull = (names: readonly string[]): readonly string[] | null =>
  names.every(isNumber) ? null : names;
