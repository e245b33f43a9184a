/** @file The plane of outcomes, what stays over time, and how often random pairs meet. */
import { useMemo } from "react";
import { type SandboxState, scrubSandbox, showEvidence } from "../../state/sandbox";
import { collisionLaw } from "../../views/collisionLaw";
import { hyperbola } from "../../views/hyperbola";
import { type InvariantsEvents, invariants } from "../../views/invariants";
import { FigureOf } from "../Figure";
import { Segments } from "../Segments";
import { useSandbox, useSandboxStore } from "./SandboxContext";
import { collisionLawData, hyperbolaData, invariantsData } from "./sandboxData";

const NOTHING = {};

export function OutcomePanel() {
  const store = useSandboxStore();
  return (
    <div className="panel outcome">
      <header>
        <h2>Two outcomes</h2>
        <span className="note">hyperbolas of Eq. 10, and the orbit</span>
      </header>
      <FigureOf
        store={store}
        view={hyperbola}
        select={hyperbolaData}
        events={NOTHING}
        className="figure"
      />
    </div>
  );
}

const WORDS: Record<SandboxState["evidence"], string> = {
  time: "What stays",
  odds: "How often",
};

export function MorePanel() {
  const store = useSandboxStore();
  const evidence = useSandbox((state) => state.evidence);
  const events = useMemo(
    (): InvariantsEvents => ({ onScrub: (share) => scrubSandbox(store, share) }),
    [store],
  );
  return (
    <div className="panel more">
      <header>
        <Segments
          label="Evidence"
          values={WORDS}
          value={evidence}
          onChange={(next) => showEvidence(store, next)}
        />
        <span className="note">
          {evidence === "time" ? "along this motion" : "points: counted, two standard errors"}
        </span>
      </header>
      {evidence === "time" ? (
        <FigureOf
          store={store}
          view={invariants}
          select={invariantsData}
          events={events}
          className="figure"
        />
      ) : (
        <FigureOf
          store={store}
          view={collisionLaw}
          select={collisionLawData}
          events={NOTHING}
          className="figure"
        />
      )}
    </div>
  );
}
