import { describe, expect, test } from "vitest";
import { type Lattice, latticeOf } from "../../../../src/chapters/phases/model/lattice";
import {
  BEST,
  chosenRule,
  entryOf,
  makePhases,
  scoresOf,
} from "../../../../src/chapters/phases/model/scores";
import {
  orderOf,
  ranks,
  survey,
  type Verdict,
  verdictsOf,
} from "../../../../src/chapters/phases/model/survey";
import { cells, type Experiment } from "../../../../src/experiment/experiment";
import { DEFAULTS } from "../../../../src/experiment/params";
import type { Result } from "../../../../src/kit/study/model/result";
import type { Phase } from "../../../../src/theory/phase";

const half = Array.from({ length: 9 }, (_, i) => 10 ** (-5 + i / 2));

const plane = (seeds: number, x: "encoderRate" | "decoderDecay" = "encoderRate"): Experiment => ({
  base: { ...DEFAULTS, batch: 64 },
  axes: [
    { key: x, values: x === "decoderDecay" ? [0, ...half.slice(1)] : half },
    { key: "decoderRate", values: half },
    { key: "seed", values: Array.from({ length: seeds }, (_, i) => i) },
  ],
});

const lattice = (experiment: Experiment): Lattice => {
  const found = latticeOf(experiment);
  if (!found) throw new Error("it is a lattice");
  return found;
};

/** The phase of each replica by its two knobs. */
const measured = (
  experiment: Experiment,
  phase: (x: number, y: number, seed: number) => Phase,
): (Phase | null)[] => {
  const { x } = lattice(experiment);
  return cells(experiment).map((each) =>
    phase(Math.log10(each[x.key]), Math.log10(each.decoderRate), each.seed),
  );
};

