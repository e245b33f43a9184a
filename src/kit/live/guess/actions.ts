/** @file What a reader can do with a guess, and a lecturer with those of a room. */
import { DEFAULTS, PARAM_KEYS, type Settings } from "../../../experiment/params";
import { reveal } from "../model/actions";
import { HOME, type Link } from "../model/link";
import type { Store } from "../model/store";
import { urlOf } from "../model/url";
import { GUESS_PART, type Guess, hasGuess } from "./guess";
import { roomOf } from "./room";

const guessing = (link: Link, guess: Guess | null): Link => ({
  ...link,
  parts: { ...link.parts, [GUESS_PART.key]: guess },
});

/** Begins a guess, which hides its answer. A scene stays the one that it is. */
export const beginGuess = (store: Store, guess: Guess): void =>
  store.setState(({ link }) => ({ link: guessing(link, guess), revealed: false }));

/** Changes the guess while it is being made. */
export const moveGuess = (store: Store, guess: Guess): void => {
  if (hasGuess(store.getState())) store.setState(({ link }) => ({ link: guessing(link, guess) }));
};

/** Puts the guess away: what it is about is seen again. */
export const dropGuess = (store: Store): void =>
  store.setState(({ link }) => ({ link: guessing(link, null) }));

/** Shows truth and guess; for the panel and for the keys of a lecture. Does nothing where no guess is being made. */
export function revealGuess(store: Store): void {
  if (hasGuess(store.getState())) reveal(store);
}

/** Takes any text with links in it as the guesses of the room. */
export const pasteRoom = (store: Store, pasted: string): void => roomOf(store).setState({ pasted });

/** Knobs as a text that differs where one of them does. */
export const settingsText = (
  settings: Settings,
  keys: readonly (keyof Settings)[] = PARAM_KEYS,
): string => keys.map((key) => settings[key]).join(" ");

export interface Needs {
  /** Keys of the parts of the link that tell the question. */
  readonly parts?: readonly string[];
  /** The knobs that tell it; all of them if it is not given. */
  readonly knobs?: readonly (keyof Settings)[];
  readonly at?: number | null;
}

/** What a question needs of a link, and no word of how it is read. A scene tells all of it. */
export function questionLink(link: Link, { parts = [], knobs = PARAM_KEYS, at }: Needs): Link {
  const { scene, chapter } = link;
  const told = at === undefined ? {} : { at };
  if (scene !== undefined) {
    const { settings, pace } = link;
    return { ...HOME, scene, chapter, settings, pace, at: link.at, parts: link.parts, ...told };
  }
  const settings = Object.fromEntries(knobs.map((key) => [key, link.settings[key]]));
  const kept = Object.entries(link.parts).filter(([key]) => parts.includes(key));
  return {
    ...HOME,
    chapter,
    settings: { ...DEFAULTS, ...settings },
    parts: Object.fromEntries(kept),
    ...told,
  };
}

/** The address of a question with a guess in it. */
export const guessUrl = (store: Store, link: Link, guess: Guess): string =>
  urlOf(guessing(link, guess), store.getState().codec);
