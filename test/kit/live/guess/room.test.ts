import { describe, expect, test } from "vitest";
import { codec, HOME } from "../../../../src/app/chapters";
import { RUN_GUESS } from "../../../../src/chapters/repons/model/guess";
import { guessUrl, pasteRoom } from "../../../../src/kit/live/guess/actions";
import type { Guess } from "../../../../src/kit/live/guess/guess";
import { guessState } from "../../../../src/kit/live/guess/question";
import { foundIn } from "../../../../src/kit/live/guess/RoomDialog";
import { fragmentsIn, spreadOfGuesses } from "../../../../src/kit/live/guess/room";
import { change } from "../../../../src/kit/live/model/actions";
import { emptyHistory } from "../../../../src/kit/live/model/history";
import { createPageStore } from "../../../../src/kit/live/model/store";

const { question, asked } = RUN_GUESS;
const pageOf = () => createPageStore(HOME, [], { codec, rests: () => false, stored: () => null });

const step = (at: number): Guess => ({ kind: "step", values: [at] });
const fragment = (guess: Guess, settings: Partial<typeof HOME.settings> = {}) =>
  codec.encode({ ...HOME, settings: { ...HOME.settings, ...settings }, parts: { guess } });

/** Thirty people, each in a manner of their own; what else is said in a chat; and the guesses in it. */
function chat() {
  const steps = Array.from({ length: 28 }, (_, i) => 100 + 20 * i);
  const own = [...steps.map(step), { kind: "never", values: [] } as Guess, step(50)];
  const manners = [
    (link: string) => `https://example.org/geneft/#${link}`,
    (link: string) => `me: <https://page.example/x/y.html#${link}>`,
    (link: string) => `[mine](http://localhost:4173/#${link}), I think.`,
    (link: string) => `“https://a.b/#${link}”!`,
    (link: string) => `09:41 Ada (guest): https://a.b/#${link.replaceAll("&", "&amp;")} .`,
    (link: string) => `so #${link.replace("v=1&", "")}?`,
    (link: string) => `*https://a.b/#${link}*`,
  ];
  const lines = own.map((guess, i) => manners[i % manners.length](fragment(guess)));
  const noise = [
    "Hello everybody! #welcome",
    "see https://meet.example/j/12?pwd=a#success",
    "C# = fun",
    `https://a.b/#${fragment(step(9), { seed: 12 })}`,
    `https://a.b/#${codec.encode({ ...HOME, chapter: "depth", parts: { guess: { kind: "band", values: [1, 6] } } })}`,
    "https://a.b/#v=1&guess=step+4x0",
    "https://a.b/#v=1&guess=",
    "https://a.b/#v=1&chapter=data",
    "https://a.b/#v=1&guess=step+4&seed=moon",
  ];
  const text = lines.flatMap((line, i) =>
    i % 4 === 0 ? [noise[(i / 4) % noise.length], line] : [line],
  );
  return { text: [...text, noise[8]].join("\r\n"), own };
}

describe("the guesses of a room", () => {
  test("are found in a chat, whatever stands around them, and all else is counted", () => {
    const store = pageOf();
    const { text, own } = chat();
    pasteRoom(store, text);
    const room = asked.room(guessState(store).getState());
    expect(room.taken).toEqual(own);
    expect(room).toMatchObject({ others: 2, bare: 1, broken: 3 });
    expect(foundIn(room)).toBe(
      "30 guesses at this question; 2 links are about another question; 1 link without a guess; 3 links could not be read.",
    );
  });

  test("of another question are not taken once the page asks that", () => {
    const store = pageOf();
    pasteRoom(store, chat().text);
    change(store, { seed: 12 });
    const state = guessState(store).getState();
    expect(asked.room(state).taken).toEqual([step(9)]);
    expect(asked.room(state).others).toBe(31);
  });

  test("count once where one line says the same twice, and for each line otherwise", () => {
    expect(fragmentsIn("a#b=1 a#b=1")).toEqual(["b=1"]);
    expect(fragmentsIn("Ada a#b=1\nBob a#b=1")).toEqual(["b=1", "b=1"]);
    expect(fragmentsIn("<a#b=1>, (a#b=2); `a#b=3`. _a#b=4_")).toEqual(["b=1", "b=2", "b=3", "b=4"]);
  });

  test("are told with their median, how far it is off, and how many are near", () => {
    const store = pageOf();
    pasteRoom(store, chat().text);
    const { settings } = store.getState().link;
    const state = () => guessState(store).getState();
    expect(asked.roomVerdict(state())).toBe(
      "30 guesses of the room: the median is step 370, half of them between step 225 and step 515.",
    );
    const progress = { step: 900, train: 300, test: 400, fellBack: false };
    store.setState({ history: { ...emptyHistory(settings), progress } });
    // Within a factor of 1.5 of 400: from 267 to 600, so 280, 300, … 600.
    expect(asked.roomVerdict(state())).toBe(
      "30 guesses of the room: the median is step 370, half of them between step 225 and step 515. The median is 1.1 times too early: it was step 400. 17 of 30 are within a factor of 1.5.",
    );
    expect(asked.guessed(state())?.spread).toEqual({ low: [225], median: [370], high: [515] });
  });

  test("have a spread number by number, and what never comes lies beyond all", () => {
    expect(
      spreadOfGuesses([
        [1, 4],
        [3, 8],
        [2, 6],
      ]),
    ).toEqual({
      low: [1.5, 5],
      median: [2, 6],
      high: [2.5, 7],
    });
    expect(spreadOfGuesses([[1], [Infinity], [Infinity]])?.median).toEqual([Infinity]);
    expect(spreadOfGuesses([[1], [1, 2]])).toBeNull();
    expect(spreadOfGuesses([])).toBeNull();
  });

  test("come from links that a reader shares: chapter, question and guess, and no more", () => {
    const store = pageOf();
    change(store, { seed: 7 });
    store.setState(({ link }) => ({
      link: { ...link, theme: "dark", profile: "lecture", at: 300, workers: 3 },
    }));
    const link = question.linkOf(guessState(store).getState());
    if (!link) throw new Error("there is a link");
    const url = link && codec.encode({ ...link, parts: { guess: step(420) } });
    expect(url).toBe("v=1&seed=7&at=0&guess=step+420");
    expect(typeof guessUrl).toBe("function");
  });
});
