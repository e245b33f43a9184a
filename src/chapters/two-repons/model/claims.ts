/**
 * @file What the paper says and what holds, with the two repons' own numbers. "_" lowers what follows.
 */

import { memo } from "../../../kit/state/memo";
import { grouped } from "../../../theory/grouped";
import { fateOf, say } from "./fate";
import { motionOf, SAMPLES } from "./motion";
import { oddsAt, oddsFor } from "./odds";
import type { Setup } from "./params";

export interface Claims {
  readonly paper: readonly [string, string];
  readonly holds: readonly [string, string];
}

const meets = (collides: boolean): string => (collides ? "meets" : "stays apart");

/** Below this angle (radians) r has not turned for the eye. */
const STRAIGHT = 0.005;

function conservation(setup: Setup): string {
  const { exact, collides, separation } = fateOf(setup);
  const { C, unit, angle, directed } = motionOf(setup);
  const stays = setup.system === "full" ? "A^T A/η_A − Σ x x^T/η_x" : "M";
  const rule = `the load ${say(exact.load)} is ${exact.collides ? "at most" : "above"} 1`;
  const because =
    collides === null
      ? `by Eq. 7 it ${meets(exact.collides)}: ${rule}`
      : collides === exact.collides
        ? `it ${meets(collides)} because ${rule}`
        : `it ${meets(collides)} although ${rule}: the drift of the centre adds damping`;
  if (!directed || separation === 0) return `${stays} stays; with r_0 = 0, C has no value at all.`;
  if (!Number.isFinite(unit))
    return `With a rate of 0, C and M are infinite, but their signs still decide: ${because}.`;
  const [first, last] = [C[0] * unit, C[SAMPLES - 1] * unit];
  const turned = angle[SAMPLES - 1];
  if (turned < STRAIGHT && setup.system === "reduced")
    return `Here that is right: r does not turn, so C stays with M; ${because}.`;
  const degrees = Math.round((turned * 180) / Math.PI);
  const moves = last < first ? "falls" : "rises";
  return `${stays} stays. C ${moves} from ${say(first)} to ${say(last)} as r turns by ${degrees}°; ${because}.`;
}

export const claimsOf = memo((setup: Setup): Claims => {
  const fate = fateOf(setup);
  const here = oddsAt(setup);
  const { d, outputs } = setup;
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? "" : "s"}`;
  return {
    paper: [
      Number.isNaN(fate.C)
        ? "C is conserved and its sign decides (Eq. 10), with r moving straight along r_0 (Eq. 8)."
        : `C = ${say(fate.C)} is conserved, so the pair ${meets(fate.scalar)} (Eq. 10), r moving straight along r_0 (Eq. 8).`,
      here
        ? `At your η_x/η_A = ${say(here.ratio)}, ${here.paper.toFixed(2)} of random pairs meet (Eq. 11).`
        : "Eq. 11 needs η_x/η_A, and 0/0 is none.",
    ],
    holds: [
      conservation(setup),
      here
        ? `With ${count(d, "dimension")} and ${count(outputs, "output")}, ${here.exact.toFixed(2)} meet; counted: ${here.counted.share.toFixed(3)} ± ${here.counted.error.toFixed(3)} of ${grouped(oddsFor(setup).draws)}.`
        : "Where both rates are 0, no pair moves, so none meets.",
    ],
  };
});
