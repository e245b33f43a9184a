/** @file Chapter 6: phase diagrams, every cell of which is a network that can be watched. */

import { useEffect } from "react";
import { CurvesPanel } from "../panels/CurvesPanel";
import { LatentPanel } from "../panels/LatentPanel";
import { CellPanel } from "../panels/phases/CellPanel";
import { FigurePicker } from "../panels/phases/FigurePicker";
import { GridForm } from "../panels/phases/GridForm";
import { GridPanel } from "../panels/phases/GridPanel";
import { GridTraining } from "../panels/phases/GridTraining";
import { PhaseFindings } from "../panels/phases/PhaseFindings";
import { PhaseKey } from "../panels/phases/PhaseKey";
import { Provenance } from "../panels/phases/Provenance";
import { titleOf } from "../panels/phases/phasesWords";
import { ReplayPanel } from "../panels/phases/ReplayPanel";
import { RuleTable } from "../panels/phases/RuleTable";
import { StudyNotices } from "../panels/phases/StudyNotices";
import { useChoice, useChoices, usePhases } from "../panels/phases/usePhases";
import { usePageStore } from "../panels/StoreContext";
import { Transport } from "../panels/Transport";
import { useShown } from "../panels/useStudies";
import { bindFigure, bindReplay, bindRest, isLive, phasesStudy } from "../state/phases";

const STUDIES = [phasesStudy];

export function Phases() {
  const title = titleOf(useChoices());
  const page = usePageStore();
  useShown(STUDIES);
  useEffect(() => {
    const ends = [bindFigure(page), bindReplay(page), bindRest(page)];
    return () => {
      for (const end of ends) end();
    };
  }, [page]);
  return (
    <>
      <main className="chapter phases">
        <section className="story" aria-label="Story and rules">
          <h1>{title}</h1>
          <p>
            Each cell is a trained network, each share of it a seed. Press one to watch it train.
          </p>
          <FigurePicker />
          <Own />
          <RuleTable />
          <PhaseFindings />
          <Provenance />
          <StudyNotices />
        </section>
        <section className="hero" aria-label="Phase diagram">
          <GridPanel />
        </section>
        <section className="evidence" aria-label="The chosen cell's network">
          <CellPanel />
          <Network />
        </section>
      </main>
      <Foot />
    </>
  );
}

function Foot() {
  return usePhases(isLive) ? <Transport /> : <PhaseKey />;
}

/** The grid of one's own: what it is to be, and its training. */
function Own() {
  const own = useChoice("figure") === "here";
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
  const live = usePhases(isLive);
  if (!live) return <ReplayPanel />;
  return (
    <>
      <LatentPanel />
      <CurvesPanel />
    </>
  );
}
