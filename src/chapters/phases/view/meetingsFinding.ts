/**
 * @file Does a meeting of repons mean generalisation? What the networks of a recording say, in a sentence.
 */
import { countOf } from "../../../kit/draw/phrases";
import { MET } from "../../../theory/meeting";
import { PHASES, type Phase } from "../../../theory/phase";
import { spreadOf } from "../../../theory/spread";
import type { MetNetwork } from "./metNetwork";

export const hasMet = ({ within, between }: MetNetwork): boolean => within < MET * between;

export interface PhaseShare {
  readonly phase: Phase;
  readonly count: number;
  /** How many of them have met. */
  readonly met: number;
  /** Median share of elements whose nearest neighbour is alike. */
  readonly alike: number;
}

/** Phases that occur, in the order of Table 4. */
export const sharesByPhase = (networks: readonly MetNetwork[]): PhaseShare[] =>
  PHASES.flatMap((phase) => {
    const own = networks.filter((network) => network.phase === phase);
    const alike = spreadOf(own.map((network) => network.alike));
    return alike
      ? [{ phase, count: own.length, met: own.filter(hasMet).length, alike: alike.median }]
      : [];
  });

/** A share from which one thing nearly implies another. */
const NEARLY = 0.9;

export const percentOf = (part: number, of: number): string => `${Math.round((100 * part) / of)} %`;

function verdict(forward: number | null, reverse: number | null): string {
  if (forward === null) return "so these cannot tell whether meeting implies learning.";
  if (reverse === null) return "and none has learnt: here meeting does not imply learning.";
  if (forward < NEARLY) return "Here meeting does not imply learning.";
  return reverse < NEARLY
    ? "Meeting nearly implies learning, not the reverse."
    : "Meeting and learning nearly go together.";
}

/** Median shares of nearest neighbours that are alike, of those that learn and those that memorise. */
function byNeighbours(networks: readonly MetNetwork[]): string {
  const alike = (learns: boolean) =>
    spreadOf(
      networks
        .filter(({ phase }) => (learns ? isLearnt(phase) : phase === "memorisation"))
        .map((network) => network.alike),
    )?.median;
  const [learnt, rote] = [alike(true), alike(false)];
  if (learnt === undefined || rote === undefined) return "";
  return ` The nearest neighbour is alike for ${percentOf(learnt, 1)} of the elements of a typical network that learns, and for ${percentOf(rote, 1)} where it memorises.`;
}

const isLearnt = (phase: Phase): boolean => phase === "generalisation" || phase === "grokking";

export function meetingsFinding(networks: readonly MetNetwork[]): string {
  if (networks.length === 0) return "Nothing is measured yet.";
  const met = networks.filter(hasMet);
  const learnt = networks.filter(({ phase }) => isLearnt(phase));
  const both = met.filter(({ phase }) => isLearnt(phase)).length;
  const forward = met.length > 0 ? both / met.length : null;
  const reverse = learnt.length > 0 ? both / learnt.length : null;
  const had =
    forward === null
      ? `In none of ${countOf(networks.length, "network")} have the classes met,`
      : reverse === null
        ? `In ${met.length} of ${countOf(networks.length, "network")} the classes have met,`
        : `Of ${countOf(met.length, "network")} whose classes have met, ${percentOf(both, met.length)} have learnt; of ${learnt.length} that have learnt, ${percentOf(both, learnt.length)} have met.`;
  const though =
    forward === null && learnt.length > 0 ? ` though ${learnt.length} have learnt,` : "";
  return `${had}${though} ${verdict(forward, reverse)}${byNeighbours(networks)}`;
}
