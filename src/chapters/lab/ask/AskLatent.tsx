/** @file Latent space, in which a line from one repon to another asks about the two. */

import { useMemo } from "react";
import { Figure } from "../../../kit/live/Figure";
import { LookSwitches } from "../../../kit/live/LookSwitches";
import { latentData } from "../../../kit/live/latentData";
import { hover, lookAt, show } from "../../../kit/live/model/actions";
import { shownStep } from "../../../kit/live/model/selectors";
import type { State } from "../../../kit/live/model/store";
import { latentNumbers } from "../../../kit/live/tables";
import { usePage, usePageStore } from "../../../kit/live/usePage";
import { type LatentData, latent } from "../../../kit/live/view/latent";
import { memo } from "../../../kit/state/memo";
import { grouped } from "../../../theory/grouped";
import { choose } from "../model/actions";
import { pairOf } from "./model/asking";

const selectWith = () => {
  const withPair = memo(
    (data: LatentData, x: number, y: number): LatentData => ({ ...data, pair: [x, y] }),
  );
  return (state: State): LatentData | null => {
    const data = latentData(state);
    const { x, y } = pairOf(state.link);
    return data && withPair(data, x, y);
  };
};

export function AskLatent() {
  const store = usePageStore();
  const select = useMemo(selectWith, []);
  const step = usePage(shownStep);
  return (
    <div className="panel latent">
      <header>
        <h2>Latent space</h2>
        <span className="note">step {grouped(step)}</span>
        <span className="spacer" />
        <LookSwitches />
      </header>
      <Figure
        view={latent}
        select={select}
        table={latentNumbers}
        events={{
          onHover: (element) => hover(store, element === null ? [] : [element]),
          onPin: (x) => choose(store, { x }),
          onLink: (x, y) => choose(store, { x, y }),
          onSight: (sight) => show(store, sight),
          onExtent: ({ x0, x1, y0, y1 }) => lookAt(store, { x: [x0, x1], y: [y0, y1] }),
        }}
      />
    </div>
  );
}
