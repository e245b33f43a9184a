/**
 * @file A guess: what a reader expects before it is shown, as a few numbers with a name. A part of every
 * link; the open chapter says what it means.
 */
import { type Notice, quote } from "../../../experiment/settings";
import { type Link, partOf } from "../model/link";
import type { LinkPart } from "../model/linkPart";
import type { State } from "../model/store";

interface Form {
  /** How many numbers, at least and at most. */
  readonly count: readonly [number, number];
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

const whole = (count: Form["count"], max: number): Form => ({ count, min: 0, max, whole: true });
const positive = (min: number, max: number): Form => ({ count: [1, 1], min, max, whole: false });

const FORMS = {
  /** A step, or so many steps later. */
  step: whole([1, 1], 9_999_999),
  /** It does not come about. */
  never: whole([0, 0], 0),
  /** Heights of a curve, per cent. */
  curve: whole([9, 9], 100),
  /** The first and the last of what holds. */
  band: whole([2, 2], 99),
  /** How far apart. */
  distance: positive(1e-3, 1e3),
  /** The ratio at which a line lies. */
  line: positive(1e-9, 1e9),
  /** How many pairs are known, then those that follow. */
  follow: whole([1, 3601], 3600),
} as const satisfies Record<string, Form>;

export type GuessKind = keyof typeof FORMS;
export const GUESS_KINDS = Object.keys(FORMS) as GuessKind[];

export interface Guess {
  readonly kind: GuessKind;
  readonly values: readonly number[];
}

export const formOf = (kind: GuessKind): Form => FORMS[kind];

/** "step 420", "never", "band 1 6". */
export const formatGuess = ({ kind, values }: Guess): string => [kind, ...values].join(" ");

const counted = ([least, most]: Form["count"]): string =>
  least === most ? `${least}` : `${least} to ${most}`;

/** The guess that a text is, or what is wrong with it. */
function parseGuess(
  text: string,
): { readonly guess: Guess; readonly reason?: never } | { readonly reason: string } {
  const [name, ...rest] = text.trim().split(/[\s+]+/);
  const kind = GUESS_KINDS.find((known) => known === name);
  if (!kind) return { reason: `must be one of ${GUESS_KINDS.join(", ")}, with its numbers` };
  const { count, min, max, whole: integer } = FORMS[kind];
  const values = rest.map((digits) => (/^[\d.e+-]+$/.test(digits) ? Number(digits) : Number.NaN));
  if (values.length < count[0] || values.length > count[1])
    return { reason: `must have ${counted(count)} numbers after “${kind}”` };
  const fits = (x: number) => x >= min && x <= max && (!integer || Number.isInteger(x));
  if (!values.every(fits))
    return { reason: `must have ${integer ? "whole numbers" : "numbers"} from ${min} to ${max}` };
  return { guess: { kind, values } };
}

export const GUESS_PART: LinkPart<Guess | null> = {
  key: "guess",
  formerly: [],
  initial: null,
  format(guess, base) {
    const text = guess ? formatGuess(guess) : "";
    return base && text === formatGuess(base) ? "" : text;
  },
  parse(text) {
    const { guess, reason } = { guess: null, reason: null, ...parseGuess(text) };
    const notices: Notice[] = reason
      ? [{ field: "guess", given: quote(text), used: "no guess", reason }]
      : [];
    return { value: guess, notices };
  },
};

export const guessOf = (link: Pick<Link, "parts">): Guess | null => partOf(link, GUESS_PART);

/** Whether a guess is being made: what it is about is hidden until it is revealed. */
export const hasGuess = ({ link, revealed }: Pick<State, "link" | "revealed">): boolean =>
  guessOf(link) !== null && !revealed;

/** The link's guess if it is one of these kinds. */
export function guessAmong(link: Pick<Link, "parts">, kinds: readonly GuessKind[]): Guess | null {
  const guess = guessOf(link);
  return guess && kinds.includes(guess.kind) ? guess : null;
}

/** Whether a guess of one of these kinds hides what it is about. */
export const hides = (
  { link, revealed }: Pick<State, "link" | "revealed">,
  kinds: readonly GuessKind[],
): boolean => guessAmong(link, kinds) !== null && !revealed;
