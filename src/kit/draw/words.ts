/** @file Counts and lists as words of a sentence. */
import { grouped } from "../../theory/grouped";

const WORDS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** "three"; from thirteen on in digits. */
export const inWords = (count: number): string => WORDS[count] ?? grouped(count);

/** "1 pair", "1,200 pairs" */
export const countOf = (count: number, what: string, many = `${what}s`): string =>
  `${grouped(count)} ${count === 1 ? what : many}`;

/** "a", "a and b", "a, b and c" */
export const listed = (words: readonly string[]): string =>
  words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;

/** A sentence begins with a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
