/** @file The plane of outcomes, what stays over time, and how often random pairs meet. */
import { type ReactNode, useMemo } from "react";
import { type SandboxState, scrubSandbox, showEvidence } from "../../state/sandbox";
import { collisionLaw } from "../../views/collisionLaw";
import { hyperbola } from "../../views/hyperbola";
import { type InvariantsEvents, invariants } from "../../views/invariants";
import { FigureOf } from "../Figure";
import { Segments } from "../Segments";
import { usePage } from "../StoreContext";
import { useSandbox, useSandboxStore } from "./SandboxContext";
import { collisionLawData, hyperbolaData, invariantsData } from "./sandboxData";

type Evidence = SandboxState["evidence"];

const NOTHING = {};

function Outcome() {
  const store = useSandboxStore();
  return (
    <FigureOf
      store={store}
      view={hyperbola}
      select={hyperbolaData}
      events={NOTHING}
      className="figure"
    />
  );
}

function Time() {
  const store = useSandboxStore();
  const events = useMemo(
    (): InvariantsEvents => ({ onScrub: (share) => scrubSandbox(store, share) }),
    [store],
  );
  return (
    <FigureOf
      store={store}
      view={invariants}
      select={invariantsData}
      events={events}
      className="figure"
    />
  );
}

function Odds() {
  const store = useSandboxStore();
  return (
    <FigureOf
      store={store}
      view={collisionLaw}
      select={collisionLawData}
      events={NOTHING}
      className="figure"
    />
  );
}

const FIGURES: Record<Evidence, () => ReactNode> = { outcome: Outcome, time: Time, odds: Odds };

const NOTES: Record<Evidence, string> = {
  outcome: "hyperbolas of Eq. 10, and the orbit",
  time: "along this motion",
  odds: "points: counted, ± 2 s.e.",
};

const READER = { time: "What stays", odds: "How often" } as const;
const LECTURE = { outcome: "Outcomes", ...READER } as const;

/** Two pictures for a reader, the first always that of the outcomes; one at a time in a lecture. */
export function EvidencePanels() {
  const store = useSandboxStore();
  const lecture = usePage((state) => state.link.profile === "lecture");
  const evidence = useSandbox((state) => state.evidence);
  const shown = !lecture && evidence === "outcome" ? "time" : evidence;
  const Shown = FIGURES[shown];
  return (
    <>
      {!lecture && (
        <div className="panel outcome">
          <header>
            <h2>Two outcomes</h2>
            <span className="note">{NOTES.outcome}</span>
          </header>
          <Outcome />
        </div>
      )}
      <div className="panel more">
        <header>
          <Segments<Evidence>
            label="Evidence"
            values={(lecture ? LECTURE : READER) as Readonly<Record<Evidence, string>>}
            value={shown}
            onChange={(next) => showEvidence(store, next)}
          />
          <span className="note">{NOTES[shown]}</span>
        </header>
        <Shown />
      </div>
    </>
  );
}
