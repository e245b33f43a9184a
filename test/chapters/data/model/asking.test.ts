import { expect, test } from "vitest";
import { HOME } from "../../../../src/app/chapters";
import { selectAsking } from "../../../../src/chapters/data/model/askData";
import {
  bestWords,
  lastWords,
  learntWords,
  paperWords,
  raceWords,
} from "../../../../src/chapters/data/model/askFacts";
import {
  askSubjectOf,
  contradictsAt,
  EXAMPLES,
  type Standing,
  standingOf,
  TEN,
  withAsked,
} from "../../../../src/chapters/data/model/asking";
import { type DataState, dataState } from "../../../../src/chapters/data/model/boundStudy";
import { DATA_PART } from "../../../../src/chapters/data/model/choices";
import { type AskMatrixData, askWords } from "../../../../src/chapters/data/view/askMatrix";
import { packMatrix } from "../../../../src/experiment/matrix";
import type { Settings } from "../../../../src/experiment/params";
import { createPageStore } from "../../../../src/kit/live/model/store";
import type { Asker } from "../../../../src/theory/inference/askers";

function stateOf(settings: Partial<Settings>, choices: Partial<typeof DATA_PART.initial> = {}) {
  const link = {
    ...HOME,
    settings: { ...HOME.settings, ...settings },
    parts: { ...HOME.parts, [DATA_PART.key]: { ...DATA_PART.initial, ...choices } },
  };
  return { page: { link } };
}
const order = (asked: string) => stateOf({ relation: "greater-than" }, { asked });
const standing = (state: ReturnType<typeof stateOf>) => standingOf(state) as Standing;
const told = (words: typeof lastWords, state: ReturnType<typeof stateOf>) =>
  words(askSubjectOf(state), standing(state));

test("the paper’s two pairs are worth what they are worth at the moment", () => {
  const paper = (asked: string) => paperWords(askSubjectOf(order(asked)), standing(order(asked)));
  expect(paper("")).toMatch(
    /now 0 < 9 would carry 1\.00 bits, and 4 < 5 would carry 1\.00 bits\.$/,
  );
  // 5 among 0 to 4: six places, one of them last.
  expect(paper(EXAMPLES[1].asked.slice(0, 8))).toMatch(/4 < 5 would carry 2\.58 bits\.$/);
  expect(paper("0559")).toMatch(/0 < 9 follows already and carries nothing/);
  expect(paper("09")).toMatch(/0 < 9 has been asked/);
  const other = stateOf({ relation: "modulo-3" });
  expect(paperWords(askSubjectOf(other), standing(other))).toBeNull();
});

test("sentences say what the last answer did, what is known, and what is best", () => {
  expect(told(lastWords, order(""))).toBe("Press a pair to be told whether it holds.");
  expect(told(lastWords, order(EXAMPLES[1].asked))).toBe(
    "The answer to R(4, 5) carried 2.58 bits, and 9 more pairs follow from it.",
  );
  expect(told(lastWords, order("091290"))).toBe(
    "The answer to R(9, 0) carried nothing: it followed already.",
  );
  // 0 < 9 and the diagonal, which is empty.
  expect(told(learntWords, order("09"))).toBe(
    "1 question: 11 pairs follow, 88 are left open. 1.00 bits of 21.8 are learnt.",
  );
  expect(told(bestWords, order(""))).toMatch(
    /R\(0, 1\) \(and 89 others as good\), worth 1\.00 bits/,
  );
  const all = order("011223344556677889");
  expect(told(bestWords, all)).toBe("All follows: there is nothing left to ask.");
  expect(told(learntWords, all)).toMatch(
    /nothing is left open\. 21\.79 bits of 21\.8 are learnt\.$/,
  );
});

test("where nobody knows how the rest splits, neither bits nor a best pair are told", () => {
  const state = stateOf({ relation: "greater-than" }, { class: "transitive", asked: "0112" });
  expect(told(lastWords, state)).toBe("The answer to R(1, 2): 1 more pair follows from it.");
  expect(told(learntWords, state)).not.toMatch(/bits/);
  expect(told(bestWords, state)).toMatch(/is not known/);
});

test("a relation that is none of its class is told at the answer where it shows", () => {
  const state = stateOf(
    { relation: "greater-than" },
    { class: "symmetric", asked: "112301322445" },
  );
  expect(standingOf(state)).toBeNull();
  // R(2, 3) holds and R(3, 2), the fourth, does not.
  expect(contradictsAt(askSubjectOf(state), "112301322445")).toBe(4);
  expect(contradictsAt(askSubjectOf(state), "112301")).toBeNull();
  // What was known before is shown, with the answer that contradicts it, so that it can be taken back.
  const shown = selectAsking({ ...dataState(createPageStore()).getState(), ...state } as DataState);
  expect([23, 32, 13, 24, 45].map((pair) => shown?.status[pair])).toEqual([
    "asked",
    "clash",
    "open",
    "open",
    "open",
  ]);
  expect([shown?.value[23], shown?.value[32], shown?.best, shown?.fresh]).toEqual([1, 0, null, []]);
  expect(askWords(shown as AskMatrixData, 32)).toMatch(/= 0 contradicts the class; press to take/);
});

test("a matrix of one's own is asked about by its first ten elements, or by as many as it has", () => {
  const own = (n: number) => {
    const matrix = packMatrix(
      Uint8Array.from({ length: n * n }, (_, pair) => (Math.floor(pair / n) < pair % n ? 1 : 0)),
    );
    return askSubjectOf(stateOf({ relation: "custom", n, matrix }));
  };
  const ten = askSubjectOf(order("")).truth;
  expect(own(12).n).toBe(TEN);
  expect(own(12).truth).toEqual(ten);
  expect(own(5).n).toBe(5);
  // What is not among them is passed over.
  expect(own(5).after("0109")?.learnt).toEqual([0, 1]);
});

test("pairs are asked about and taken back, and what is no list of pairs is named", () => {
  expect(withAsked("09", 45, 10)).toBe("0945");
  expect(withAsked("0945", 9, 10)).toBe("45");
  expect(DATA_PART.parse("figure asking asked 0945").value.asked).toBe("0945");
  for (const wrong of ["094", "0909", "ab"])
    expect(DATA_PART.parse(`asked ${wrong}`)).toMatchObject({
      value: { asked: "" },
      notices: [{ field: "data “asked”", given: wrong }],
    });
});

const asker = (name: Asker["name"], mean: number): Asker => ({
  name,
  questions: { mean, error: 0.5 },
  bits: null,
});

test("who chooses saves what the numbers say, or nothing", () => {
  expect(raceWords([asker("best", 20), asker("open", 30), asker("chance", 70)], 100)).toBe(
    "Of 100 pairs it takes to know all: 20.0 ± 0.5 with the best pair each time; 30.0 ± 0.5 with any pair that is still open; 70.0 ± 0.5 with pairs as chance brings them. Who chooses needs 71 % fewer; 80 % of that is won by merely passing over what follows already.",
  );
  expect(raceWords([asker("open", 35), asker("chance", 70)], 100)).toMatch(
    /needs 50 % fewer, by passing over/,
  );
  expect(raceWords([asker("best", 70), asker("open", 70), asker("chance", 70)], 100)).toMatch(
    /saves nothing\.$/,
  );
});
