/** @file What became of a link’s claim that its run is the same bit for bit. */

import { grouped } from "../../theory/grouped";
import { replay } from "./model/exact";
import { usePage } from "./usePage";

/** Whether the run is the one that the link claims. */
export function ExactReplay() {
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
