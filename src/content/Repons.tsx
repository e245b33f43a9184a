/** @file Chapter 1: repons. A run is already moving. */

import { Controls } from "../panels/Controls";
import { CurvesPanel } from "../panels/CurvesPanel";
import { LatentPanel } from "../panels/LatentPanel";
import { MatrixPanel } from "../panels/MatrixPanel";
import { Presets } from "../panels/Presets";
import { usePage } from "../panels/StoreContext";
import { Verdict } from "../panels/Verdict";
import { RELATIONS } from "../theory/relation";
import network from "./equations/network.tex";

export function Repons() {
  const relation = usePage((state) => state.link.settings.relation);
  const n = usePage((state) => state.link.settings.n);
  return (
    <main className="chapter">
      <section className="story" aria-label="Story and knobs">
        <h1>{n} vectors, looking for their places</h1>
        <p>
          Each dot is one element’s learned vector, its <b>repon</b>. The network is only ever shown
          pairs, and asked: is it true that <i>{RELATIONS[relation].meaning}</i>? When the repons of
          like elements meet, it has understood, and answers for pairs it never saw.
        </p>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: typeset at build time from our own file */}
        <div className="equation" dangerouslySetInnerHTML={{ __html: network }} />
        <Presets />
        <Controls />
      </section>
      <section className="hero" aria-label="Latent space">
        <LatentPanel />
      </section>
      <section className="evidence" aria-label="Evidence">
        <Verdict />
        <CurvesPanel />
        <MatrixPanel />
      </section>
    </main>
  );
}
