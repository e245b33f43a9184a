/** @file A run's fingerprint, the link that claims it, and what became of a claim. */

import { useState } from "react";
import { fingerprint } from "../../experiment/fingerprint";
import { grouped } from "../../theory/grouped";
import { copy } from "../ui/clipboard";
import { exactLink, proof, replay } from "./model/exact";
import { shown } from "./model/selectors";
import { urlOf } from "./model/url";
import { usePage, usePageStore } from "./usePage";

/** The fingerprint of the shown moment, and a link that replays to it; exact engine only. */
export function ExactShare() {
  const store = usePageStore();
  const exact = usePage((state) => state.exact);
  const [said, setSaid] = useState<string | null>(null);
  if (!exact)
    return (
      <p>
        An exact link needs a run that was on the SIMD engine from its first step: the last digits
        of this one depend on the machine.
      </p>
    );
  const share = async () => {
    const { link, history, scrub, codec } = store.getState();
    const snapshot = shown({ history, scrub });
    if (!history || !snapshot) return;
    await copy(urlOf(exactLink(link, history, snapshot), codec));
    setSaid(
      `Copied: step ${grouped(snapshot.step)}, fingerprint ${fingerprint(snapshot.parameters)}.`,
    );
  };
  return (
    <>
      <button type="button" onClick={() => void share()}>
        Share exact run
      </button>
      <p aria-live="polite">
        {said ??
          "Every browser on every machine trains this run to the same bits; the link proves it."}
      </p>
    </>
  );
}

/** Whether a run that went on from a recorded moment is the recorded one. */
function Proof() {
  const found = usePage(proof);
  const exact = usePage((state) => state.exact);
  if (!found || found.kind === "waiting") return null;
  const at = grouped(found.at);
  return (
    <p className={`replay ${found.kind}`} role="status">
      {found.kind === "identical" ? (
        <>
          <b>The same run, bit for bit</b>, as the recorded one, at step {at}.
        </>
      ) : (
        <>
          <b>No longer the recorded run</b> at step {at}
          {!exact && ": it was not on the exact engine all the way"}.
        </>
      )}
    </p>
  );
}

/** Whether the run is the one that the link, or a recording, claims. */
export function ExactReplay() {
  return (
    <>
      <Proof />
      <Claimed />
    </>
  );
}

function Claimed() {
  const found = usePage(replay);
  const exact = usePage((state) => state.exact);
  if (!found || found.kind === "waiting") return null;
  if (found.kind === "identical")
    return (
      <p className="replay identical" role="status">
        <b>Identical</b>, bit for bit, to the shared run at step {grouped(found.at)} (fingerprint{" "}
        {found.fingerprint}).
      </p>
    );
  return (
    <p className="replay different" role="status">
      <b>Not the shared run</b>: it first differs at step {grouped(found.first)}; at step{" "}
      {grouped(found.at)} the fingerprint is {found.found}, the link says {found.claimed}.
      {!exact && " This run was not on the exact engine all the way."}
    </p>
  );
}
