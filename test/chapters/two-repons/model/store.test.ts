import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../../src/chapters/two-repons/model/claims";
import { fateOf, verdictOf } from "../../../../src/chapters/two-repons/model/fate";
import {
  move,
  ratesOf,
  SAMPLES,
  systemOf,
  timeAt,
} from "../../../../src/chapters/two-repons/model/motion";
import { oddsAt, oddsFor } from "../../../../src/chapters/two-repons/model/odds";
import {
  centred,
  SETUP_HOME,
  type Setup,
  TWO_REPONS_PART,
} from "../../../../src/chapters/two-repons/model/params";
import { PRESETS, type Preset } from "../../../../src/chapters/two-repons/model/presets";
import {
  advance,
  applySetup,
  bindPlayback,
  changeSetup,
  moveAxis,
  moveRepon,
  play,
  scrub,
  twoReponsState,
} from "../../../../src/chapters/two-repons/model/store";
import { choose } from "../../../../src/kit/live/model/actions";
import { partOf } from "../../../../src/kit/live/model/link";
import type { Store } from "../../../../src/kit/live/model/store";
import { createPageStore } from "../../../../src/kit/live/model/store";
import { solve } from "../../../../src/theory/repon/exact";
import { pairOf } from "../../../../src/theory/repon/full";
import { invariantSpectrum, project } from "../../../../src/theory/repon/measure";
import { census } from "../../../../src/theory/repon/probability";
import { conserved } from "../../../../src/theory/repon/scalar";

const setup = (changes: Partial<Setup> = {}): Setup => centred({ ...SETUP_HOME, ...changes });

/** Settings at which something is 0, infinite or without direction. */
const DEGENERATE: Readonly<Record<string, Partial<Setup>>> = {
  "A0 of rank 1": { soft: 0 },
  "A0 = 0": { stiff: 0, soft: 0 },
  "r0 = 0": { x1x: 0, x1y: 0, x2x: 0, x2y: 0 },
  "the repons at rest": { etaX: 0 },
  "the decoder at rest": { etaA: 0 },
  "both rates 0": { etaX: 0, etaA: 0 },
  "a ratio of 1e12": { etaX: 1e3, etaA: 1e-9 },
  "a ratio of 1e-12": { etaX: 1e-9, etaA: 1e3 },
  "a very strong decoder": { stiff: 1000 },
  "repons far apart": { x1x: 1000, x1y: 1000, x2x: -1000, x2y: -1000 },
  "nothing at all": { etaX: 0, etaA: 0, stiff: 0, soft: 0, x1x: 0, x1y: 0, x2x: 0, x2y: 0 },
};

