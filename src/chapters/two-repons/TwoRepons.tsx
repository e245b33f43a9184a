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
import { Laws, Loss } from "./Laws";
import { MEETING_GUESS, twoReponsGuessState } from "./model/guess";
import { bindPlayback, hold, play, scrub, twoReponsState } from "./model/store";
import { PlanePanel } from "./PlanePanel";
import { Presets } from "./Presets";
import { usePlayback } from "./usePlayback";
import { Verdict } from "./Verdict";

export function TwoRepons() {
  const page = usePageStore();
  const guessing = useOf(twoReponsGuessState, MEETING_GUESS.asked.open);
  useEffect(() => bindPlayback(page), [page]);
  return (
    <main className="chapter two-repons">
      <section className="story" aria-label="Story and knobs">
        <h1>A spring that may give way</h1>
        <Story />
        <Laws />
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
          <Loss />
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
