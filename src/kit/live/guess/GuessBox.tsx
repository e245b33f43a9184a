/**
 * @file A guess before the answer: asked for, made in the picture, revealed, shared; and what the room
 * expected.
 */
import "./guess.css";
import { useEffect } from "react";
import { CopyButton } from "../../ui/CopyButton";
import { Rich } from "../../ui/Rich";
import { late } from "../late";
import { useOf, usePage, usePageStore } from "../usePage";
import { beginGuess, dropGuess, guessUrl, moveGuess, revealGuess } from "./actions";
import type { Asked } from "./guessed";
import type { GuessQuestion, GuessState } from "./question";

interface Props<S extends GuessState> {
  readonly question: GuessQuestion<S>;
  readonly asked: Asked<S>;
}

const load = async () => (await import("./RoomDialog")).RoomDialog;
const RoomDialog = late(load) as Awaited<ReturnType<typeof load>>;

/** A guess about another question than the one that is now shown is put away. */
function useLeaving<S extends GuessState>({ question, asked }: Props<S>): void {
  const store = usePageStore();
  useEffect(() => {
    const state = question.of(store);
    const look = () => {
      const now = state.getState();
      return {
        guess: asked.own(now),
        about: question.about(now.page.link, now),
        chapter: now.page.link.chapter,
      };
    };
    let before = look();
    return state.subscribe(() => {
      const now = look();
      const left = now.about !== before.about || now.chapter !== before.chapter;
      const stays = now.guess !== null && now.guess === before.guess;
      before = now;
      if (left && stays) dropGuess(store);
    });
  }, [store, question, asked]);
}

/** Does what the question has done as its guess is revealed. */
function useReveal<S extends GuessState>({ question, asked }: Props<S>): void {
  const store = usePageStore();
  const shown = useOf(question.of, (state) => asked.own(state) !== null && state.page.revealed);
  useEffect(() => {
    if (shown) question.reveal?.(store);
  }, [shown, store, question]);
}

export function GuessBox<S extends GuessState>(props: Props<S>) {
  const { question, asked } = props;
  const store = usePageStore();
  const own = useOf(question.of, asked.own);
  const open = useOf(question.of, asked.open);
  const refused = useOf(question.of, asked.refused);
  const lecture = usePage(({ link }) => link.profile === "lecture");
  const there = useOf(question.of, asked.there);
  useLeaving(props);
  useReveal(props);
  return (
    <section className={`guess${there ? " made" : ""}`} aria-label={`Guess: ${question.kinds[0]}`}>
      {own && <Words {...props} />}
      {refused !== null && <p role="alert">{refused} It is left out.</p>}
      <span className="guess-buttons">
        {own ? <Making {...props} /> : <First {...props} />}
        {own && <Share {...props} />}
        {(there || lecture) && <RoomDialog {...props} />}
        {there && (
          <button
            type="button"
            aria-label={open ? "Never mind" : "Put my guess away"}
            title={open ? "Never mind" : "Put my guess away"}
            onClick={() => dropGuess(store)}
          >
            ×
          </button>
        )}
      </span>
      <Room {...props} />
    </section>
  );
}

/** The question while it is being answered, then how far off. */
function Words<S extends GuessState>({ question, asked }: Props<S>) {
  const words = useOf(question.of, (state) => {
    const guess = asked.own(state);
    if (!guess) return "";
    if (asked.open(state)) return question.ask(state);
    return asked.verdict(state) ?? `You said ${question.say(guess)}; the answer is not known yet.`;
  });
  const said = useOf(question.of, (state) => {
    const guess = asked.own(state);
    return guess && asked.open(state) ? question.say(guess) : null;
  });
  return (
    <p aria-live="polite">
      <Rich text={words} />
      {said !== null && (
        <>
          {" "}
          Yours:{" "}
          <b>
            <Rich text={said} />
          </b>
          .
        </>
      )}
    </p>
  );
}

function Room<S extends GuessState>({ question, asked }: Props<S>) {
  const words = useOf(question.of, asked.roomVerdict);
  return words === null ? null : (
    <p className="guess-room">
      <Rich text={words} />
    </p>
  );
}

function First<S extends GuessState>({ question }: Props<S>) {
  const store = usePageStore();
  const can = useOf(question.of, (state) => question.first(state) !== null);
  const { next } = question;
  const begin = () => {
    if (!can) next?.go(store);
    question.begin?.(store);
    const guess = question.first(question.of(store).getState());
    if (guess) beginGuess(store, guess);
  };
  return (
    <button
      type="button"
      disabled={!can && !next}
      title="Say what you expect before it is shown"
      onClick={begin}
    >
      {can || !next ? "Guess first" : next.label}
    </button>
  );
}

function Making<S extends GuessState>(props: Props<S>) {
  const { question, asked } = props;
  const store = usePageStore();
  const open = useOf(question.of, asked.open);
  const never = useOf(question.of, (state) => asked.own(state)?.kind === "never");
  if (!open) return null;
  const turn = () => {
    const first = question.first(question.of(store).getState());
    if (never && first) moveGuess(store, first);
    else moveGuess(store, { kind: "never", values: [] });
  };
  return (
    <>
      {question.never && (
        <button type="button" aria-pressed={never} onClick={turn}>
          {question.never}
        </button>
      )}
      <button type="button" className="lead" onClick={() => revealGuess(store)}>
        Reveal
      </button>
    </>
  );
}

function Share<S extends GuessState>({ question, asked }: Props<S>) {
  const store = usePageStore();
  const can = useOf(question.of, (state) => question.linkOf(state) !== null);
  if (!can) return null;
  const address = () => {
    const state = question.of(store).getState();
    const [link, guess] = [question.linkOf(state), asked.own(state)];
    return link && guess ? guessUrl(store, link, guess) : "";
  };
  return (
    <CopyButton text={address} said={() => "Link copied."}>
      Share my guess
    </CopyButton>
  );
}

/** What stands in the place of what a guess hides. */
export function Hidden() {
  return <p className="guess-hidden">Hidden until the guess is revealed.</p>;
}
