/**
 * @file Where the networks of Figure 3 are wrong in the end, and whether that is where the paper says: at
 * i < i + 1.
 *
 * Shapes: n elements, N = n * n pairs (pair = x * n + y).
 */
import { countOf } from "../../../kit/draw/phrases";
import { memo } from "../../../kit/state/memo";
import { spreadOf } from "../../../theory/spread";
import type { MissMatrixData } from "../view/missMatrix";
import type { Missed } from "./misses";

/** Answers to pairs that were not trained on, and how many of them are wrong. */
interface Answers {
  readonly count: number;
  readonly wrong: number;
}

export interface MissFacts {
  readonly networks: number;
  /** Median accuracy over the pairs that were not trained on. */
  readonly test: number;
  /** By the distance of x and y: 0, 1, ... [n] */
  readonly byDistance: readonly Answers[];
  /** Wrong about pairs that were trained on. */
  readonly trainedWrong: number;
}

/** Null for no networks. */
export function missFacts(networks: readonly Missed[]): MissFacts | null {
  if (networks.length === 0) return null;
  const [{ settings }] = networks;
  const { n } = settings;
  const byDistance = Array.from({ length: n }, () => ({ count: 0, wrong: 0 }));
  let trainedWrong = 0;
  const tests = networks.map(({ wrong, trained }) => {
    const own = { count: 0, wrong: 0 };
    for (const [pair, miss] of wrong.entries()) {
      if (trained[pair] === 1) {
        trainedWrong += miss;
        continue;
      }
      const at = byDistance[Math.abs(Math.floor(pair / n) - (pair % n))];
      for (const each of [at, own]) {
        each.count++;
        each.wrong += miss;
      }
    }
    return 1 - own.wrong / own.count;
  });
  const test = spreadOf(tests)?.median ?? 1;
  return { networks: networks.length, test, byDistance, trainedWrong };
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

/** How much the networks miss, where, and what the paper says to it. */
export function missesWords({ networks, test, byDistance }: MissFacts): string {
  const all = sum(byDistance);
  const head = `${countOf(networks, "network")}, each asked about the pairs that it was not trained on: median accuracy ${test.toFixed(3)}`;
  if (all.wrong === 0) return `${head}; none is wrong.`;
  const [same, next, ...further] = byDistance;
  const [near, far] = [sum([same, next]), sum(further)];
  const shares = `${percent(rate(next))} of answers are wrong where x and y are neighbours, ${percent(rate(same))} where they are the same, ${percent(rate(far))} where they are further apart`;
  const where = `neighbours and equals are ${percent(near.count / all.count)} of these pairs and ${percent(near.wrong / all.wrong)} of the errors`;
  const verdict =
    rate(next) > CLEARLY * rate(far)
      ? "So it is pairs such as i < i + 1 that cannot be guessed, as the paper says"
      : "So errors are not mostly of the form i < i + 1, as the paper has it";
  const floor =
    test > 0.9
      ? "and the floor of 90 % holds here."
      : "but its floor, “does not easily go below 90 %”, does not hold here.";
  return `${head}. ${shares}: ${where}. ${verdict}, ${floor}`;
}

/** Of the architectures that are shown. */
export const missesOf = memo(
  (networks: readonly Missed[], shown: ReadonlySet<string>): MissMatrixData | null => {
    const mine = networks.filter(({ label }) => shown.has(label));
    const facts = missFacts(mine);
    if (!facts) return null;
    const { n } = mine[0].settings;
    const count = (of: (network: Missed, pair: number) => number): Int32Array =>
      Int32Array.from({ length: n * n }, (_, pair) =>
        mine.reduce((total, network) => total + of(network, pair), 0),
      );
    return {
      n,
      networks: mine.length,
      wrong: count(({ wrong }, pair) => wrong[pair]),
      heldOut: count(({ trained }, pair) => 1 - trained[pair]),
      heldOutWrong: count(({ wrong, trained }, pair) => wrong[pair] * (1 - trained[pair])),
      summary: missesWords(facts),
    };
  },
);