describe("scores of rules", () => {
  test("are right everywhere for the rule that made the cells, and below for the others", () => {
    const experiment = plane(3);
    const phases = measured(experiment, (x, y) =>
      y > -1.2 ? "confusion" : x - y > -1.2 ? "generalisation" : "memorisation",
    );
    const scores = scoresOf(lattice(experiment), phases, BEST);
    const rule = (name: string) => scores.rules.find((each) => each.rule === name);
    expect(scores).toMatchObject({ decided: 243, confused: 27, columns: [] });
    expect(rule("ratio")).toMatchObject({ right: 216, of: 216, moves: { slid: false } });
    expect(rule("ratio")?.line?.at).toBeCloseTo(-1.25, 6);
    expect(scores.fit?.slope).toBeCloseTo(1, 1);
    // By hand: right where (x - y > -1.2) is the same as (x + y <= -7), y <= -1.5.
    let byHand = 0;
    for (let x = -10; x <= -2; x++)
      for (let y = -10; y <= -3; y++) if (x - y > -2.4 === x + y <= -14) byHand += 3;
    expect(rule("paper")?.right).toBe(byHand);
    // Half decades: x - y > -1.2 and x - y >= -1 are the same cells.
    expect(rule("second")).toMatchObject({ right: 216, of: 216, line: { x: 1, y: -1, at: -1 } });
    expect(rule("majority")?.right).toBeLessThan(216);
  });

  test("follow a threshold that the reader moves", () => {
    const experiment = plane(1);
    const phases = measured(experiment, (x, y) => (x - y > -1.2 ? "grokking" : "memorisation"));
    const moved = scoresOf(lattice(experiment), phases, { ...BEST, ratio: 1 }).rules[0];
    expect(moved).toMatchObject({ rule: "ratio", moves: { slid: true }, line: { at: 0 } });
    // The cells with x - y of -1 and -0.5 are lost: 7 and 8 of them.
    expect(moved.right).toBe(81 - 15);
  });

  test("follow the one rate, and the one decay, that the reader holds all columns to", () => {
    const experiment = plane(1, "decoderDecay");
    const plain = lattice(experiment);
    const phases = measured(experiment, (x) => (x > -1.8 ? "grokking" : "memorisation"));
    const rules = (thresholds: Partial<typeof BEST>) =>
      scoresOf(plain, phases, { ...BEST, ...thresholds }).rules;
    const [, , across] = rules({}); // A fit finds no slope: the boundary is upright.
    // Best: between 10^-2 and 10^-1.5, the column of no decay on the side of small ones.
    expect(across).toMatchObject({ rule: "across", right: 81, of: 81 });
    expect(across.line?.at).toBeCloseTo(-1.75, 6);
    // Beyond 1 there is no column: those of 10^-1.5 and 10^-1 are lost, nine each.
    expect(rules({ across: 1 })[2]).toMatchObject({ right: 81 - 18, moves: { slid: true } });
    // Learns where eta_dec <= 10^-2.25: six of nine rows of the two columns, three rows of the others.
    const [height] = rules({ height: 10 ** -2.25 });
    expect(height).toMatchObject({ rule: "height", right: 2 * 6 + 7 * 3 });
    const { moves } = height;
    expect(moves && entryOf(plain, moves, -2.25)).toBeCloseTo(10 ** -2.25, 5); // Three digits.
    // Beyond the last row nothing changes any more, so no further.
    expect(moves && entryOf(plain, moves, 9)).toBeCloseTo(10 ** -0.75, 3);
  });

  test("of Figure 6 name the columns that depart; no decay has no place in the fit", () => {
    const experiment = plane(2, "decoderDecay");
    const phases = measured(experiment, (x, y) =>
      x > -1.8 || y < -2.2 ? "generalisation" : "memorisation",
    );
    const scores = scoresOf(lattice(experiment), phases, BEST);
    expect(scores.rules.map(({ rule }) => rule)).toEqual([
      "height",
      "columns",
      "fit",
      "across",
      "majority",
    ]);
    expect(scores.columns[0].x).toBe(-Infinity);
    // Two columns learn throughout, the others up to 10^-2.25: each its own is never wrong.
    expect(scores.columns.map(({ own }) => own.threshold)).toEqual([
      ...Array(7).fill(expect.closeTo(-2.25, 9)),
      Infinity,
      Infinity,
    ]);
    const rule = (name: string) => scores.rules.find((each) => each.rule === name);
    expect(rule("columns")).toMatchObject({ right: 162, of: 162, line: null, moves: null });
    expect(rule("columns")?.says({ x: -1, y: -1 })).toBe(true);
    expect(rule("columns")?.says({ x: -Infinity, y: -1 })).toBe(false);
    expect(rule("height")?.right).toBe(162 - 2 * 2 * 3);
    expect(scores.fit?.of).toBe(2 * 8 * 9);
    expect(rule("fit")?.says({ x: -Infinity, y: -3 })).toBeNull();
    expect(rule("fit")?.says({ x: -1, y: -5 })).toBe(true);
    expect(chosenRule(scores, "ratio").rule).toBe("height");
  });

  test("are those of nothing while nothing is decided", () => {
    const experiment = plane(1);
    const { rules, fit } = scoresOf(lattice(experiment), Array(81).fill(null), BEST);
    expect(fit).toBeNull();
    for (const { right, of } of rules) expect([right, of]).toEqual([0, 0]);
  });
});

describe("the order of cells", () => {
  test("takes each once, corners and a coarse lattice first", () => {
    for (const [columns, rows] of [
      [3, 3],
      [7, 7],
      [9, 4],
      [21, 21],
    ]) {
      const rank = ranks(columns, rows);
      expect([...rank].sort((a, b) => a - b)).toEqual(Array.from(rank.keys()));
      const corner = rank[columns * rows - 1];
      expect(corner).toBeLessThan(16);
    }
    // 9 x 9: the first nine are every fourth.
    const first = ranks(9, 9).flatMap((rank, cell) => (rank < 9 ? [cell] : []));
    expect(first).toEqual([0, 4, 8, 36, 40, 44, 72, 76, 80]);
  });

  test("goes through all cells with one seed before the next seed", () => {
    const experiment = plane(2);
    const { index } = lattice(experiment);
    const choose = orderOf(lattice(experiment), false, () => []);
    const waiting = new Set(cells(experiment).keys());
    const seen: number[] = [];
    while (waiting.size > 0) {
      const next = choose([...waiting], []);
      if (next === null) throw new Error("all are wanted");
      waiting.delete(next);
      seen.push(next);
    }
    expect(seen.slice(0, 81).every((replica) => replica % 2 === 0)).toBe(true);
    expect(seen[0]).toBe(index(0, 0, 0));
  });
});

