/** @file Where the pair is in latent space, or C of Eq. 10 along the run. */

import { Figure } from "../../kit/live/Figure";
import { hover, lookAt } from "../../kit/live/model/actions";
import { curvesNumbers, latentNumbers } from "../../kit/live/tables";
import { useOf, usePageStore } from "../../kit/live/usePage";
import { curves } from "../../kit/live/view/curves";
import { latent } from "../../kit/live/view/latent";
import { Rich } from "../../kit/ui/Rich";
import { Segments } from "../../kit/ui/Segments";
import { grouped } from "../../theory/grouped";
import { pickElement, study } from "./model/pairs";
import { answerOf, selectLatent, selectPast } from "./model/pictures";
import { pairsState } from "./model/store";
import { number } from "./model/words";

export function AsidePanel() {
  const store = usePageStore();
  const aside = useOf(pairsState, (state) => state.pairs.aside);
  return (
    <div className={`panel aside ${aside}`}>
      <header>
        <Segments
          label="Beside the map"
          values={{ latent: "Latent space", past: "C along the run" }}
          value={aside}
          onChange={(next) => study(store, { aside: next })}
        />
        {aside === "latent" && <span className="note">press two of one class</span>}
      </header>
      {aside === "latent" ? <Where /> : <Past />}
    </div>
  );
}

function Where() {
  const store = usePageStore();
  return (
    <Figure
      of={pairsState}
      view={latent}
      select={selectLatent}
      table={latentNumbers}
      events={{
        onHover: (element) => hover(store, element === null ? [] : [element]),
        onPin: (element) => pickElement(store, element),
        onExtent: ({ x0, x1, y0, y1 }) => lookAt(store, { x: [x0, x1], y: [y0, y1] }),
      }}
    />
  );
}

/** The two sides of C: equal up to a constant if Eq. 10 held along the run. */
function Past() {
  const past = useOf(pairsState, (state) => answerOf(state)?.past ?? null);
  const last = past ? past.steps.length - 1 : -1;
  const at = (i: number) => (past ? number(past.stretch[i] - past.reach[i]) : "");
  if (!past) return <p className="note">C is not known before the pair has been followed.</p>;
  if (last < 0)
    return <p className="note">C has no finite value here: a rate or the distance is zero.</p>;
  return (
    <>
      <p className="note">
        <Rich text="C = a₂²/2η_A − c²/η_x" />, spring less distance: <b>{at(0)}</b> at step{" "}
        {grouped(past.steps[0])}, <b>{at(last)}</b> at step {grouped(past.steps[last])}. Eq. 10 has
        it constant.
      </p>
      <Figure of={pairsState} view={curves} select={selectPast} table={curvesNumbers} />
    </>
  );
}
