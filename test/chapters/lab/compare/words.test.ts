import { describe, expect, test } from "vitest";
import {
  changedPairs,
  makeDifferenceData,
} from "../../../../src/chapters/lab/compare/model/differenceData";
import {
  bindLanes,
  lanesOf,
  seedsOf,
  wanted,
} from "../../../../src/chapters/lab/compare/model/lanes";
import { compareState } from "../../../../src/chapters/lab/compare/model/together";
import {
  findings,
  startWords,
  whatDiffers,
} from "../../../../src/chapters/lab/compare/model/words";
import {
  changeOther,
  choose,
  compareWith,
  differenceOf,
  otherOf,
  swap,
  takeOther,
} from "../../../../src/chapters/lab/model/actions";
import { LAB_PART } from "../../../../src/chapters/lab/model/choices";
import { packMatrix } from "../../../../src/experiment/matrix";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";
import { shapeOf } from "../../../../src/experiment/shape";
import { append, emptyHistory } from "../../../../src/kit/live/model/history";
import { partOf } from "../../../../src/kit/live/model/link";
import { createPageStore } from "../../../../src/kit/live/model/store";
import { MEASURES } from "../../../../src/run/frame";

const differenceIn = (store: ReturnType<typeof createPageStore>) =>
  partOf(store.getState().link, LAB_PART).difference;

test("what differs is said knob by knob, with the words of the knobs", () => {
  const b: Settings = { ...DEFAULTS, encoderRate: 0.1, optimiser: "gd", batch: 32 };
  expect(whatDiffers(DEFAULTS, b)).toEqual([
    { key: "encoderRate", label: "encoder rate", a: "1e-3", b: "0.1" },
    { key: "optimiser", label: "optimiser", a: "Adam", b: "gradient descent" },
    { key: "batch", label: "batch", a: "full", b: "32" },
  ]);
  expect(whatDiffers(DEFAULTS, { ...DEFAULTS })).toEqual([]);
  const mask = packMatrix(Uint8Array.from({ length: 900 }, (_, i) => +(i < 640)));
  expect(whatDiffers(DEFAULTS, { ...DEFAULTS, mask })[0]).toMatchObject({
    a: "drawn at random",
    b: "640 of 900 pairs",
  });
});

test.each([
  [{}, "Nothing differs"],
  [{ encoderRate: 0.1 }, "Both begin with the same weights"],
  [{ seed: 1 }, "other first weights"],
  [{ decoderSigma: 2 }, "same draws, scaled otherwise"],
] as const)("where both begin is said: %o", (changes, words) => {
  expect(startWords(DEFAULTS, { ...DEFAULTS, ...changes })).toContain(words);
});

describe("run B", () => {
  test("is changed knob by knob, changes places with A, and becomes the page's run", () => {
    const store = createPageStore();
    changeOther(store, { encoderRate: 0.1 });
    changeOther(store, { seed: 5 });
    expect(differenceIn(store)).toEqual({ encoderRate: 0.1, seed: 5 });
    changeOther(store, { seed: DEFAULTS.seed });
    expect(differenceIn(store)).toEqual({ encoderRate: 0.1 });
    swap(store);
    expect(store.getState().link.settings.encoderRate).toBe(0.1);
    expect(differenceIn(store)).toEqual({ encoderRate: DEFAULTS.encoderRate });
    swap(store);
    expect(store.getState().link.settings).toEqual(DEFAULTS);
    takeOther(store);
    expect(store.getState().link.settings).toEqual({ ...DEFAULTS, encoderRate: 0.1 });
    expect(differenceIn(store)).toEqual({});
  });

  test("with another n keeps a matrix that fits it, and what does not fit is told", () => {
    const store = createPageStore();
    const matrix = packMatrix(new Uint8Array(900).fill(1));
    store.setState(({ link }) => ({
      link: { ...link, settings: { ...DEFAULTS, relation: "custom", matrix } },
    }));
    changeOther(store, { n: 10 });
    const { settings, notices } = otherOf(store.getState().link.settings, differenceIn(store));
    expect(settings.n).toBe(10);
    expect(settings.matrix).toBe(packMatrix(new Uint8Array(100).fill(1)));
    expect(notices).toEqual([]);
    const { notices: told } = otherOf(store.getState().link.settings, { n: 10 });
    expect(told.map(({ field }) => field)).toEqual(["matrix"]);
  });

  test("is what the link wants beside the page's run, or further seeds are", () => {
    const store = createPageStore();
    compareWith(store, { ...DEFAULTS, loss: "mse" });
    expect(wanted(store.getState().link)).toEqual([
      { name: "B", settings: { ...DEFAULTS, loss: "mse" } },
    ]);
    choose(store, { lanes: "seeds", seeds: 3 });
    expect(wanted(store.getState().link)).toEqual([
      { name: "seed 1", settings: { ...DEFAULTS, seed: 1 } },
      { name: "seed 2", settings: { ...DEFAULTS, seed: 2 } },
    ]);
    expect(seedsOf({ ...DEFAULTS, seed: 2 ** 32 - 1 }, { seeds: 2 })).toEqual([2 ** 32 - 1, 0]);
  });
});

