/** @file A3, held against the recordings of Figure 5. */
import type { Recording } from "../../../experiment/recording";
import type { Answer, Judged } from "../../../kit/live/chapter";
import { choose } from "../../../kit/live/model/actions";
import { turn } from "../../../kit/state/turn";
import { recordingsOf } from "../../../kit/study/model/studies";
import { majority, type Score } from "../../../theory/boundary/points";
import { bestThreshold, PRODUCT, RATIO } from "../../../theory/boundary/threshold";
import { evenOddsFinding, hasOneIntercept } from "../view/evenOddsFinding";
import type { EvenRow } from "../view/evenRow";
import { evenRow, RATE_FIGURES } from "./across";
import { PHASES_PART } from "./choices";
import { latticeOf } from "./lattice";
import { pointsOf } from "./scores";

/** One recording: what the best threshold of ratio and product gets right, a constant answer, and even odds. */
export interface RateScores {
  readonly ratio: Score;
  readonly product: Score;
  readonly majority: Score;
  readonly even: EvenRow;
}

/** null where the recording is of another plane. */
export function rateScores(recording: Recording): RateScores | null {
  const lattice = latticeOf(recording.experiment);
  if (!lattice) return null;
  const points = pointsOf(
    lattice,
    recording.outcomes.map(({ phase }) => phase),
  );
  return {
    ratio: bestThreshold(points, RATIO),
    product: bestThreshold(points, PRODUCT),
    majority: majority(points),
    even: evenRow(recording),
  };
}

/** "93 to 97 %". */
function range(scores: readonly Score[]): string {
  const shares = scores.map(({ right, of }) => Math.round((100 * right) / of));
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  return low === high ? `${low} %` : `${low} to ${high} %`;
}

/** It holds where a ratio beats a constant answer in every recording, and one ratio could do for all relations. */
export function judgeRates(all: readonly RateScores[]): Judged {
  const better = all.filter(({ ratio, majority: { right } }) => ratio.right > right).length;
  const products = all.filter(({ product, majority: { right } }) => product.right > right).length;
  const rows = all.map(({ even }) => even);
  const everywhere = better === all.length;
  return {
    judgement: better === 0 ? "fails" : everywhere && hasOneIntercept(rows) ? "holds" : "partly",
    text: `The theory’s ratio η_{dec} / η_{enc}, with a threshold of its own for each recording, gets ${range(all.map(({ ratio }) => ratio))} of the networks right, a constant answer ${range(all.map((each) => each.majority))}${products === 0 ? ", and no product of the rates more than that" : ""}. ${evenOddsFinding({ rows })}`,
  };
}

export const ANSWER: Answer = {
  name: "A3",
  says: "Whether a network memorises or generalises is foretold from the learning rates of encoder and decoder, by representations that interact as particles, the repons.",
  async judge(page) {
    const all: RateScores[] = [];
    for (const recording of await recordingsOf(page, RATE_FIGURES)) {
      const scores = rateScores(recording);
      if (scores) all.push(scores);
      await turn();
    }
    return judgeRates(all);
  },
  show: (page) => choose(page, PHASES_PART, { picture: "even" }),
};
