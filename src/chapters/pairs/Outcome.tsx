/** @file What Eq. 7 says of the end, and what the network did. */

import { useOf, usePage } from "../../kit/live/usePage";
import { Rich } from "../../kit/ui/Rich";
import { grouped } from "../../theory/grouped";
import { answerOf, trackData } from "./model/pictures";
import { pairsState } from "./model/store";
import { number } from "./model/words";

/** What became of a distance, from its share of the one before. */
function distance(share: number): string {
  if (!Number.isFinite(share)) return "apart where they had been together";
  if (Math.abs(share - 1) < 0.005) return "as far apart as they were";
  const times = share > 0.1 && share < 10 ? share.toFixed(2) : number(share);
  return share > 1 ? `${times} times as far apart` : `at ${times} of their distance`;
}

export function Outcome() {
  const answer = useOf(pairsState, answerOf);
  const theory = useOf(pairsState, (state) => state.pairs.theory);
  const optimiser = usePage((state) => state.link.settings.optimiser);
  const replayed = usePage((state) => state.engine !== null && !state.exact);
  if (!answer) return null;
  const { pair, actual, rates, outcome, times } = answer.track;
  const share = actual.separation[actual.separation.length - 1] / actual.separation[0];
  const { horizon } = trackData(answer, theory);
  const ahead = grouped(times[times.length - 1]);
  return (
    <p className="outcome">
      Eq. 7 alone says that {pair.join(" and ")}{" "}
      <b>{outcome.collides ? "meet" : `stop at ${number(outcome.finalSeparation)}`}</b> (load{" "}
      {number(outcome.load)} {outcome.collides ? "≤" : ">"} 1). In {ahead} steps the network left
      them <b>{distance(share)}</b>.{" "}
      {horizon === null
        ? "The prediction drawn stays within a factor of two; compare it with “no motion”."
        : `The prediction drawn is off by two after ${grouped(horizon)} steps.`}{" "}
      <span>
        <Rich text="η_x" /> = {number(rates.etaX)}
        {optimiser === "gd" ? ", the run’s own" : ", Adam’s mean over the pair"};{" "}
        <Rich text="η_A" /> = {number(rates.etaA)}, the decoder’s effective rate.
      </span>
      {replayed && (
        <span>
          {" "}
          What is drawn here is the run again on SIMD. The run itself is on another engine, and the
          two part where training amplifies roundings.
        </span>
      )}
    </p>
  );
}
