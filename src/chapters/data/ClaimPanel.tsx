/** @file What the paper claims of Figure 3, and what these networks say to it. */

import { PARAMS } from "../../experiment/params";
import { useOf } from "../../kit/live/usePage";
import { memo } from "../../kit/state/memo";
import { AtLeastB } from "./AtLeastB";
import { figure3State } from "./figure3State";
import { architecturesOf, type Figure3State } from "./model/figure3";
import { CLAIMED, type ClaimScore, scoreClaim } from "./model/figure3Claims";
import { shortName } from "./model/figure3Data";

const scores = memo(scoreClaim);
const scoresOf = (scene: Figure3State) =>
  scores(scene.data.page.link.settings.relation, architecturesOf(scene));

const MODE_WORDS = {
  concat: "both embeddings",
  difference: "their difference",
  "squared-difference": "their squared difference",
} as const;

export function ClaimPanel() {
  const relation = useOf(figure3State, (scene) => scene.data.page.link.settings.relation);
  const all = useOf(figure3State, scoresOf);
  const open = useOf(figure3State, ({ study }) => study.status.kind !== "done");
  const mode = CLAIMED[relation];
  if (!mode)
    return (
      <>
        <p className="findings">
          The paper claims nothing of {PARAMS.relation.values[relation]} here: its Figure 3 is about
          equal modulo 3 and greater-than.
        </p>
        <AtLeastB />
      </>
    );
  return (
    <>
      <section className="claim" aria-label="The paper’s claim" data-told>
        <p>
          The paper: the gap is smallest for a decoder of <b>{MODE_WORDS[mode]}</b> with no hidden
          layer. By medians over all pairs
          {open && ", so far"}:
        </p>
        <ul>
          {all.map((score) => (
            <Score key={score.among} score={score} />
          ))}
        </ul>
      </section>
      <AtLeastB />
    </>
  );
}

/** Neighbouring failures with one rival, together. */
function Score({ score: { among, held, failed } }: { readonly score: ClaimScore }) {
  const count = held.length + failed.length;
  if (count === 0) return null;
  const kind = failed.length === 0 ? "holds" : held.length === 0 ? "fails" : "partly";
  const rivals = [...new Set(failed.map(({ rival }) => rival))];
  return (
    <li className={kind}>
      <b>{among === "any d" ? "Among all" : `Among those with ${among}`}</b> it is closest to the
      bound at {held.length} of {count} fractions
      {rivals.map((rival, i) => (
        <span key={rival}>
          {i === 0 ? "; closer is " : ", "}
          {shortName(rival)} at{" "}
          {failed
            .filter((each) => each.rival === rival)
            .map(({ fraction }) => fraction)
            .join(", ")}
        </span>
      ))}
      .
    </li>
  );
}
