/** @file Every network of the grid by its phase and by how near its classes have come together. */

import { useEffect } from "react";
import { Figure } from "../../kit/live/Figure";
import { useOf, usePageStore } from "../../kit/live/usePage";
import { bindMeetings } from "./model/meetings";
import { selectMeetings } from "./model/meetingsData";
import { goTo, openCell, phasesState, phasesStudy } from "./model/phases";
import { Problem } from "./Problem";
import { meetings } from "./view/meetings";

const table = async () => (await import("./view/meetingsTable")).meetingsTable;

export function MeetingsPanel() {
  const store = usePageStore();
  useEffect(() => bindMeetings(store, phasesStudy(store)), [store]);
  const status = useOf(phasesState, (now) => now.study.status.kind);
  return (
    <div className="panel grid" data-thing="grid" aria-busy={status === "loading"}>
      <Problem />
      <Figure
        of={phasesState}
        view={meetings}
        select={selectMeetings}
        table={table}
        events={{
          onMove: (place) => goTo(store, place),
          onOpen: (place) => openCell(store, place),
        }}
      />
    </div>
  );
}
