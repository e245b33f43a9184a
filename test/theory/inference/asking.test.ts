import { describe, expect, test } from "vitest";
import { CLASSES, type ClassName } from "../../../src/theory/className";
import { type Asker, raceAskers } from "../../../src/theory/inference/askers";
import {
  askNext,
  bestPairs,
  isSettled,
  type Known,
  knownFrom,
} from "../../../src/theory/inference/asking";
import { maskOrder } from "../../../src/theory/inference/bound";
import { priorOf, SILENT } from "../../../src/theory/inference/prior";
import { UNKNOWN } from "../../../src/theory/inference/sample";
import { integer } from "../../../src/theory/random";
import { makeRelation, type RelationName } from "../../../src/theory/relation";
import { commonTo, MEMBERS, SIDE, shareOf } from "./members";

const SIZE: Partial<Record<ClassName, number>> = { equivalence: 6, "total-order": 5, tree: 5 };
const sizeOf = (name: ClassName) => SIZE[name] ?? 3;

const begin = (of: Parameters<typeof knownFrom>[0]) =>
  knownFrom(of, new Uint8Array(of.n ** 2)) as Known;

/** The pairs with the most even split among the members that are left. */
function evenest(members: readonly Uint8Array[]): number[] {
  const uneven = Array.from(shareOf(members), (p) => Math.abs(p - 0.5));
  const least = Math.min(...uneven);
  return least === 0.5 ? [] : uneven.flatMap((each, pair) => (each < least + 1e-12 ? [pair] : []));
}

describe.each(CLASSES.map((name) => [name] as const))("%s, against all its members", (name) => {
  const n = sizeOf(name);
  const members = MEMBERS[name](n, 3);
  const prior = { class: name, classes: 3, side: SIDE.slice(0, n) };

  test("bits learnt are the logarithm of how many members an answer leaves, and the best pair splits them most evenly", () => {
    for (let seed = 0; seed < 6; seed++) {
      const truth = members[integer(seed, "relation", 1, members.length)];
      const of = { n, truth, prior };
      let known = begin(of);
      let [left, bits] = [members, 0];
      for (const pair of maskOrder(n, seed, 0)) {
        expect(bestPairs(known)).toEqual(SILENT[name] ? [] : evenest(left));
        const was = known.value;
        const step = askNext(of, known, pair);
        if (!step) throw new Error("a member contradicts its class");
        left = left.filter((each) => each[pair] === truth[pair]);
        if (SILENT[name]) expect(step.bits === null || step.bits === 0).toBe(true);
        else bits += step.bits as number;
        known = step.known;
        expect(known.value).toEqual(commonTo(left));
        const fresh = [...known.value.keys()].filter(
          (each) => each !== pair && was[each] === UNKNOWN && known.value[each] !== UNKNOWN,
        );
        expect(step.follow).toEqual(fresh);
        if (!SILENT[name]) expect(bits).toBeCloseTo(Math.log2(members.length / left.length), 9);
        expect(isSettled(known)).toBe(left.length === 1);
      }
    }
  });
});

test("the paper’s example: any first answer is one bit, and 4 < 5 after the order of 0 to 4 makes four pairs follow", () => {
  const n = 10;
  const { truth } = makeRelation("greater-than", {
    n,
    classes: 2,
    seed: 0,
    matrix: new Uint8Array(n * n),
  });
  const of = {
    n,
    truth,
    prior: { class: "total-order", classes: 2, side: new Uint8Array(n) } as const,
  };
  const first = begin(of);
  for (const pair of [9, 45, 90]) expect(askNext(of, first, pair)?.bits).toBeCloseTo(1, 12);
  let known = first;
  for (const x of [0, 1, 2, 3]) known = askNext(of, known, x * n + x + 1)?.known as Known;
  const step = askNext(of, known, 45);
  const upwards = step?.follow.filter((pair) => pair % n > Math.floor(pair / n));
  expect(upwards).toEqual([5, 15, 25, 35]);
  // Six places for 5 among 0 to 4, one of them after 4: log2 6 bits.
  expect(step?.bits).toBeCloseTo(Math.log2(6), 9);
});

/** Runs a generator to its end. */
function end<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

test("the race is that of a brute force over all orders of five, run by run", () => {
  const n = 5;
  const members = MEMBERS["total-order"](n, 2);
  const truth = members[17];
  const prior = { class: "total-order", classes: 2, side: new Uint8Array(n) } as const;
  const askers = end(raceAskers({ n, truth, prior, runs: 12, seed: 3 })) as Asker[];
  const mean = (
    next: (left: readonly Uint8Array[], order: Int32Array, asked: Set<number>) => number,
  ) => {
    let sum = 0;
    for (let mask = 0; mask < 12; mask++) {
      const asked = new Set<number>();
      for (let left = members; left.length > 1; sum++) {
        const pair = next(left, maskOrder(n, 3, mask), asked);
        asked.add(pair);
        left = left.filter((each) => each[pair] === truth[pair]);
      }
    }
    return sum / 12;
  };
  const first = (order: Int32Array, of: (pair: number) => boolean) => order.find(of) as number;
  const expected = {
    best: mean((left, order) => first(order, (pair) => evenest(left).includes(pair))),
    open: mean((left, order) => {
      const common = commonTo(left);
      return first(order, (pair) => common[pair] === UNKNOWN);
    }),
    chance: mean((_, order, asked) => first(order, (pair) => !asked.has(pair))),
  };
  expect(Object.fromEntries(askers.map(({ name, questions }) => [name, questions.mean]))).toEqual({
    best: expect.closeTo(expected.best, 9),
    open: expect.closeTo(expected.open, 9),
    chance: expect.closeTo(expected.chance, 9),
  });
  for (const { bits } of askers) expect(bits?.at(-1)).toBeCloseTo(Math.log2(120), 9);
  expect(expected.best).toBeLessThan(expected.open);
  expect(expected.open).toBeLessThan(expected.chance);
});

test.each([
  ["greater-than", "symmetric"],
  ["complete-bipartite", "equivalence"],
] as const)(
  "%s known as %s contradicts itself, and there is no race",
  (name: RelationName, declared) => {
    const n = 6;
    const relation = makeRelation(name, { n, classes: 2, seed: 0, matrix: new Uint8Array(n * n) });
    const prior = priorOf(name, relation, declared, 2);
    expect(end(raceAskers({ n, truth: relation.truth, prior, runs: 2, seed: 0 }))).toBeNull();
  },
);

test("equivalences with five classes on ten elements are listed, not sampled", () => {
  const n = 10;
  const relation = makeRelation("modulo-5", {
    n,
    classes: 5,
    seed: 0,
    matrix: new Uint8Array(n * n),
  });
  const known = begin({ n, truth: relation.truth, prior: priorOf("modulo-5", relation) });
  // S(9, 5) of S(10, 5) partitions have two given elements together.
  expect(known.p?.[1]).toBeCloseTo(6951 / 42525, 12);
});