describe("the motion of two repons", () => {
  /** The integrator's tolerance is 1e-8 a step; docs/dynamics.md finds a few hundred times that. */
  const DRIFT = 1e-6;

  test("starts with C and the eigenvalues of M that theory gives, in its unit", () => {
    const given = setup({ x1x: 0.9, x1y: -0.2, x2x: -0.9, x2y: 0.2, etaX: 3e-3 });
    const motion = move(given);
    const pair = pairOf(systemOf(given));
    const spectrum = invariantSpectrum(pair, ratesOf(given)).values;
    // Rounding of a handful of operations.
    const rounding = { rtol: 1e-12 };
    expect([motion.C[0] * motion.unit]).toBeAllclose(
      [conserved(project(pair), ratesOf(given))],
      rounding,
    );
    expect([0, 1].map((i) => motion.values[i] * motion.unit)).toBeAllclose(spectrum, rounding);
  });

  test("M's eigenvalues stay, C falls and r turns where r0 is no axis of A0", () => {
    const { C, values, angle } = move(setup(PRESETS.misled.changes));
    for (let k = 0; k < SAMPLES; k++)
      expect(values.subarray(2 * k, 2 * k + 2)).toBeAllclose(values.subarray(0, 2), {
        atol: DRIFT,
      });
    for (let k = 1; k < SAMPLES; k++) expect(C[k]).toBeLessThanOrEqual(C[k - 1] + DRIFT);
    expect(C[0]).toBeGreaterThan(0);
    expect(C[SAMPLES - 1]).toBeLessThan(0);
    expect(angle[SAMPLES - 1]).toBeGreaterThan(0.5);
  });

  test("C stays and r does not turn where r0 is an axis of A0", () => {
    const { C, angle } = move(setup(PRESETS.eigenvector.changes));
    expect(C).toBeAllclose(new Float64Array(SAMPLES).fill(C[0]), { atol: DRIFT });
    expect(angle).toBeAllclose(new Float64Array(SAMPLES), { atol: DRIFT });
  });

  test("the full system keeps its own matrix, and C rises where a target pulls", () => {
    const { C, values } = move(setup(PRESETS.target.changes));
    for (let k = 0; k < SAMPLES; k++)
      expect(values.subarray(2 * k, 2 * k + 2)).toBeAllclose(values.subarray(0, 2), {
        atol: DRIFT,
      });
    expect(C[SAMPLES - 1]).toBeGreaterThan(C[0] + 0.05);
  });

  test("with no target and both at rest in the middle, full and reduced are one motion", () => {
    const reduced = move(setup());
    const full = setup({ system: "full", y1: 0, y2: 0 });
    const followed = move(full);
    const exact = solve(pairOf(systemOf(full)), ratesOf(full));
    followed.times.forEach((time, k) => {
      expect(followed.x1.subarray(2 * k, 2 * k + 2)).toBeAllclose(exact.r(time), { atol: DRIFT });
    });
    expect(reduced.times[SAMPLES - 1]).toBeGreaterThan(followed.times[SAMPLES - 1]);
  });

  test.for(Object.entries(DEGENERATE))("%s gives numbers throughout", ([, changes]) => {
    for (const system of ["reduced", "full"] as const) {
      const given = setup({ ...changes, system });
      const { times, x1, x2, a2, c, C, values, angle, tau } = move(given);
      for (const column of [times, x1, x2, a2, c, C, values, angle, [tau]])
        expect(Array.from(column).every(Number.isFinite)).toBe(true);
    }
  });
});

describe("the verdict", () => {
  test.for(Object.entries<Preset>(PRESETS))(
    "of preset %s is the phase it promises",
    ([, { phase, changes }]) => {
      expect(verdictOf(setup(changes)).phase).toBe(phase);
    },
  );

  test("names the disagreement of the two rules", () => {
    const given = setup(PRESETS.misled.changes);
    expect(fateOf(given)).toMatchObject({ scalar: true, collides: false });
    expect(verdictOf(given).detail).toMatch(
      /scalar rule is wrong: C.=.317.>.0, but load 2\.07.>.1/,
    );
  });

  test.for(Object.entries(DEGENERATE))("for %s is a sentence without NaN", ([, changes]) => {
    for (const system of ["reduced", "full"] as const) {
      const given = setup({ ...changes, system });
      const { title, detail } = verdictOf(given);
      const { paper, holds } = claimsOf(given);
      const said = [title, detail, ...paper, ...holds].join(" ");
      expect(said).not.toMatch(/NaN|Infinity|undefined|null/);
      expect(detail.length).toBeGreaterThan(10);
    }
  });

  test.for([
    ["both rates 0", "Nothing moves", null],
    ["r0 = 0", "They have met already", "generalisation"],
    ["A0 = 0", "They stay where they are", "memorisation"],
    ["the repons at rest", "They stay where they are", "memorisation"],
    ["the decoder at rest", "They meet", "generalisation"],
    ["A0 of rank 1", "They stay apart", "memorisation"],
    ["a ratio of 1e12", "They meet", "generalisation"],
    ["a ratio of 1e-12", "They stay apart", "memorisation"],
  ] as const)("for %s is: %s", ([name, title, phase]) => {
    expect(verdictOf(setup(DEGENERATE[name]))).toMatchObject({ title, phase });
  });
});

