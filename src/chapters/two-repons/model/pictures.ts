/** @file The data of chapter 4's pictures, from its state. */

import { memo } from "../../../kit/state/memo";
import type { CollisionLawData } from "../view/collisionLaw";
import type { HyperbolaData } from "../view/hyperbola";
import type { InvariantsData } from "../view/invariants";
import type { TwoReponsData } from "../view/planeHandles";
import { fateOf, say, verdictOf } from "./fate";
import { type Motion, motionOf, SAMPLES } from "./motion";
import { oddsAt, oddsFor } from "./odds";
import type { Setup } from "./params";
import type { TwoReponsState } from "./store";

/** The sample that is shown. */
export const sampleOf = (at: number): number => Math.round(at * (SAMPLES - 1));

/** Half the side of the plane without anything far out. */
const HALF = 2;

/** The plane grows by doubling, so that it rests while something is dragged within it. */
const halfOf = memo(({ angle, stiff, soft, ...s }: Setup): number => {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const most = Math.max(
    ...[s.x1x, s.x1y, s.x2x, s.x2y, stiff * cos, stiff * sin, soft * cos, soft * sin].map(Math.abs),
  );
  return HALF * 2 ** Math.max(0, Math.ceil(Math.log2((1.1 * most) / HALF) - 1e-9));
});

const largest = (values: Float64Array): number => values.reduce((a, b) => Math.max(a, b), 0);

const twoRepons = memo((setup: Setup, motion: Motion, now: number): TwoReponsData => {
  const { angle, stiff, soft, x1x, x1y, x2x, x2y } = setup;
  const fate = fateOf(setup);
  const verdict = verdictOf(setup);
  const strongest = largest(motion.a2);
  return {
    half: halfOf(setup),
    starts: [
      [x1x, x1y],
      [x2x, x2y],
    ],
    axes: { angle: (angle * Math.PI) / 180, stiff, soft },
    x1: motion.x1,
    x2: motion.x2,
    now,
    bowl: motion.bowl(now),
    strength: strongest > 0 ? motion.a2[now] / strongest : 0,
    gauge:
      motion.c[0] > 0 && motion.a2[0] > 0
        ? {
            length: motion.c[now] / motion.c[0],
            stiffness: (motion.a2[now] / motion.a2[0]) ** 2,
          }
        : null,
    straight: setup.system === "reduced" && motion.directed ? fate.scalarEnd : null,
    summary:
      `Two repons at ${x1x.toFixed(2)}, ${x1y.toFixed(2)} and ${x2x.toFixed(2)}, ${x2y.toFixed(2)}. ` +
      `${verdict.title}. Half their distance is ${say(motion.c[now])} now.`,
  };
});

export const twoReponsData = ({ setup, at }: TwoReponsState): TwoReponsData =>
  twoRepons(setup, motionOf(setup), sampleOf(at));

const NONE = new Float64Array(0);

const hyperbola = memo((setup: Setup, motion: Motion, now: number): HyperbolaData => {
  const { etaX, etaA } = setup;
  const { a2, c, directed } = motion;
  const half = halfOf(setup);
  const most = Math.max(largest(a2), largest(c));
  return {
    weight: etaX + etaA > 0 ? etaX / (etaX + 2 * etaA) : null,
    reach: half * 2 ** Math.max(0, Math.ceil(Math.log2(most / half))),
    a2: directed ? a2 : NONE,
    c: directed ? c : NONE,
    now,
    summary: directed
      ? `The plane of a2 and c: a2 goes from ${say(a2[0])} to ${say(a2[SAMPLES - 1])}, c from ${say(c[0])} to ${say(c[SAMPLES - 1])}.`
      : "The plane of a2 and c: r = 0 has no direction, so there is no orbit.",
  };
});

export const hyperbolaData = ({ setup, at }: TwoReponsState): HyperbolaData =>
  hyperbola(setup, motionOf(setup), sampleOf(at));

const column = (values: Float64Array, which: 0 | 1): Float64Array =>
  Float64Array.from({ length: values.length / 2 }, (_, k) => values[2 * k + which]);

const curvesOf = memo(({ C, values, directed }: Motion): InvariantsData["curves"] => [
  { label: "λ_1", kind: "exact", values: column(values, 0) },
  { label: "λ_2", kind: "exact", values: column(values, 1) },
  ...(directed ? [{ label: "C", kind: "scalar", values: C } as const] : []),
]);

const invariants = memo((setup: Setup, motion: Motion, now: number): InvariantsData => {
  const { C, values, unit, angle, times } = motion;
  const of = setup.system === "full" ? "of its twin in Eq. 12" : "of M";
  const share = (value: number) => say(Number.isFinite(unit) ? value * unit : value);
  return {
    times,
    curves: curvesOf(motion),
    unit: Number.isFinite(unit)
      ? `C and eigenvalues ${of}, in units of ${say(unit)}`
      : `C and eigenvalues ${of}, without their unit: it is not finite`,
    angle,
    now,
    summary:
      `C is ${share(C[now])} and began at ${share(C[0])}; the eigenvalues are ` +
      `${share(values[2 * now])} and ${share(values[2 * now + 1])} and began at ` +
      `${share(values[0])} and ${share(values[1])}; r has turned by ` +
      `${Math.round((angle[now] * 180) / Math.PI)} degrees.`,
  };
});

export const invariantsData = ({ setup, at }: TwoReponsState): InvariantsData =>
  invariants(setup, motionOf(setup), sampleOf(at));

const collisionLaw = memo(
  (odds: ReturnType<typeof oddsFor>, here: ReturnType<typeof oddsAt>): CollisionLawData => ({
    ...odds,
    here: here && { ...here, ratio: Math.min(Number.MAX_VALUE, here.ratio) },
    summary: here
      ? `Share of random pairs that meet. At the present rates: ${here.paper.toFixed(2)} by Eq. 11, ` +
        `${here.exact.toFixed(2)} by the exact law, ${here.counted.share.toFixed(2)} of ${odds.draws} draws.`
      : "Share of random pairs that meet; with both rates 0 there is no ratio.",
  }),
);

export const collisionLawData = ({ setup }: TwoReponsState): CollisionLawData =>
  collisionLaw(oddsFor(setup), oddsAt(setup));