/** The bench with networks that stand still: A and B at step 0, with these embeddings. */
function standing(b: Partial<Settings>, embeddings: readonly (readonly number[])[]) {
  const page = createPageStore();
  const small = { ...DEFAULTS, n: 4, width: 2, depth: 0 };
  page.setState(({ link }) => ({ link: { ...link, settings: small } }));
  compareWith(page, { ...small, ...b });
  let closed = 0;
  const end = bindLanes(page, () => ({
    source: () => ({ direct() {}, stop() {} }),
    close: () => {
      closed++;
    },
  }));
  const [{ store }] = lanesOf(page).getState().others;
  [page, store].forEach((each, i) => {
    const { settings } = each.getState().link;
    const parameters = new Float32Array(shapeOf(settings).size);
    parameters.set(embeddings[i]);
    const frames = [
      {
        step: 0,
        steps: Float64Array.of(0),
        measures: new Float64Array(MEASURES.length),
        parameters,
      },
    ];
    each.setState({ history: append(emptyHistory(settings), frames) });
  });
  return { page, end, state: () => compareState(page).getState(), closed: () => closed };
}

const SQUARE = [0, 0, 1, 0, 1, 1, 0, 1];

describe("what is said of both", () => {
  test("is the distance after the best rotation, and the widths where they differ", () => {
    // Turned by a quarter and shifted.
    const turned = SQUARE.map((_, i) => (i % 2 ? SQUARE[i - 1] + 3 : 5 - SQUARE[i + 1]));
    const same = standing({ encoderRate: 0.1 }, [SQUARE, turned]);
    expect(findings(same.state())).toEqual(["Every repon of B is where A has it."]);
    const twice = standing({ encoderRate: 0.1 }, [SQUARE, turned.map((value) => 2 * value)]);
    const [words] = findings(twice.state());
    // Each corner lies √½ from the middle; doubled, as far again from where it was.
    expect(words).toContain("0.71 from A’s");
    expect(words).toContain("A’s lie 0.71 from their middle");
    expect(words).toContain("B’s cloud is 2.0 times as wide");
  });

  test.each([
    [{ d: 3 }, "have 2 coordinates and those of B have 3"],
    [{ n: 5 }, "A has 4 elements and B has 5"],
  ] as const)("is why they cannot be compared: %o", (changes, words) => {
    const { state } = standing(changes, [SQUARE, SQUARE]);
    expect(findings(state()).join()).toContain(words);
  });

  test("ends with the bench, and its worker is closed", () => {
    const { page, end, closed } = standing({ encoderRate: 0.1 }, [SQUARE, SQUARE]);
    expect(page.getState().bound).not.toBe(null);
    end();
    expect(closed()).toBe(1);
    expect(page.getState().bound).toBe(null);
    expect(lanesOf(page).getState().others).toEqual([]);
  });
});

test("the difference of two networks is of all pairs, with both truths", () => {
  const a: Settings = { ...DEFAULTS, n: 4, relation: "greater-than" };
  const b: Settings = { ...a, relation: "custom", matrix: packMatrix(new Uint8Array(16)) };
  const predictions = [
    Float32Array.from({ length: 16 }, (_, i) => (i === 3 ? 0.9 : 0.1)),
    Float32Array.from({ length: 16 }, (_, i) => (i === 8 ? 0.6 : 0.1)),
  ] as const;
  expect(changedPairs({ predictions })).toEqual([3, 8]);
  const data = makeDifferenceData()(
    { settings: [a, b], predictions, name: "in B", labels: [] },
    [2],
  );
  expect(Array.from(data.truth)).not.toEqual(Array.from(data.other?.truth ?? []));
  expect(data).toMatchObject({ n: 4, show: "difference", highlighted: [2] });
  expect(differenceOf(a, b)).toEqual({ relation: "custom", matrix: b.matrix });
});
