/** @file Chapter 1: repons. A run is already moving. */

import type { Settings } from "../experiment/params";
import { Controls } from "../panels/Controls";
import { CurvesPanel } from "../panels/CurvesPanel";
import { ExactReplay } from "../panels/ExactRun";
import { LatentPanel } from "../panels/LatentPanel";
import { MatrixPanel } from "../panels/MatrixPanel";
import { Presets } from "../panels/Presets";
import { Segments } from "../panels/Segments";
import { usePage, usePageStore } from "../panels/StoreContext";
import { Verdict } from "../panels/Verdict";
import { show } from "../state/actions";
import { RELATIONS } from "../theory/relation";
import network from "./equations/network.tex";
import networkDifference from "./equations/networkDifference.tex";
import networkSquaredDifference from "./equations/networkSquaredDifference.tex";

const EQUATIONS: Record<Settings["mode"], string> = {
  concat: network,
  difference: networkDifference,
  "squared-difference": networkSquaredDifference,
};

/** Both pictures for a reader; one large one at a time in a lecture. */
function Evidence() {
  const store = usePageStore();
  const lecture = usePage((state) => state.link.profile === "lecture");
  const evidence = usePage((state) => state.display.evidence);
  return (
    <>
      {lecture && (
        <Segments
          label="Evidence"
          values={{ curves: "Curves", relation: "Relation" }}
          value={evidence}
          onChange={(next) => show(store, { evidence: next })}
        />
      )}
      {(!lecture || evidence === "curves") && <CurvesPanel />}
      {(!lecture || evidence === "relation") && <MatrixPanel />}
    </>
  );
}

export function Repons() {
  const relation = usePage((state) => state.link.settings.relation);
  const n = usePage((state) => state.link.settings.n);
  const mode = usePage((state) => state.link.settings.mode);
  return (
    <main className="chapter">
      <section className="story" aria-label="Story and knobs">
        <h1>{n} vectors, looking for their places</h1>
        <p>
          Each dot is one element’s learned vector, its <b>repon</b>. The network is only ever shown
          pairs, and asked: is it true that <i>{RELATIONS[relation].meaning}</i>? Where the repons
          of like elements meet, it has understood, and answers for pairs it never saw.
        </p>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: typeset at build time from our own file */}
        <div className="equation" dangerouslySetInnerHTML={{ __html: EQUATIONS[mode] }} />
        <Presets />
        <Controls />
      </section>
      <section className="hero" aria-label="Latent space">
        <LatentPanel />
      </section>
      <section className="evidence" aria-label="Evidence">
        <Verdict />
        <ExactReplay />
        <Evidence />
      </section>
    </main>
  );
}

export { Transport as Foot } from "../panels/Transport";
