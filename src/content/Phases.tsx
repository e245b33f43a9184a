/** @file Chapter 6: phase diagrams, every cell of which is a network that can be watched. */
import { CurvesPanel } from "../panels/CurvesPanel";
import { LatentPanel } from "../panels/LatentPanel";
import { CellPanel } from "../panels/phases/CellPanel";
import { FigurePicker } from "../panels/phases/FigurePicker";
import { GridPanel } from "../panels/phases/GridPanel";
import { PhaseFindings } from "../panels/phases/PhaseFindings";
import { PhasesProvider, useScene } from "../panels/phases/PhasesContext";
import { Provenance } from "../panels/phases/Provenance";
import { ReplayPanel } from "../panels/phases/ReplayPanel";
import { RuleTable } from "../panels/phases/RuleTable";
import { isLive } from "../state/phases";

export function Phases() {
  return (
    <PhasesProvider>
      <main className="chapter phases">
        <section className="story" aria-label="Story and rules">
          <h1>Who moves faster decides</h1>
          <p>
            Each cell is a trained network, each share of it a seed. Press one to watch it train.
          </p>
          <FigurePicker />
          <RuleTable />
          <PhaseFindings />
          <Provenance />
        </section>
        <section className="hero" aria-label="Phase diagram">
          <GridPanel />
        </section>
        <section className="evidence" aria-label="The chosen cell's network">
          <CellPanel />
          <Network />
        </section>
      </main>
    </PhasesProvider>
  );
}

/** Live once the page's run is the chosen cell's; what is stored of it before. */
function Network() {
  const live = useScene(isLive);
  if (!live) return <ReplayPanel />;
  return (
    <>
      <LatentPanel />
      <CurvesPanel />
    </>
  );
}
