/** @file Chapter 4: two repons, a spring that weakens, and who is faster. */
import "./twoRepons.css";
import { useEffect } from "react";
import type { Player } from "../../kit/live/chapter";
import { Hidden } from "../../kit/live/guess/GuessBox";
import { Instrument } from "../../kit/live/Instrument";
import { Story } from "../../kit/live/Story";
import { useOf, usePageStore } from "../../kit/live/usePage";
import { ClaimsPanel } from "./ClaimsPanel";
import { Controls } from "./Controls";
import { EvidencePanels } from "./EvidencePanels";
import invariant from "./invariant.tex";
import { MEETING_GUESS, twoReponsGuessState } from "./model/guess";
import { bindPlayback, hold, play, scrub, twoReponsState } from "./model/store";
import { PlanePanel } from "./PlanePanel";
import { Presets } from "./Presets";
import pair from "./pair.tex";
import { usePlayback } from "./usePlayback";
import { Verdict } from "./Verdict";

function Equation({ html }: { readonly html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: typeset at build time from our own file
  return <div className="equation" dangerouslySetInnerHTML={{ __html: html }} />;
}

export function TwoRepons() {
  const page = usePageStore();
  const guessing = useOf(twoReponsGuessState, MEETING_GUESS.asked.open);
  useEffect(() => bindPlayback(page), [page]);
  return (
    <main className="chapter two-repons">
      <section className="story" aria-label="Story and knobs">
        <h1>A spring that may give way</h1>
        <Story />
        <Equation html={pair} />
        <p className="two-repons-why">
          <i>A</i> is the decoder, made linear, <i>r</i> half the separation. What never changes is
        </p>
        <Equation html={invariant} />
        <p>
          They meet exactly when no direction makes <i>M</i> negative. The load says how much of
          that is used up.
        </p>
        <Instrument>
          <p>
            Two like elements should have the same answer. Training pulls their repons together, and
            the decoder learns meanwhile to <b>ignore</b> what still parts them: the pull weakens.
            Who is faster decides whether they meet.
          </p>
          <p>
            The paper speaks of repulsion too, but Eq. 7 has none: its force, −<i>A</i>ᵀ<i>A r</i>,
            never points apart. What pushes repons in a network is pairs with other answers: two
            unlike elements must be told apart, and two like ones are trained with different
            partners.
          </p>
          <Presets />
          <Controls />
        </Instrument>
      </section>
      <section className="hero" aria-label="Two repons">
        <PlanePanel />
        {!guessing && <ClaimsPanel />}
      </section>
      <section className="evidence" aria-label="Evidence">
        {guessing ? (
          <Hidden />
        ) : (
          <>
            <Verdict />
            <EvidencePanels />
          </>
        )}
      </section>
    </main>
  );
}

export function Hero() {
  const page = usePageStore();
  useEffect(() => bindPlayback(page), [page]);
  usePlayback();
  return <PlanePanel />;
}

export const PLAYER: Player = {
  of: twoReponsState,
  play,
  hold,
  restart(page) {
    scrub(page, 0);
    play(page, true);
  },
};

export { Transport as Foot } from "./Transport";
