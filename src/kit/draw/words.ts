/** @file A count as a word, and a sentence's capital. */
import { grouped } from "../../theory/grouped";

const WORDS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** "three"; from thirteen on in digits. */
export const inWords = (count: number): string => WORDS[count] ?? grouped(count);

/** A sentence begins with a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
