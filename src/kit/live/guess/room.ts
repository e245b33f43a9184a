/**
 * @file The guesses of a room: links found in any text that is pasted, such as the log of a chat. No
 * server keeps them.
 */
import { createStore } from "zustand/vanilla";
import { type Quartiles, quartilesOf } from "../../../theory/spread";
import { withoutEnd } from "../model/bent";
import type { Codec } from "../model/codec";
import type { Link } from "../model/link";
import { perPage } from "../model/perPage";
import { formOf, type Guess, type GuessKind, guessOf } from "./guess";

export interface Room {
  /** What was pasted. Written by actions. */
  readonly pasted: string;
}

export const roomOf = perPage(() => createStore<Room>(() => ({ pasted: "" })));

/** Fragments of links in a text: what follows "#", without what a chat puts around a link. */
export function fragmentsIn(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const found = line
      .replace(/&amp;/g, "&")
      .split(/[\s<>()[\]{}"'`|“”‘’«»]+/)
      .filter((word) => word.includes("=", word.indexOf("#") + 1) && word.includes("#"))
      .map((word) => withoutEnd(word, /[.,;:!?…*_~]$/));
    return [...new Set(found)].map((word) => word.slice(word.indexOf("#") + 1));
  });
}

export interface RoomGuesses {
  /** Those about the question. */
  readonly taken: readonly Guess[];
  /** Links of this page: to another question, without a guess, and not to be read. */
  readonly others: number;
  readonly bare: number;
  readonly broken: number;
  /** Links beyond the most that are read. */
  readonly unread: number;
}

/** So many links are read: thirty rooms send no more. */
const MOST_LINKS = 1000;

/** Reads every link of a text; `answers` tells whether a guess is about the question. */
export function readRoom(
  text: string,
  { decode }: Pick<Codec, "decode">,
  answers: (guess: Guess, link: Link) => boolean,
): RoomGuesses {
  const taken: Guess[] = [];
  const counts = { others: 0, bare: 0, broken: 0 };
  const fragments = fragmentsIn(text);
  for (const fragment of fragments.slice(0, MOST_LINKS)) {
    const entries = new URLSearchParams(fragment);
    const guessed = entries.has("guess");
    if (!guessed && !["v", "chapter", "scene"].some((key) => entries.has(key))) continue;
    const { link, notices } = decode(fragment);
    const guess = guessOf(link);
    if (!guessed) counts.bare += 1;
    else if (!guess || notices.length > 0) counts.broken += 1;
    else if (answers(guess, link)) taken.push(guess);
    else counts.others += 1;
  }
  return { taken, ...counts, unread: Math.max(0, fragments.length - MOST_LINKS) };
}

/** As many numbers as the kind has; what never comes lies beyond all. */
export const numbersOf = ({ kind, values }: Guess, of: GuessKind): readonly number[] =>
  kind === of ? values : Array.from({ length: formOf(of).count[0] }, () => Infinity);

/** The middle of many guesses and of their halves, number by number. */
export type GuessSpread = Readonly<Record<keyof Quartiles, readonly number[]>>;

/** null for no guesses, or of numbers that do not stand for one another. */
export function spreadOfGuesses(guesses: readonly (readonly number[])[]): GuessSpread | null {
  const [first] = guesses;
  if (!first || guesses.some(({ length }) => length !== first.length)) return null;
  const each = first.map((_, i) => quartilesOf(guesses.map((values) => values[i])));
  const of = (key: keyof Quartiles) => each.map((quartiles) => quartiles[key]);
  return { low: of("low"), median: of("median"), high: of("high") };
}
