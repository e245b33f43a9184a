/**
 * @file What a chapter asks its readers to guess: the question, what is true, and how far off a guess is.
 */
import { join, type Readable } from "../../state/join";
import type { Link } from "../model/link";
import { type PerPage, perPage } from "../model/perPage";
import type { State, Store } from "../model/store";
import type { Guess, GuessKind } from "./guess";
import { type Room, roomOf } from "./room";

/** How far a guess is from the truth. */
export interface Judgement {
  /** In the measure of the question; 0 is right. */
  readonly off: number;
  /** Goes after “is”: "1.3 times too late". */
  readonly words: string;
  /** What is true, or how it is measured: "it was step 335". */
  readonly more?: string;
}

/** What every question reads. */
export interface GuessState {
  readonly page: State;
  readonly guesses: Room;
}

export const guessState = perPage((page) => join<GuessState>({ page, guesses: roomOf(page) }));

export interface GuessQuestion<S extends GuessState> {
  readonly of: PerPage<Readable<S>>;
  /** Kinds of guess that answer it, the one with numbers first. */
  readonly kinds: readonly GuessKind[];
  /** Links with the same text have the same question. */
  about(link: Link, state: S): string;
  /** The question, and how it is answered in the picture. */
  ask(state: S): string;
  /** Where a guess begins; null where there is nothing to guess now. */
  first(state: S): Guess | null;
  /** Why a guess cannot answer it; null where it can. */
  refuses?(guess: Guess, state: S): string | null;
  /** null while the truth is not known. */
  judge(guess: Guess, state: S): Judgement | null;
  /** A guess in words: "step 420". */
  say(guess: Guess): string;
  /** Up to here a guess is near, and what that is: "a factor of 1.5". */
  readonly near: { readonly off: number; readonly words: string };
  /** Whether numbers of two guesses do not stand for one another, so that many have no middle. */
  readonly unlike?: boolean;
  /** What "never" is called here. */
  readonly never?: string;
  /** Whether the truth shows itself as soon as it is known, as that of a run does. */
  readonly live?: boolean;
  /** What a link to the question says; null where no link says what is asked. */
  linkOf(state: S): Link | null;
  /** What is done as a guess begins, and as it is revealed. */
  begin?(store: Store): void;
  reveal?(store: Store): void;
  /** Where nothing can be guessed any more: goes where something can. */
  readonly next?: { readonly label: string; go(store: Store): void };
}

/** The words for a factor between two positive numbers: "right", "1.3 times too late". */
function factorOff(
  guess: number,
  truth: number,
  [less, more]: readonly [string, string],
): Judgement {
  if (guess === truth) return { off: 0, words: "right" };
  const factor = guess > truth ? guess / truth : truth / guess;
  const side = guess > truth ? more : less;
  const times = factor < 9.95 ? String(Number(factor.toPrecision(2))) : String(Math.round(factor));
  const words =
    factor < 1.05
      ? `right but for ${(100 * (factor - 1)).toPrecision(1)} %`
      : `${times} times ${side}`;
  return { off: Math.log(factor), words };
}

export interface Amounts {
  /** An amount in words, after “it was”. */
  readonly at: (amount: number) => string;
  /** What is true where there is none. */
  readonly never: string;
  readonly sides: readonly [less: string, more: string];
}

/** A guess at an amount held against it, either infinite where there is none; `least` is the smallest that tells. */
export function amountOff(
  { values: [amount = Infinity] }: Guess,
  truth: number,
  { at, never, sides }: Amounts,
  least = 0,
): Judgement {
  if (amount === truth) return { off: 0, words: "right" };
  if (truth === Infinity) return { off: Infinity, words: "wrong", more: never };
  const more = `it was ${at(truth)}`;
  if (amount === Infinity) return { off: Infinity, words: "wrong", more };
  return { ...factorOff(Math.max(least, amount), Math.max(least, truth), sides), more };
}

/** The same of steps. */
export const momentOff = (guess: Guess, truth: number, says: Omit<Amounts, "sides">): Judgement =>
  amountOff(guess, truth, { ...says, sides: ["too early", "too late"] }, 1);

/** The line of nearness of a factor. */
export const withinFactor = (factor: number): GuessQuestion<GuessState>["near"] => ({
  off: Math.log(factor),
  words: `a factor of ${factor}`,
});
