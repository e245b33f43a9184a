/** What a listener is told of a run: what has happened, once, together, and nothing while it rests. */
import { describe, expect, test } from "vitest";
import type { State } from "../../../../src/kit/live/model/store";
import { makeTeller } from "../../../../src/kit/live/voice/teller";
import { tidingsOf } from "../../../../src/kit/live/voice/tidings";
import { runState } from "../runState";

const words = (of: State) => tidingsOf(of).map((tiding) => tiding.words);

describe("what has happened", () => {
  test("nothing yet", () => {
    expect(
      words(
        runState([
          [0, 0.5, 0.5],
          [10, 0.9, 0.9],
        ]),
      ),
    ).toEqual([]);
  });

  test("accuracies above 0.9; a verdict takes their place", () => {
    expect(
      words(
        runState([
          [0, 0.5, 0.5],
          [120, 0.95, 0.6],
        ]),
      ),
    ).toEqual(["Accuracy on trained pairs rose above 0.9 at step 120."]);
    expect(
      words(
        runState([
          [0, 0.5, 0.5],
          [120, 0.95, 0.6],
          [390, 1, 0.95],
        ]),
      ),
    ).toEqual([
      "Generalisation: train above 0.9 at 120, test at 390: test 270 steps later, within the 1,000 that Table 4 allows.",
    ]);
  });

  test("classes that stand apart", () => {
    expect(words(runState([[5, 0.5, 0.5]], 0))).toEqual([]);
    expect(words(runState([[5, 0.5, 0.5]], 1))).toEqual(["1 of 3 classes of repons stands apart."]);
    expect(words(runState([[5, 0.5, 0.5]], 3))).toEqual([
      "All three classes of repons stand apart.",
    ]);
  });

  test("the end; no verdict while a scene or a guess withholds it", () => {
    const ended = runState(
      [
        [0, 0.5, 0.5],
        [5000, 0.5, 0.5],
      ],
      0,
      { status: { kind: "done" } },
    );
    expect(words(ended)).toEqual([
      "Confusion: train not above 0.9 by step 5,000, where this run ends.",
      "The run has ended at step 5,000.",
    ]);
    const guessing = {
      ...ended.link,
      parts: { ...ended.link.parts, guess: { kind: "step", values: [9] } },
    };
    expect(words({ ...ended, link: guessing } as State)).toEqual([
      "The run has ended at step 5,000.",
    ]);
    expect(words({ ...ended, link: guessing, revealed: true } as State).length).toBe(2);
  });

  test("nothing where the page's run rests", () => {
    expect(words({ ...runState([[5, 1, 1]], 3), rests: () => true })).toEqual([]);
  });
});

describe("telling", () => {
  const tiding = (key: string) => ({ key, words: `${key}.` });
  const none = new Map<unknown, string>();

  test("each thing once, what is new together; another run begins anew", () => {
    const tell = makeTeller();
    const at = (run: number, ...keys: string[]) =>
      tell({ run, moves: true, tidings: keys.map(tiding), statements: none });
    expect(at(1)).toBe("");
    expect(at(1, "a", "b")).toBe("a. b.");
    expect(at(1, "a", "b")).toBe("");
    expect(at(1, "a", "b", "c")).toBe("c.");
    expect(at(2, "a")).toBe("a.");
  });

  test("nothing while the page rests, and it afterwards", () => {
    const tell = makeTeller();
    const at = (moves: boolean) =>
      tell({ run: 1, moves, tidings: [tiding("a")], statements: none });
    expect([at(false), at(false), at(true), at(true)]).toEqual(["", "", "a.", ""]);
  });

  test("a statement of the page when it has come to rest at other words; not the first, nor one that went back", () => {
    const tell = makeTeller();
    const at = (text: string) =>
      tell({ run: 1, moves: false, tidings: [], statements: new Map([["panel", text]]) });
    expect(
      ["one", "one", "two", "three", "three", "three", "four", "three", "three"].map(at),
    ).toEqual(["", "", "", "", "three", "", "", "", ""]);
  });
});
