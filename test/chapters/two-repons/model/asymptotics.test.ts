import { expect, test } from "vitest";
import { asymptoticsOf } from "../../../../src/chapters/two-repons/model/asymptotics";
import { verdictOf } from "../../../../src/chapters/two-repons/model/fate";
import { motionOf, SAMPLES } from "../../../../src/chapters/two-repons/model/motion";
import { centred, SETUP_HOME, type Setup } from "../../../../src/chapters/two-repons/model/params";
import { twoReponsData } from "../../../../src/chapters/two-repons/model/pictures";
import { PRESETS } from "../../../../src/chapters/two-repons/model/presets";

const setup = (changes: Partial<Setup>): Setup => centred({ ...SETUP_HOME, ...changes });
const holds = (changes: Partial<Setup>) => asymptoticsOf(setup(changes))?.holds;

test("every preset ends as it says", () => {
  for (const { label, phase, changes } of Object.values(PRESETS))
    expect([label, verdictOf(setup(changes)).phase]).toEqual([label, phase]);
});

test("(i) holds where A0 feels all of r, and fails by the part that it does not feel", () => {
  expect(holds(PRESETS.decoderRests.changes)).toMatch(/^\(i\) is right here/);
  // The unfelt part of (0.9, 0.45) is 0.45, of |r| = 1.006.
  expect(holds(PRESETS.unfelt.changes)).toMatch(/ends at 0\.45 of 1\.01\.$/);
  const { x1 } = motionOf(setup(PRESETS.unfelt.changes));
  expect([x1[2 * SAMPLES - 2], x1[2 * SAMPLES - 1]].map((x) => x.toFixed(3))).toEqual([
    "0.000",
    "0.450",
  ]);
});

test("(ii) fails by what A0 feels across r, and holds where it feels nothing there", () => {
  const { last } = motionOf(setup(PRESETS.reponsRest.changes));
  const [a, b, c, d] = last.A.values;
  const [x, y] = last.r;
  const length = Math.hypot(x, y);
  const feels = (u: number, v: number) => Math.hypot(a * u + b * v, c * u + d * v) / length;
  // The integrator's A at the end of the timeline: along r it is gone, across it is not.
  expect(feels(x, y)).toBeLessThan(1e-3);
  const told = Number(holds(PRESETS.reponsRest.changes)?.match(/feels ([\d.]+) for/)?.[1]);
  expect(told).toBeCloseTo(feels(-y, x), 2);
  expect(told).toBeGreaterThan(0.5);
  expect(holds({ ...PRESETS.hooke.changes, etaX: 0 })).toMatch(/^\(ii\) is right here/);
});

test("Hooke's spring begins with length and stiffness 1, and ends at what C leaves it", () => {
  const one = {
    setup: setup(PRESETS.hooke.changes),
    playing: false,
    held: false,
    evidence: "outcome",
  } as const;
  expect(twoReponsData({ ...one, at: 0 }).gauge).toEqual({ length: 1, stiffness: 1 });
  const end = twoReponsData({ ...one, at: 1 }).gauge;
  // C = 1 / (2 eta) - 1 / eta: |r|^2 ends at 1/2, and nothing is left of the stiffness.
  expect(end?.length).toBeCloseTo(Math.SQRT1_2, 3);
  expect(end?.stiffness).toBeLessThan(1e-3);
  expect(holds(PRESETS.hooke.changes)).toMatch(
    /Of its first stiffness nothing is left at the end, and of its first length 0\.707\.$/,
  );
});

test("of other pairs nothing is said", () => {
  for (const changes of [{}, { etaX: 0, etaA: 0 }, { etaA: 0, system: "full" }] as const)
    expect(asymptoticsOf(setup(changes))).toBeNull();
});
