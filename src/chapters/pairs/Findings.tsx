/** @file What the paper says of two repons, and what holds in the run that is shown. */

import { useOf, usePage } from "../../kit/live/usePage";
import { grouped } from "../../theory/grouped";
import { judge, scoresOf } from "./model/pairs";
import { answerOf } from "./model/pictures";
import { pairsState } from "./model/store";
import { score } from "./model/words";

const WORDS: Readonly<Record<ReturnType<typeof judge>, string>> = {
  holds: "it holds",
  partly: "only roughly",
  fails: "it does not hold",
  none: "there is nothing to compare",
};

export function Findings() {
  const answer = useOf(pairsState, answerOf);
  const failure = useOf(pairsState, (state) => state.pairs.failure);
  return (
    <dl className="findings">
      <dt>The paper says</dt>
      <dd>
        The decoder, linear between two repons of one class, is a spring. It pulls them together
        until they meet, or until it has gone slack.
      </dd>
      <dt>What holds here</dt>
      <dd data-told>
        {failure ? `Nothing can be said: ${failure}` : answer ? <Measured /> : "Being computed…"}
      </dd>
    </dl>
  );
}

function Measured() {
  const answer = useOf(pairsState, answerOf);
  const optimiser = usePage((state) => state.link.settings.optimiser);
  const batch = usePage((state) => state.link.settings.batch);
  if (!answer) return null;
  const { alone, drive, bend } = scoresOf(answer.map);
  return (
    <>
      At step {grouped(answer.step)}, over the nearer half of the pairs, Eq. 7 alone predicts the
      next change of distance with correlation <b>{score(alone.near)}</b>:{" "}
      {WORDS[judge(alone.near)]}. With the drive it is <b>{score(drive.near)}</b> (
      {WORDS[judge(drive.near)]}), with the bend too <b>{score(bend.near)}</b> (
      {WORDS[judge(bend.near)]}). Over all pairs Eq. 7 alone has <b>{score(alone.all)}</b>:{" "}
      {WORDS[judge(alone.all)]}.{" How much holds depends on the seed: roll the die."}
      {optimiser !== "gd" &&
        " Adam is no gradient flow: one effective rate stands for thousands, and its memory is left out."}
      {batch > 0 &&
        " A step of this run sees a batch only; the prediction sees all training pairs."}
    </>
  );
}
