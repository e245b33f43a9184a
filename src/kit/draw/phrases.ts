/** @file Counts of things, and lists, within a sentence. */
import { grouped } from "../../theory/grouped";

/** "1 pair", "1,200 pairs" */
export const countOf = (count: number, what: string, many = `${what}s`): string =>
  `${grouped(count)} ${count === 1 ? what : many}`;

/** "a", "a and b", "a, b and c" */
export const listed = (words: readonly string[]): string =>
  words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