describe("the share of random pairs that meet", () => {
  test("counted at any rates and widths from one set of draws is what a census counts", () => {
    const given = setup({ etaX: 4e-3, sigmaA: 1.5, sigmaC: 0.8 });
    const { draws } = oddsFor(given);
    const counted = census(0, draws, given.d, given.outputs, ratesOf(given), given);
    expect(oddsAt(given)?.counted).toEqual(counted.exact);
  });

  test("is the exact law's within four standard errors", () => {
    for (const [d, outputs] of [
      [1, 1],
      [2, 2],
      [2, 5],
      [3, 3],
    ])
      for (const etaX of [3e-4, 1e-3, 1e-2]) {
        const here = oddsAt(setup({ d, outputs, etaX }));
        expect([here?.counted.share ?? 0]).toBeAllclose([here?.exact ?? 1], {
          atol: 4 * (here?.counted.error ?? 0),
        });
      }
  });

  test("is Eq. 11's for one dimension and one output, and has no value at 0/0", () => {
    const here = oddsAt(setup({ d: 1, outputs: 1 }));
    expect([here?.exact ?? 0]).toBeAllclose([here?.paper ?? 1], { atol: 1e-12 });
    expect(oddsAt(setup({ etaX: 0, etaA: 0 }))).toBeNull();
  });
});

describe("a reader", () => {
  test("moves one repon and the other mirrors it, unless the system is full", () => {
    const store = createPageStore();
    moveRepon(store, 2, [0.5, -0.25]);
    expect(twoReponsState(store).getState().setup).toMatchObject({
      x1x: -0.5,
      x1y: 0.25,
      x2x: 0.5,
      x2y: -0.25,
    });
    changeSetup(store, { system: "full" });
    moveRepon(store, 1, [1, 1]);
    expect(twoReponsState(store).getState().setup).toMatchObject({
      x1x: 1,
      x1y: 1,
      x2x: 0.5,
      x2y: -0.25,
    });
    changeSetup(store, { system: "reduced" });
    expect(twoReponsState(store).getState().setup).toMatchObject({ x1x: 0.25, x2x: -0.25 });
  });

  test("turns and stretches the axes of A0, whose angle stays within half a turn", () => {
    const store = createPageStore();
    moveAxis(store, "soft", { angle: (-3 * Math.PI) / 2, length: 0.4 });
    expect(twoReponsState(store).getState().setup).toMatchObject({ angle: 90, soft: 0.4 });
  });

  test("plays to the end, once, and plays again from the start", () => {
    const store = createPageStore();
    for (let i = 0; i < 100; i++) advance(store, 0.1);
    expect(twoReponsState(store).getState()).toMatchObject({ at: 1, playing: false });
    play(store, true);
    expect(twoReponsState(store).getState()).toMatchObject({ at: 0, playing: true });
    scrub(store, 0.5);
    expect(twoReponsState(store).getState()).toMatchObject({ at: 0.5, playing: false });
  });

  test("a preset keeps the random draws and starts anew", () => {
    const store = createPageStore();
    changeSetup(store, { d: 3, soft: 0.1 });
    scrub(store, 1);
    applySetup(store, PRESETS.scalar.changes);
    expect(twoReponsState(store).getState()).toMatchObject({ at: 0, playing: true });
    expect(twoReponsState(store).getState().setup).toMatchObject({ d: 3, soft: 0, stiff: 1.5 });
  });

  test("the timeline reaches 300 times the fastest change", () => {
    expect(timeAt(2, 0)).toBe(0);
    expect([timeAt(2, 1)]).toBeAllclose([600], { rtol: 1e-12 });
  });
});

describe("two repons and link", () => {
  const written = (page: Store) => partOf(page.getState().link, TWO_REPONS_PART);

  test("are one: what is dragged is in the link, and plays on", () => {
    const page = createPageStore();
    const end = bindPlayback(page);
    scrub(page, 0.5);
    for (let i = 1; i <= 20; i++) moveRepon(page, 1, [i / 20, 0]);
    expect(written(page)).toMatchObject({ x1x: 1, x1y: 0, x2x: -1, x2y: 0 });
    expect(twoReponsState(page).getState()).toMatchObject({ at: 0.5, setup: written(page) });
    end();
  });

  test("that another link brings are played from their start", () => {
    const page = createPageStore();
    const end = bindPlayback(page);
    scrub(page, 0.5);
    choose(page, TWO_REPONS_PART, { soft: 0 });
    expect(twoReponsState(page).getState()).toMatchObject({
      at: 0,
      playing: true,
      setup: { ...SETUP_HOME, soft: 0 },
    });
    end();
    scrub(page, 0.5);
    choose(page, TWO_REPONS_PART, { soft: 1 });
    expect(twoReponsState(page).getState().at).toBe(0.5);
    // The chapter is opened again.
    bindPlayback(page)();
    expect(twoReponsState(page).getState().at).toBe(0);
  });
});
