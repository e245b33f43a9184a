/** @file What became of a link’s claim that its run is the same bit for bit. */

import { grouped } from "../../theory/grouped";
import { proof, replay } from "./model/exact";
import { usePage } from "./usePage";

/** Whether a run that went on from a moment that was kept or recorded is that run. */
function Proof() {
  const found = usePage(proof);
  const exact = usePage((state) => state.exact);
  if (!found || found.kind === "waiting") return null;
  const at = grouped(found.at);
  return (
    <p className={`replay ${found.kind}`} role="status">
      {found.kind === "identical" ? (
        <>
          <b>The same run, bit for bit</b>, as the one that was kept, at step {at}.
        </>
      ) : (
        <>
          <b>No longer the run that was kept</b> at step {at}
          {!exact && ": it was not on the exact engine all the way"}.
        </>
      )}
    </p>
  );
}

/** Whether the run is the one that the link, or what it went on from, claims. */
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
