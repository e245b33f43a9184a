/** @file What is known of the guesses at a question: how far off they are, in words, and what pictures draw of them. */
import type { Guessed } from "../../draw/guessMarks";
import { memo } from "../../state/memo";
import type { Codec } from "../model/link";
import { formatGuess, type Guess, guessAmong, hides } from "./guess";
import type { GuessQuestion, GuessState, Judgement } from "./question";
import { numbersOf, type RoomGuesses, readRoom, spreadOfGuesses } from "./room";

/** What can be asked of a question in a state. */
export interface Asked<S> {
  /** The reader's own guess, where it answers the question; null otherwise. */
  own(state: S): Guess | null;
  /** Why the link's guess cannot answer the question; null where it can, or there is none. */
  refused(state: S): string | null;
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

const NOBODY: RoomGuesses = { taken: [], others: 0, bare: 0, broken: 0 };

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
    return guess && judged && `Your guess, ${say(guess)}, is ${judged.words}.`;
  }

  function middle(guesses: readonly (readonly number[])[]): Guess | null {
    const median = spreadOfGuesses(guesses)?.median;
    if (!median || question.unlike) return null;
    if (median.every(Number.isFinite)) return { kind: main, values: median.map(toDigits) };
    return kinds.includes("never") ? { kind: "never", values: [] } : null;
  }

  function roomVerdict(state: S): string | null {
    const { taken } = room(state);
    if (taken.length === 0) return null;
    const count = `${taken.length} ${taken.length === 1 ? "guess" : "guesses"} of the room`;
    const median = middle(taken.map((each) => numbersOf(each, main)));
    const typical = median ? `; the median is ${say(median)}` : "";
    if (open(state)) return `${count}${typical}.`;
    const judged = taken.map((guess) => question.judge(guess, state));
    const known = judged.filter((each): each is Judgement => each !== null);
    if (known.length === 0) return `${count}${typical}.`;
    const close = known.filter(({ off }) => off <= near.off).length;
    const off = median && question.judge(median, state);
    return `${count}${typical}${off ? `, which is ${off.words}` : ""}. ${close} of ${known.length} ${close === 1 ? "is" : "are"} within ${near.words}.`;
  }

  return {
    own,
    refused,
    open,
    room,
    verdict,
    roomVerdict,
    guessed: (state) => drawn(own(state), open(state), room(state)),
  };
}

/** A median may lie between two numbers; three digits are enough to say it. */
const toDigits = (value: number): number => Number(value.toPrecision(3));
