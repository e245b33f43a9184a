/** @file Chapter 6: phase diagrams, every cell of which is a network that can be watched. */

import "./phases.css";
import "./rules.css";
import { type ReactNode, useEffect } from "react";
import { CurvesPanel } from "../../kit/live/CurvesPanel";
import { Hidden } from "../../kit/live/guess/GuessBox";
import { LatentPanel } from "../../kit/live/LatentPanel";
import { Story } from "../../kit/live/Story";
import { Transport } from "../../kit/live/Transport";
import { useOf, usePageStore, usePart } from "../../kit/live/usePage";
import { useShown } from "../../kit/study/useStudies";
import { CellPanel } from "./CellPanel";
import { EvenOddsFindings } from "./EvenOddsFindings";
import { FigurePicker } from "./FigurePicker";
import { GridForm } from "./GridForm";
import { GridTraining } from "./GridTraining";
import { MeetingsFindings } from "./MeetingsFindings";
import { PHASES_PART, type PictureName } from "./model/choices";
import { LINE_GUESS } from "./model/guess";
import { bindFigure, bindReplay, bindRest, isLive, phasesState, phasesStudy } from "./model/phases";
import { titleOf } from "./model/words";
import { PhaseFindings } from "./PhaseFindings";
import { PhaseKey } from "./PhaseKey";
import { PicturePanel, PictureSwitch, usePicture } from "./Picture";
import { Provenance } from "./Provenance";
import { ReplayPanel } from "./ReplayPanel";
import { RuleTable } from "./RuleTable";
import { StudyNotices } from "./StudyNotices";

const STUDIES = [phasesStudy];

/** What it does while it is open, whole or in part. */
function useWork(): void {
  const page = usePageStore();
  useShown(STUDIES);
  useEffect(() => {
    const ends = [bindFigure(page), bindReplay(page), bindRest(page)];
    return () => {
      for (const end of ends) end();
    };
  }, [page]);
}

export function Hero() {
  useWork();
  return <PicturePanel />;
}

export function Phases() {
  const title = titleOf(usePart(PHASES_PART));
  const guessing = useOf(phasesState, LINE_GUESS.asked.open);
  useWork();
  return (
    <>
      <main className="chapter phases">
        <section className="story" aria-label="Story and rules">
          <h1>{title}</h1>
          <Story />
          <p>
            Each cell is a trained network, each share of it a seed. Press one to watch it train.
          </p>
          <FigurePicker />
          <PictureSwitch />
          <Own />
          {guessing ? <Hidden /> : <Rules />}
          <Provenance />
          <StudyNotices />
        </section>
        <section className="hero" aria-label="Phase diagram">
          <PicturePanel />
        </section>
        <section className="evidence" aria-label="The chosen cell's network">
          {guessing ? (
            <Hidden />
          ) : (
            <>
              <CellPanel />
              <Network />
            </>
          )}
        </section>
      </main>
      <Foot />
    </>
  );
}

const FINDINGS: Readonly<Record<PictureName, () => ReactNode>> = {
  cells: CellFindings,
  classes: MeetingsFindings,
  even: EvenOddsFindings,
};

function Rules() {
  const Shown = FINDINGS[usePicture()];
  return <Shown />;
}

function CellFindings() {
  return (
    <>
      <RuleTable />
      <PhaseFindings />
    </>
  );
}

function Foot() {
  return useOf(phasesState, isLive) ? <Transport /> : <PhaseKey />;
}

/** The grid of one's own: what it is to be, and its training. */
function Own() {
  const own = usePart(PHASES_PART, ({ figure }) => figure) === "here";
  if (!own) return null;
  return (
    <>
      <GridForm />
      <GridTraining />
    </>
  );
}

/** Live once the page's run is the chosen cell's; what is stored of it before. */
function Network() {
  const live = useOf(phasesState, isLive);
  if (!live) return <ReplayPanel />;
  return (
    <>
      <LatentPanel />
      <CurvesPanel />
    </>
  );
}
