/**
 * @file What the paper says after Eq. 7 of a rate of 0 and of one dimension, and what holds of these two
 * repons. "_" lowers what follows.
 */
import { memo } from "../../../kit/state/memo";
import { pairOf } from "../../../theory/repon/full";
import { apply } from "../../../theory/repon/matrix";
import { fateOf, say } from "./fate";
import { motionOf, SAMPLES, systemOf } from "./motion";
import type { Setup } from "./params";

export interface Asymptotics {
  readonly paper: string;
  readonly holds: string;
}

/** |A| at the end of a run in which r rests: A_0 (1 - r r^T / |r|^2), which feels what is across r. */
function leftOver(setup: Setup): number {
  const { A, r } = pairOf(systemOf(setup));
  const across = apply(A, Float64Array.of(0 - r[1], r[0]));
  return Math.hypot(...across) / Math.hypot(...r);
}

/** Below this share of where it began something is gone. */
const GONE = 1e-9;

const decoderRests = (setup: Setup): Asymptotics => {
  const { separation, exact } = fateOf(setup);
  const paper = "(i) With η_A = 0 two repons always collide.";
  return exact.finalSeparation > GONE * separation
    ? {
        paper,
        holds: `(i) is false here: a part of r that A_0 does not feel is never pulled, so |r| ends at ${say(exact.finalSeparation)} of ${say(separation)}.`,
      }
    : { paper, holds: "(i) is right here, because A_0 feels every part of r." };
};

const reponsRest = (setup: Setup): Asymptotics => {
  const paper = "(ii) With η_x = 0, A goes to 0.";
  const left = leftOver(setup);
  return left > GONE * Math.max(setup.stiff, setup.soft)
    ? {
        paper,
        holds: `(ii) is false here: A goes to A_0(1 − r r^T/|r|^2). It forgets the direction of r alone, and across r it still feels ${say(left)} for each unit.`,
      }
    : { paper, holds: "(ii) is right here: A_0 feels nothing but the direction of r." };
};

/** One dimension: a spring of which only one length and one stiffness are felt. */
const hooke = (setup: Setup): Asymptotics => {
  const { a2, c } = motionOf(setup);
  const stiffness = (a2[SAMPLES - 1] / a2[0]) ** 2;
  return {
    paper: "In one dimension this is Hooke’s law, with a spring that weakens.",
    holds: `Of its first stiffness ${stiffness < GONE ? "nothing" : say(stiffness)} is left at the end, and of its first length ${say(c[SAMPLES - 1] / c[0])}.`,
  };
};

/** Null where the paper says nothing of such a pair. */
export const asymptoticsOf = memo((setup: Setup): Asymptotics | null => {
  const { separation, felt } = fateOf(setup);
  const { etaX, etaA, system, soft, stiff } = setup;
  if (system === "full" || separation === 0 || (etaX === 0 && etaA === 0)) return null;
  if (etaA === 0) return decoderRests(setup);
  if (etaX === 0) return reponsRest(setup);
  const along = Math.abs(felt - stiff * separation) < GONE * felt;
  return soft === 0 && felt > 0 && along ? hooke(setup) : null;
});
