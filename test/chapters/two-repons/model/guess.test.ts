import { describe, expect, test } from "vitest";
import { codec, HOME } from "../../../../src/app/chapters";
import { fateOf } from "../../../../src/chapters/two-repons/model/fate";
import {
  criticalDistance,
  MEETING_GUESS,
  selectPlane,
  twoReponsGuessState,
} from "../../../../src/chapters/two-repons/model/guess";
import { centred, SETUP_HOME, type Setup } from "../../../../src/chapters/two-repons/model/params";
import { PRESETS } from "../../../../src/chapters/two-repons/model/presets";
import { changeSetup } from "../../../../src/chapters/two-repons/model/store";
import { beginGuess, revealGuess } from "../../../../src/kit/live/guess/actions";
import type { Guess } from "../../../../src/kit/live/guess/guess";
import { createPageStore } from "../../../../src/kit/live/model/store";

const { asked } = MEETING_GUESS;
const distance = (at: number): Guess => ({ kind: "distance", values: [at] });
const setupOf = (changes: Partial<Setup>): Setup => centred({ ...SETUP_HOME, ...changes });

describe("the distance from which two still meet", () => {
  const reduced = Object.entries(PRESETS).filter(
    ([, { changes }]) =>
      !("system" in changes) &&
      ![0, Number.POSITIVE_INFINITY].includes(criticalDistance(setupOf(changes)) ?? 0),
  );

  test.for(reduced)(
    "%s: a hair nearer they meet, a hair further they do not",
    ([, { changes }]) => {
      const setup = setupOf(changes);
      const critical = criticalDistance(setup) as number;
      const { separation } = fateOf(setup);
      const meets = (at: number) => {
        const scale = at / separation;
        const { x1x, x1y } = setup;
        return fateOf(
          setupOf({
            ...setup,
            x1x: scale * x1x,
            x1y: scale * x1y,
            x2x: -scale * x1x,
            x2y: -scale * x1y,
          }),
        ).exact.collides;
      };
      expect([meets(0.999 * critical), meets(1.001 * critical)]).toEqual([true, false]);
    },
  );

  test("is none where nothing parts them, and not asked of the full system", () => {
    expect(criticalDistance(setupOf({ etaA: 0 }))).toBe(Infinity);
    expect(criticalDistance(setupOf({ system: "full" }))).toBeNull();
    expect(criticalDistance(setupOf({ x1x: 0, x1y: 0, x2x: 0, x2y: 0 }))).toBeNull();
  });
});

test("while it is guessed the plane shows the start alone; then the distance is told", () => {
  const store = createPageStore({ ...HOME, chapter: "two-repons" }, [], {
    codec,
    rests: () => true,
    stored: () => null,
  });
  const state = () => twoReponsGuessState(store).getState();
  const truth = criticalDistance(state().two.setup) as number;
  beginGuess(store, distance(2 * truth));
  expect(asked.verdict(state())).toBeNull();
  const hidden = selectPlane(state());
  expect([hidden.x1.length, hidden.straight, hidden.now]).toEqual([2, null, 0]);
  expect(hidden.summary).not.toMatch(/meet\.|apart\./);
  revealGuess(store);
  expect(selectPlane(state()).x1.length).toBeGreaterThan(2);
  expect(asked.verdict(state())).toMatch(
    /^Your guess, \|r\| = .*, is 2 times too far: it was \|r\| = /,
  );
  changeSetup(store, { system: "full" });
  expect(asked.own(state())).toBeNull();
  expect(asked.refused(state())).toContain("is about Eq. 7, and the full system is shown");
});
