/** @file The plane of outcomes, what stays over time, and how often random pairs meet. */

import type { ReactNode } from "react";
import { Figure } from "../../kit/live/Figure";
import { useOf, usePage, usePageStore } from "../../kit/live/usePage";
import { Segments } from "../../kit/ui/Segments";
import { collisionLawData, hyperbolaData, invariantsData } from "./model/pictures";
import { scrub, showEvidence, type TwoReponsState, twoReponsState } from "./model/store";
import { collisionLaw } from "./view/collisionLaw";
import { hyperbola } from "./view/hyperbola";
import { invariants } from "./view/invariants";

type Evidence = TwoReponsState["evidence"];

const orbit = async () => (await import("./view/hyperbolaTable")).hyperbolaTable;
const constants = async () => (await import("./view/invariantsTable")).invariantsTable;
const shares = async () => (await import("./view/collisionLawTable")).collisionLawTable;

function Outcome() {
  return <Figure of={twoReponsState} view={hyperbola} select={hyperbolaData} table={orbit} />;
}

function Time() {
  const page = usePageStore();
  return (
    <Figure
      of={twoReponsState}
      view={invariants}
      select={invariantsData}
      table={constants}
      events={{ onScrub: (share) => scrub(page, share) }}
    />
  );
}

function Odds() {
  return (
    <Figure of={twoReponsState} view={collisionLaw} select={collisionLawData} table={shares} />
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
  const page = usePageStore();
  const lecture = usePage((state) => state.link.profile === "lecture");
  const evidence = useOf(twoReponsState, (state) => state.evidence);
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
            onChange={(next) => showEvidence(page, next)}
          />
          <span className="note">{NOTES[shown]}</span>
        </header>
        <Shown />
      </div>
    </>
  );
}
