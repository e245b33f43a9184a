/**
 * @file Where the networks of Figure 3 are wrong in the end, and whether that is where the paper says: at
 * i < i + 1.
 *
 * Shapes: n elements, N = n * n pairs (pair = x * n + y).
 */
import { countOnes } from "../../../experiment/matrix";
import { countOf } from "../../../kit/draw/phrases";
import { memo } from "../../../kit/state/memo";
import { grouped } from "../../../theory/grouped";
import { spreadOf } from "../../../theory/spread";
import type { MissMatrixData } from "../view/missMatrix";
import type { Missed } from "./misses";

/** Answers to pairs that were not trained on, and how many of them are wrong. */
interface Answers {
  readonly count: number;
  readonly wrong: number;
}

export interface MissFacts {
  /** Those that fit what they were trained on. */
  readonly networks: readonly Missed[];
  /** How many do not, and are left out. */
  readonly unfit: number;
  /** Median accuracy over the pairs that were not trained on. */
  readonly test: number;
  /** By the distance of x and y: 0, 1, ... [n] */
  readonly byDistance: readonly Answers[];
}

/** Table 4: who is right about no more of the pairs it was trained on is confused. */
const FITS = 0.9;

function fits({ wrong, trained }: Missed): boolean {
  const missed = wrong.reduce((total, miss, pair) => total + miss * trained[pair], 0);
  return 1 - missed / countOnes(trained) > FITS;
}

/** Null where no network fits what it was trained on. */
export function missFacts(all: readonly Missed[]): MissFacts | null {
  const networks = all.filter(fits);
  if (networks.length === 0) return null;
  const { n } = networks[0].settings;
  const byDistance = Array.from({ length: n }, () => ({ count: 0, wrong: 0 }));
  const tests = networks.map(({ wrong, trained }) => {
    const own = { count: 0, wrong: 0 };
    for (const [pair, miss] of wrong.entries()) {
      if (trained[pair] === 1) continue;
      const at = byDistance[Math.abs(Math.floor(pair / n) - (pair % n))];
      for (const each of [at, own]) {
        each.count++;
        each.wrong += miss;
      }
    }
    return 1 - own.wrong / own.count;
  });
  const test = spreadOf(tests)?.median ?? 1;
  return { networks, unfit: all.length - networks.length, test, byDistance };
}

const percent = (share: number): string =>
  share > 0 && share < 0.01 ? "under 1 %" : `${Math.round(100 * share)} %`;
const sum = (all: readonly Answers[]): Answers =>
  all.reduce((a, b) => ({ count: a.count + b.count, wrong: a.wrong + b.wrong }), {
    count: 0,
    wrong: 0,
  });
const rate = ({ count, wrong }: Answers): number => (count > 0 ? wrong / count : 0);

/** How many times as often a neighbour must be wrong as one further off for the paper to be right about where. */
const CLEARLY = 2;
/** Below which the paper says test accuracy does not easily go. */
const FLOOR = 0.9;

/** How much the networks miss, where, and what the paper says to it. */
export function missesWords({ networks, unfit, test, byDistance }: MissFacts): string {
  const all = sum(byDistance);
  const left = unfit > 0 ? ` (${grouped(unfit)} more do not)` : "";
  const head = `${countOf(networks.length, "network")} fit what they were trained on${left}; about all other pairs they are right in ${percent(test)} by the median`;
  if (all.wrong === 0) return `${head}, and none is ever wrong.`;
  const [same, next, ...further] = byDistance;
  const far = sum(further);
  const shares = `They are wrong about ${percent(rate(next))} of neighbours, ${percent(rate(same))} of equals and ${percent(rate(far))} of what is further apart: neighbours are ${percent(next.count / all.count)} of the pairs asked about and ${percent(next.wrong / all.wrong)} of the errors`;
  const verdict =
    rate(next) > CLEARLY * rate(far)
      ? "So it is i < i + 1 that cannot be guessed, as the paper says"
      : "So it is not mostly i < i + 1 that goes wrong, as the paper has it";
  const floor = `“does not easily go below 90 %” ${test > FLOOR ? "holds" : "does not hold"} here`;
  return `${head}. ${shares}. ${verdict}; ${floor}.`;
}

/** Of the architectures that are shown. */
export const missesOf = memo(
  (networks: readonly Missed[], shown: ReadonlySet<string>): MissMatrixData | null => {
    const mine = networks.filter(({ label }) => shown.has(label));
    const facts = missFacts(mine);
    if (!facts) return null;
    const { networks: counted } = facts;
    const { n } = counted[0].settings;
    const count = (of: (network: Missed, pair: number) => number): Int32Array =>
      Int32Array.from({ length: n * n }, (_, pair) =>
        counted.reduce((total, network) => total + of(network, pair), 0),
      );
    return {
      n,
      networks: counted.length,
      wrong: count(({ wrong }, pair) => wrong[pair]),
      heldOut: count(({ trained }, pair) => 1 - trained[pair]),
      heldOutWrong: count(({ wrong, trained }, pair) => wrong[pair] * (1 - trained[pair])),
      summary: missesWords(facts),
    };
  },
);
