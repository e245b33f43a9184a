/** @file What is known of the guesses at a question: how far off they are, in words, and what pictures draw of them. */
import type { Guessed } from "../../draw/guessMarks";
import { memo } from "../../state/memo";
import type { Codec } from "../model/codec";
import { formatGuess, formOf, type Guess, guessAmong, hides } from "./guess";
import type { GuessQuestion, GuessState, Judgement } from "./question";
import { type GuessSpread, numbersOf, type RoomGuesses, readRoom, spreadOfGuesses } from "./room";

/** What can be asked of a question in a state. */
export interface Asked<S> {
  /** The reader's own guess, where it answers the question; null otherwise. */
  own(state: S): Guess | null;
  /** Why the link's guess cannot answer the question; null where it can, or there is none. */
  refused(state: S): string | null;
  /** Whether the link has a guess at the question, be it refused. */
  there(state: S): boolean;
  /** Whether it is still being made, and the answer hidden. */
  open(state: S): boolean;
  room(state: S): RoomGuesses;
  /** For pictures; null while there is nothing to draw. */
  guessed(state: S): Guessed | null;
  /** The reader's guess held against the truth. */
  verdict(state: S): string | null;
  /** What the room expected, and how far it was off. */
  roomVerdict(state: S): string | null;
}

const NOBODY: RoomGuesses = { taken: [], others: 0, bare: 0, broken: 0, unread: 0 };

export function askOf<S extends GuessState>(question: GuessQuestion<S>): Asked<S> {
  const { kinds, near, say } = question;
  const [main] = kinds;

  function own(state: S): Guess | null {
    const guess = guessAmong(state.page.link, kinds);
    return guess && !question.refuses?.(guess, state) ? guess : null;
  }

  function refused(state: S): string | null {
    const guess = guessAmong(state.page.link, kinds);
    const reason = guess && question.refuses?.(guess, state);
    return guess && reason ? `The link’s guess, “${formatGuess(guess)}”, ${reason}.` : null;
  }

  const there = (state: S): boolean => guessAmong(state.page.link, kinds) !== null;

  function open(state: S): boolean {
    if (!hides(state.page, kinds) || own(state) === null) return false;
    return !(question.live && question.judge(own(state) as Guess, state));
  }

  let now: S;
  const read = memo(
    (pasted: string, _about: string, codec: Codec): RoomGuesses =>
      pasted === ""
        ? NOBODY
        : readRoom(
            pasted,
            codec,
            (guess, link) =>
              kinds.includes(guess.kind) &&
              link.chapter === now.page.link.chapter &&
              !question.refuses?.(guess, now) &&
              question.about(link, now) === question.about(now.page.link, now),
          ),
  );
  function room(state: S): RoomGuesses {
    now = state;
    const { page, guesses } = state;
    return read(
      guesses.pasted,
      guesses.pasted && page.link.chapter + question.about(page.link, state),
      page.codec,
    );
  }

  const drawn = memo(
    (guess: Guess | null, moves: boolean, { taken }: RoomGuesses): Guessed | null => {
      if (!guess && taken.length === 0) return null;
      const others = taken.map((each) => numbersOf(each, main));
      return {
        own: guess && numbersOf(guess, main),
        open: moves,
        room: others,
        spread: question.unlike ? null : spreadOfGuesses(others),
      };
    },
  );

  function verdict(state: S): string | null {
    const guess = own(state);
    const judged = guess && !open(state) ? question.judge(guess, state) : null;
    return guess && judged && `Your guess, ${say(guess)}, is ${told(judged)}.`;
  }

  /** One of a spread as a guess; null where there is no such guess. */
  function guessFrom(values: readonly number[]): Guess | null {
    const round = formOf(main).whole ? Math.round : toDigits;
    if (values.every(Number.isFinite)) return { kind: main, values: values.map(round) };
    return kinds.includes("never") ? { kind: "never", values: [] } : null;
  }

  /** Where the room's middle is, and its half. */
  function middleOf(spread: GuessSpread): string {
    const [low, median, high] = [spread.low, spread.median, spread.high].map((values) => {
      const guess = guessFrom(values);
      return guess ? say(guess) : "none";
    });
    const half = spread.median.length === 1 ? `, half of them between ${low} and ${high}` : "";
    return `the median is ${median}${half}`;
  }

  function roomVerdict(state: S): string | null {
    const { taken } = room(state);
    if (taken.length === 0) return null;
    const count = `${taken.length} ${taken.length === 1 ? "guess" : "guesses"} of the room`;
    const spread = drawn(own(state), open(state), room(state))?.spread ?? null;
    const typical = spread ? `${count}: ${middleOf(spread)}` : count;
    const judged = open(state) ? [] : taken.map((guess) => question.judge(guess, state));
    const known = judged.filter((each): each is Judgement => each !== null);
    if (known.length === 0) return `${typical}.`;
    const median = spread && guessFrom(spread.median);
    const off = median && question.judge(median, state);
    const close = known.filter(({ off }) => off <= near.off).length;
    const verdict = off ? `. The median is ${own(state) ? off.words : told(off)}` : "";
    return `${typical}${verdict}. ${close} of ${known.length} ${close === 1 ? "is" : "are"} within ${near.words}.`;
  }

  return {
    own,
    refused,
    there,
    open,
    room,
    verdict,
    roomVerdict,
    guessed: (state) => drawn(own(state), open(state), room(state)),
  };
}

const told = ({ words, more }: Judgement): string => (more ? `${words}: ${more}` : words);

/** A median may lie between two numbers; three digits are enough to say it. */
const toDigits = (value: number): number => Number(value.toPrecision(3));
