/** @file Chapter 1: repons. A run is already moving. */

import "./repons.css";
import type { ComponentType } from "react";
import type { Settings } from "../../experiment/params";
import { asked, understood } from "../../experiment/relationWords";
import { Controls } from "../../kit/live/Controls";
import { CurvesPanel } from "../../kit/live/CurvesPanel";
import { Instrument } from "../../kit/live/Instrument";
import { LatentPanel } from "../../kit/live/LatentPanel";
import { late } from "../../kit/live/late";
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
import { Presets } from "./Presets";

const ExactReplay = late(async () => (await import("../../kit/live/ExactRun")).ExactReplay);

const equation = (html: string) => () => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: typeset at build time from our own file
  <div className="equation" dangerouslySetInnerHTML={{ __html: html }} />
);

/** The network of each decoder input. */
const EQUATIONS: Record<Settings["mode"], ComponentType> = {
  concat: equation(network),
  difference: late(async () => equation((await import("./networkDifference.tex")).default)),
  "squared-difference": late(async () =>
    equation((await import("./networkSquaredDifference.tex")).default),
  ),
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
  const Equation = EQUATIONS[mode];
  const claims = usePage(
    ({ link, history }) => link.exact !== undefined || (history?.claims.size ?? 0) > 0,
  );
  const withheld = usePage((state) => sceneOf(state)?.withholds === "verdict");
  return (
    <main className="chapter repons">
      <section className="story" aria-label="Story and knobs">
        <h1>{n} vectors, looking for their places</h1>
        <Story />
        <Equation />
        <Instrument>
          <p>
            Each <Term name="repon">dot</Term> is one element’s learned vector, its <b>repon</b>.
            The network is only ever shown pairs, and asked: is it true that{" "}
            <i>{asked(settings)}</i>? {understood(settings)} Some pairs are{" "}
            <Term name="held-out" stop=":">
              held out
            </Term>{" "}
            they show whether it answers what it never saw.
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
        {claims && <ExactReplay />}
        <Evidence />
      </section>
    </main>
  );
}

export { LatentPanel as Hero };
export const PICTURES = { latent: LatentPanel, curves: CurvesPanel, relation: MatrixPanel };
export { Transport as Foot } from "../../kit/live/Transport";
