/** @file Chapter 2: how much data a relation needs. */

import "./data.css";
import "./figure3.css";
import { useEffect } from "react";
import { Instrument } from "../../kit/live/Instrument";
import { Story } from "../../kit/live/Story";
import { useOf, usePage, usePageStore, usePart } from "../../kit/live/usePage";
import { useShown } from "../../kit/study/useStudies";
import { AskPanel } from "./AskPanel";
import { BoundPanel } from "./BoundPanel";
import { ClaimPanel } from "./ClaimPanel";
import { Controls } from "./Controls";
import { Figure3Panel } from "./Figure3Panel";
import { FIGURE_3_STUDIES, figure3State, useFigure3 } from "./figure3State";
import { GapPanel } from "./GapPanel";
import howMuch from "./howMuch.tex";
import { IdealPanel } from "./IdealPanel";
import { MissPanel } from "./MissPanel";
import { contradicted as contradictedBy, curveOf } from "./model/asked";
import { startBoundInquiry } from "./model/boundInquiry";
import { dataState } from "./model/boundStudy";
import { bounds } from "./model/bounds";
import { DATA_PART, type DataFigure } from "./model/choices";
import { stepOf } from "./model/figure3";
import { FOLLOWS_GUESS } from "./model/followGuess";
import { startLookInquiry } from "./model/lookInquiry";
import { hasMisses } from "./model/misses";
import { startRaceInquiry } from "./model/raceInquiry";
import { Presets } from "./Presets";
import { PropertiesPanel } from "./PropertiesPanel";
import { RacePanel } from "./RacePanel";
import { SamplePanel } from "./SamplePanel";
import { Table2Panel } from "./Table2Panel";

/** What it does while it is open, whole or in part. */
function useWork(): void {
  const page = usePageStore();
  useShown(FIGURE_3_STUDIES);
  useEffect(() => {
    const { curve, look, race } = bounds(page);
    const ends = [
      startBoundInquiry(page, curve),
      startLookInquiry(page, look),
      startRaceInquiry(page, race),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [page]);
}

export function Data() {
  const { figure } = usePart(DATA_PART);
  useWork();
  return (
    <main className="chapter data">
      <section className="story" aria-label="Story and knobs">
        <h1>When does the rest follow?</h1>
        <Story />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: typeset at build time from our own file */}
        <div className="equation" dangerouslySetInnerHTML={{ __html: howMuch }} />
        <Instrument>
          <p>
            Somebody who knows <b>what kind</b> of relation this is need not be shown every pair:
            from some, others follow, and the rest is guessed. How well the best student could do is
            the <b>bound</b>. The paper predicts it from one number, the bits <i>b</i> that it takes
            to describe the relation.
          </p>
          <Presets />
          <Controls />
        </Instrument>
      </section>
      <Shown figure={figure} />
    </main>
  );
}

function Shown({ figure }: { readonly figure: DataFigure }) {
  if (figure === "networks") return <Figure3 />;
  if (figure === "asking")
    return (
      <>
        <section className="hero" aria-label="Ten numbers to ask about">
          <AskPanel />
        </section>
        <section className="evidence asked" aria-label="Those who ask, and what they know">
          <RacePanel />
          <PropertiesPanel />
        </section>
      </>
    );
  return (
    <>
      <section className="hero" aria-label="Accuracy against data">
        <BoundPanel />
      </section>
      <Bits />
    </>
  );
}

/** Which of its two panels has the room is a matter of what is shown in them. */
function Bits() {
  const contradicted = useOf(dataState, (state) => contradictedBy(curveOf(state)) !== null);
  const guessed = useOf(dataState, FOLLOWS_GUESS.asked.there);
  return (
    <section
      className={`evidence${contradicted ? " contradicted" : guessed ? " guessed" : ""}`}
      aria-label="Bits of a relation"
    >
      <Table2Panel />
      <SamplePanel />
    </section>
  );
}

function Figure3() {
  const misses = usePage(({ link }) => hasMisses(link.settings));
  const earlier = useOf(figure3State, (state) => stepOf(state) !== null);
  useFigure3();
  return (
    <>
      <section className="hero" aria-label="Networks against data">
        <Figure3Panel />
      </section>
      <section className="evidence induction" aria-label="Induction gaps">
        <GapPanel />
        {earlier && <p className="findings">What is said below is of the end of training.</p>}
        <ClaimPanel />
        <IdealPanel />
        {misses && <MissPanel />}
      </section>
    </>
  );
}

export function Hero() {
  const { figure } = usePart(DATA_PART);
  useWork();
  if (figure === "asking") return <AskPanel />;
  return figure === "theory" ? <BoundPanel /> : <Networks />;
}

function Networks() {
  useFigure3();
  return <Figure3Panel />;
}
