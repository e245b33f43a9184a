/**
 * @file What becomes of the pair, by the scalar rule and by the exact criterion.
 */

import { memo } from "../../../kit/state/memo";
import { PHASE_MEANINGS, type Phase } from "../../../theory/phase";
import { load, type Outcome, solve } from "../../../theory/repon/exact";
import { pairOf } from "../../../theory/repon/full";
import { apply, norm } from "../../../theory/repon/matrix";
import { project } from "../../../theory/repon/measure";
import { conserved, scalarAt } from "../../../theory/repon/scalar";
import { motionOf, ratesOf, systemOf } from "./motion";
import type { Setup } from "./params";

export interface Fate {
  /** |r| at the start. */
  readonly separation: number;
  /** |A r| at the start: without it Eq. (7) has no force. */
  readonly felt: number;
  /** C at the start; not finite where a rate is 0 or r is. */
  readonly C: number;
  /** The scalar rule: C > 0. */
  readonly scalar: boolean;
  /** |r| at the end by the scalar theory. */
  readonly scalarEnd: number;
  /** The exact criterion for the reduced system. */
  readonly exact: Outcome;
  /** Whether the system that is shown collides; null where the timeline is too short to tell. */
  readonly collides: boolean | null;
}

export const fateOf = memo((setup: Setup): Fate => {
  const pair = pairOf(systemOf(setup));
  const rates = ratesOf(setup);
  const { a2, c } = project(pair);
  const { outcome } = solve(pair, rates);
  const motion = motionOf(setup);
  const reduced = setup.system === "reduced";
  return {
    separation: c,
    felt: norm(apply(pair.A, pair.r)),
    C: conserved({ a2, c }, rates),
    scalar: c === 0 || rates.etaX * a2 ** 2 > 2 * rates.etaA * c ** 2,
    scalarEnd: c === 0 ? 0 : scalarAt({ a2, c }, rates, Infinity).c,
    exact: outcome,
    // In the full system the criterion is asked again of the pair at the end of the timeline.
    collides: reduced ? outcome.collides : motion.complete ? load(motion.last, rates) <= 1 : null,
  };
});

/** Three digits, for a sentence. */
export function say(value: number): string {
  if (Number.isNaN(value)) return "undefined";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  const size = Math.abs(value);
  const text =
    size >= 1e-3 && size < 1e5
      ? String(Number(value.toPrecision(3)))
      : value.toExponential(1).replace("e+", "e");
  return text.replaceAll("-", "−");
}

/** What a phase means of two repons; a pair neither groks nor confuses. */
export const PAIR_MEANINGS: Readonly<Record<Phase, string>> = {
  ...PHASE_MEANINGS,
  generalisation:
    "Generalisation: the two repons meet, as those of like elements do in a network that has understood.",
  memorisation:
    "Memorisation: the two repons stay apart, as those of like elements do in a network that has only learnt by heart.",
};

export interface Sentence {
  readonly phase: Phase | null;
  readonly title: string;
  readonly detail: string;
}

/** Limits in which the general sentence would say nothing, or something without meaning. */
function limitOf({ etaX, etaA, system }: Setup, { separation, felt }: Fate): Sentence | null {
  if (separation === 0)
    return {
      phase: "generalisation",
      title: "They have met already",
      detail: "r₀ = 0: nothing pulls them apart, and C has no direction to be measured in.",
    };
  if (etaX === 0 && etaA === 0)
    return { phase: null, title: "Nothing moves", detail: "Both rates are 0." };
  if (etaX === 0)
    return {
      phase: "memorisation",
      title: "They stay where they are",
      detail: "η_x = 0: only the decoder learns, until it no longer feels r₀.",
    };
  if (felt === 0 && system === "reduced")
    return {
      phase: "memorisation",
      title: "They stay where they are",
      detail: "A₀ r₀ = 0: the decoder does not feel their separation, so nothing pulls.",
    };
  return null;
}

/** Keeps a comparison on one line. */
const unbroken = (text: string): string => text.replace(/ ([≤<=>]) /g, "\u00a0$1\u00a0");

/** Whether the pair meets, and what either rule had to say. */
export const verdictOf = memo((setup: Setup): Sentence => {
  const fate = fateOf(setup);
  const limit = limitOf(setup, fate);
  if (limit) return limit;
  const { exact, C, scalar, collides, separation } = fate;
  const load = unbroken(`load ${say(exact.load)} ${exact.collides ? "≤" : ">"} 1`);
  const sign = unbroken(`C = ${say(C)} ${scalar ? ">" : C === 0 ? "=" : "<"} 0`);
  const rules =
    scalar === exact.collides
      ? `The exact rule: ${load}. The scalar rule agrees: ${sign}.`
      : `The scalar rule is wrong: ${sign}, but ${load}.`;
  const ends = `|r| ends at ${say(exact.finalSeparation)} of ${say(separation)}.`;
  if (collides === null)
    return {
      phase: null,
      title: "Not decided within this timeline",
      detail: `The rates are too unequal to integrate further. For Eq. 7: ${load}.`,
    };
  const flipped = collides !== exact.collides;
  const why = flipped
    ? "Eq. 7 alone would keep them apart; the drift of their centre damps the rest."
    : rules;
  return collides
    ? { phase: "generalisation", title: "They meet", detail: why }
    : {
        phase: "memorisation",
        title: "They stay apart",
        detail: setup.system === "reduced" ? `${rules} ${ends}` : rules,
      };
});
