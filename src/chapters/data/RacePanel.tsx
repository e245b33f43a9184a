/** @file How many questions it takes to know all, by how they are chosen. */

import { Figure } from "../../kit/live/Figure";
import { useOf } from "../../kit/live/usePage";
import { selectRace } from "./model/askData";
import { raceWords } from "./model/askFacts";
import { askSubjectOf } from "./model/asking";
import { dataState } from "./model/boundStudy";
import { RUNS } from "./model/raceInquiry";
import { askRace } from "./view/askRace";

const table = async () => (await import("./view/askTables")).raceTable;

export function RacePanel() {
  const shown = useOf(dataState, (state) => selectRace(state) !== null);
  return (
    <div className="panel race">
      <header>
        <h2>Questions until all is known</h2>
        <span className="note">mean of {RUNS} orders</span>
      </header>
      {shown && <Figure of={dataState} view={askRace} select={selectRace} table={table} />}
      <RaceFinding />
    </div>
  );
}

function RaceFinding() {
  const { n } = useOf(dataState, askSubjectOf);
  const race = useOf(dataState, (state) =>
    state.bound.race?.subject === askSubjectOf(state) ? state.bound.race : null,
  );
  return (
    <p className="findings" data-told>
      {race === null
        ? "How soon all is known is being counted."
        : race.failed !== null
          ? `How soon all is known could not be counted: ${race.failed}`
          : race.askers === null
            ? "The relation is none of this class, so no questions settle which it is."
            : raceWords(race.askers, n * n)}
    </p>
  );
}
