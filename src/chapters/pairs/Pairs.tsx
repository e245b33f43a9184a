/** @file Chapter 5: the theory of two repons, held against the network that it is about. */

import "./pairs.css";
import { useEffect } from "react";
import { Controls } from "../../kit/live/Controls";
import { Instrument } from "../../kit/live/Instrument";
import { change } from "../../kit/live/model/actions";
import { Story } from "../../kit/live/Story";
import { usePage, usePageStore } from "../../kit/live/usePage";
import { RELATIONS } from "../../theory/relation";
import { AsidePanel } from "./AsidePanel";
import { Findings } from "./Findings";
import { MapPanel } from "./MapPanel";
import { startPairsInquiry } from "./model/inquiry";
import { pairer } from "./model/pairer";
import { pairsOf } from "./model/pairs";
import { Presets } from "./Presets";
import pairs from "./pairs.tex";
import pairsFull from "./pairsFull.tex";
import { TrackPanel } from "./TrackPanel";

export function Pairs() {
  const some = usePage((state) => pairsOf(state.link.settings).length > 0);
  const page = usePageStore();
  useEffect(() => startPairsInquiry(page, pairer(page)), [page]);
  return (
    <main className="chapter pairs">
      <section className="story" aria-label="Story and knobs">
        <h1>Does the spring pull in a real network?</h1>
        <Story />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: typeset at build time from our own file */}
        <div className="equation" dangerouslySetInnerHTML={{ __html: pairs }} />
        {some && <Findings />}
        <p>
          <b>r</b> is half of the difference of the two; A has a row for every training pair that
          contains one of them. A real pair also feels a <b>drive</b> g, where training shows it
          different partners, and the decoder’s <b>bend</b> B, which a linear one has not:
        </p>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: typeset at build time from our own file */}
        <div className="equation" dangerouslySetInnerHTML={{ __html: pairsFull }} />
        <Instrument>
          <p>
            Pause or scrub the run. Two repons of one class are taken, the decoder is made linear
            halfway between them, and Eq. 7 is run on from there, beside the network itself.
          </p>
          <Presets />
          <Controls />
        </Instrument>
      </section>
      {some ? (
        <>
          <section className="hero" aria-label="Prediction and network">
            <TrackPanel />
          </section>
          <section className="evidence" aria-label="All pairs">
            <MapPanel />
            <AsidePanel />
          </section>
        </>
      ) : (
        <NoPairs />
      )}
    </main>
  );
}

function NoPairs() {
  const store = usePageStore();
  const relation = usePage((state) => state.link.settings.relation);
  return (
    <section className="hero nothing" aria-label="Nothing to predict">
      <h2>“{RELATIONS[relation].label}” has no two elements alike</h2>
      <p>
        Eq. 7 is about two repons that share every answer. This relation treats every element
        differently, so no two of its repons ought to meet, and the theory predicts nothing for it.
      </p>
      <button type="button" onClick={() => change(store, { relation: "modulo-3" })}>
        Take “{RELATIONS["modulo-3"].label}”
      </button>
    </section>
  );
}

export function Hero() {
  const some = usePage((state) => pairsOf(state.link.settings).length > 0);
  const page = usePageStore();
  useEffect(() => startPairsInquiry(page, pairer(page)), [page]);
  return some ? <TrackPanel /> : <NoPairs />;
}

export { Transport as Foot } from "../../kit/live/Transport";
