/** @file Chapter 1: repons. A run is already moving. */

import "./repons.css";
import type { Settings } from "../../experiment/params";
import { asked, understood } from "../../experiment/relationWords";
import { Controls } from "../../kit/live/Controls";
import { CurvesPanel } from "../../kit/live/CurvesPanel";
import { ExactReplay } from "../../kit/live/ExactRun";
import { Instrument } from "../../kit/live/Instrument";
import { LatentPanel } from "../../kit/live/LatentPanel";
import { MatrixPanel } from "../../kit/live/MatrixPanel";
import { show } from "../../kit/live/model/actions";
import { lookOf } from "../../kit/live/model/look";
import { sceneOf } from "../../kit/live/model/selectors";
import { Term } from "../../kit/live/Prose";
import { Story } from "../../kit/live/Story";
import { usePage, usePageStore } from "../../kit/live/usePage";
import { Verdict } from "../../kit/live/Verdict";
import { Segments } from "../../kit/ui/Segments";
import { RUN_GUESS } from "./model/guess";
import network from "./network.tex";
import networkDifference from "./networkDifference.tex";
import networkSquaredDifference from "./networkSquaredDifference.tex";
import { Presets } from "./Presets";

const EQUATIONS: Record<Settings["mode"], string> = {
  concat: network,
  difference: networkDifference,
  "squared-difference": networkSquaredDifference,
};

/** Both pictures for a reader; one large one at a time in a lecture. */
function Evidence() {
  const store = usePageStore();
  const lecture = usePage((state) => state.link.profile === "lecture");
  const evidence = usePage(({ link }) => lookOf(link).evidence);
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
      {(!lecture || evidence === "curves") && <CurvesPanel guess={RUN_GUESS} />}
      {(!lecture || evidence === "relation") && <MatrixPanel />}
    </>
  );
}

export function Repons() {
  const settings = usePage(({ link }) => link.settings);
  const { n, mode } = settings;
  const withheld = usePage((state) => sceneOf(state)?.withholds === "verdict");
  return (
    <main className="chapter repons">
      <section className="story" aria-label="Story and knobs">
        <h1>{n} vectors, looking for their places</h1>
        <Story />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: typeset at build time from our own file */}
        <div className="equation" dangerouslySetInnerHTML={{ __html: EQUATIONS[mode] }} />
        <Instrument>
          <p>
            Each <Term name="repon">dot</Term> is one element’s learned vector, its <b>repon</b>.
            The network is only ever shown pairs, and asked: is it true that{" "}
            <i>{asked(settings)}</i>? {understood(settings)} Some pairs are{" "}
            <Term name="held-out">held out</Term>: they show whether it answers what it never saw.
          </p>
          <Presets />
          <Controls />
        </Instrument>
      </section>
      <section className="hero" aria-label="Latent space">
        <LatentPanel />
      </section>
      <section className="evidence" aria-label="Evidence">
        {!withheld && <Verdict />}
        <ExactReplay />
        <Evidence />
      </section>
    </main>
  );
}

export { LatentPanel as Hero };
export const PICTURES = { latent: LatentPanel, curves: CurvesPanel, relation: MatrixPanel };
export { Transport as Foot } from "../../kit/live/Transport";
