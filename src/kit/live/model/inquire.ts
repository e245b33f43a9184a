/**
 * @file Asking somebody elsewhere again and again about a state that changes: the newest question
 * next, and what an older one is answered is dropped where a newer one has taken its place.
 */
import { sentence } from "../../../experiment/sentence";
import { NobodyThere } from "../../../run/lateWorker";

/** Milliseconds until it is asked again where nobody was there to answer; twice as long each further time. */
const PATIENCE = 10_000;

export interface Inquiry<Question, Answer> {
  /** What is to be asked as things stand; null for nothing new. */
  question(): Question | null;
  same(a: Question, b: Question): boolean;
  /** `signal` is aborted when another question takes the place of this one. */
  ask(question: Question, signal: AbortSignal): Promise<Answer>;
  /** Told as a question is asked. */
  asked?(question: Question): void;
  answered(answer: Answer, question: Question): void;
  failed?(reason: string, question: Question): void;
  /** Whether it is asked at once, though another is being answered (null: though there is a pause). */
  presses?(question: Question, answering: Question | null): boolean;
  /** Milliseconds between an answer that took so long and the next question. */
  pause?(took: number): number;
}

/**
 * Asks now and whenever `source` changes; where nobody was there to answer, again after a while and when the network
 * is back. Returns what ends it.
 */
export function inquire<Question, Answer>(
  source: { subscribe(listener: () => void): () => void },
  inquiry: Inquiry<Question, Answer>,
): () => void {
  let last: Question | null = null;
  let answering: { readonly question: Question; readonly work: AbortController } | null = null;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  let patience = PATIENCE;
  /** Whether nobody was there for the last question. */
  let alone = false;

  function look(): void {
    const question = inquiry.question();
    if (ended || question === null || (last !== null && inquiry.same(question, last))) return;
    const waits = answering !== null || pause !== undefined;
    if (waits && !inquiry.presses?.(question, answering?.question ?? null)) return;
    void send(question);
  }

  async function send(question: Question): Promise<void> {
    clearTimeout(pause);
    pause = undefined;
    answering?.work.abort();
    const mine = { question, work: new AbortController() };
    last = question;
    answering = mine;
    inquiry.asked?.(question);
    const begun = performance.now();
    let tell: () => void;
    try {
      const answer = await inquiry.ask(question, mine.work.signal);
      alone = false;
      patience = PATIENCE;
      tell = () => inquiry.answered(answer, question);
    } catch (error) {
      alone = error instanceof NobodyThere;
      tell = () => inquiry.failed?.(sentence(error), question);
    }
    if (ended || answering !== mine) return;
    answering = null;
    const rest = alone ? patience : inquiry.pause?.(performance.now() - begun);
    if (alone) patience *= 2;
    if (rest !== undefined) pause = setTimeout(goOn, rest);
    tell();
    if (rest === undefined) look();
  }

  function goOn(): void {
    clearTimeout(pause);
    pause = undefined;
    if (alone) last = null;
    look();
  }

  const back = () => {
    if (alone && answering === null) goOn();
  };
  globalThis.addEventListener?.("online", back);
  const unsubscribe = source.subscribe(look);
  look();
  return () => {
    ended = true;
    answering?.work.abort();
    clearTimeout(pause);
    globalThis.removeEventListener?.("online", back);
    unsubscribe();
  };
}