describe("a survey of the boundary", () => {
  /** Trains what is wanted until nothing is; how many cells that took, and what is inferred. */
  function explore(columns: number, rows: number, truth: (x: number, y: number) => Phase) {
    const verdicts: Verdict[] = Array(columns * rows).fill(null);
    for (;;) {
      const { wanted, inferred } = survey(columns, rows, verdicts);
      if (wanted.length === 0)
        return { trained: verdicts.filter((v) => v !== null).length, verdicts, inferred };
      for (const cell of wanted) verdicts[cell] = truth(Math.floor(cell / rows), cell % rows);
    }
  }

  test("ends with every cell trained or inferred, rightly where one line divides the plane", () => {
    for (const [columns, rows] of [
      [9, 9],
      [21, 21],
      [12, 7],
      [3, 3],
    ])
      for (const shift of [-3, 0, 2]) {
        const truth = (x: number, y: number): Phase =>
          x - y >= shift ? "generalisation" : "memorisation";
        const { verdicts, inferred } = explore(columns, rows, truth);
        for (let cell = 0; cell < columns * rows; cell++) {
          const expected = truth(Math.floor(cell / rows), cell % rows);
          expect(verdicts[cell] ?? inferred[cell]).toBe(expected);
        }
      }
  });

  test("trains few cells of a large plane", () => {
    const { trained } = explore(21, 21, (x, y) => (x > y ? "generalisation" : "memorisation"));
    expect(trained).toBeLessThan(0.4 * 441);
  });

  test("infers nothing beside a cell that is otherwise, however the boundary winds", () => {
    const truth = (x: number, y: number): Phase =>
      Math.hypot(x - 10, y - 9) < 6 ? "grokking" : x > 15 ? "confusion" : "memorisation";
    const { verdicts, inferred } = explore(21, 21, truth);
    for (let x = 0; x < 20; x++)
      for (let y = 0; y < 21; y++) {
        const [a, b] = [x * 21 + y, (x + 1) * 21 + y];
        const known = (cell: number) => verdicts[cell] ?? inferred[cell];
        if (known(a) !== known(b)) expect([inferred[a], inferred[b]]).toEqual([null, null]);
      }
  });

  test("holds a cell whose seeds differ for unlike all", () => {
    const experiment = plane(2);
    const phases = measured(experiment, (x, y, seed) =>
      x < -4.9 && y < -4.9 && seed === 1 ? "grokking" : "generalisation",
    );
    const verdicts = verdictsOf(lattice(experiment), phases);
    expect(verdicts[0]).toBe("mixed");
    expect(verdicts[1]).toBe("generalisation");
    const coarse = verdicts.map((v, cell) =>
      Math.floor(cell / 9) % 4 === 0 && cell % 4 === Math.floor(cell / 9) % 4 ? v : null,
    );
    coarse[0] = "mixed";
    const { inferred } = survey(9, 9, coarse);
    expect(inferred[2 * 9 + 2]).toBeNull();
  });
});

describe("phases", () => {
  const settings = [DEFAULTS];
  const at = (step: number, train: number | null, test: number | null): Result => ({
    progress: { step, train, test, fellBack: false },
    accuracies: { train: 1, test: 1, entire: 1 },
    outcome: null,
    exact: true,
  });

  test("are known before a network has finished, and stay the same object while none is new", () => {
    const phases = makePhases();
    const open = phases([at(100, 50, null)], settings);
    expect(open).toEqual([null]);
    expect(phases([at(200, 50, null)], settings)).toBe(open);
    const decided = phases([at(300, 50, 250)], settings);
    expect(decided).toEqual(["generalisation"]);
    expect(phases([at(400, 50, 250)], settings)).toBe(decided);
  });
});
