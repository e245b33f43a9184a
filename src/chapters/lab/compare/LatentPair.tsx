/** @file The latent spaces of A and B: side by side, or one laid over the other. */

import { useMemo } from "react";
import { Figure } from "../../../kit/live/Figure";
import { LookSwitches } from "../../../kit/live/LookSwitches";
import { makeLatentData } from "../../../kit/live/latentData";
import { hover, lookAt, pin, show } from "../../../kit/live/model/actions";
import { latentNumbers } from "../../../kit/live/tables";
import { useOf, usePageStore, usePart } from "../../../kit/live/usePage";
import { type LatentEvents, latent } from "../../../kit/live/view/latent";
import { memo } from "../../../kit/state/memo";
import { Segments } from "../../../kit/ui/Segments";
import { grouped } from "../../../theory/grouped";
import { choose } from "../model/actions";
import { LAB_PARAMS, LAB_PART } from "../model/choices";
import { LaneHead } from "./LaneHead";
import { lanesOf } from "./model/lanes";
import { overlayData, unlike } from "./model/overlay";
import { type CompareState, compareState, lanesIn, stepIn, viewOf } from "./model/together";

export function LatentPair() {
  const store = usePageStore();
  const view = usePart(LAB_PART, (choices) => choices.view);
  const step = useOf(compareState, stepIn);
  const apart = useOf(compareState, unlike);
  const over = view === "over" && apart === null;
  return (
    <div className="panel latent latents">
      <header>
        <h2>Latent space</h2>
        <span className="note">{step === null ? "starting" : `step ${grouped(step)}`}</span>
        <span className="spacer" />
        {!over && <LookSwitches />}
        <Segments
          label="How A and B are shown"
          values={LAB_PARAMS.view.values}
          value={view}
          onChange={(next) => choose(store, { view: next })}
        />
      </header>
      {view === "over" && apart !== null && <p className="note">{apart}</p>}
      {over ? (
        <Over />
      ) : (
        <div className="two">
          <One index={0} />
          <One index={1} />
        </div>
      )}
    </div>
  );
}

/** What a reader does in one of the pictures is done in both. */
function useLinked(): LatentEvents {
  const store = usePageStore();
  return {
    onHover: (element) => hover(store, element === null ? [] : [element]),
    onPin: (element) => pin(store, element),
    onSight: (sight) => show(store, sight),
  };
}

const selectOne = (index: number) => {
  const of = memo(makeLatentData);
  return (state: CompareState) => {
    const view = viewOf(state, index);
    return view && of(lanesIn(state)[index].projection)(view);
  };
};

function One({ index }: { readonly index: 0 | 1 }) {
  const store = usePageStore();
  const select = useMemo(() => selectOne(index), [index]);
  const linked = useLinked();
  return (
    <figure className="lane">
      <LaneHead index={index} />
      <Figure
        of={compareState}
        view={latent}
        select={select}
        table={latentNumbers}
        events={{
          ...linked,
          onExtent({ x0, x1, y0, y1 }) {
            const lane = index === 0 ? store : lanesOf(store).getState().others[index - 1]?.store;
            if (lane) lookAt(lane, { x: [x0, x1], y: [y0, y1] });
          },
        }}
      />
    </figure>
  );
}

function Over() {
  const linked = useLinked();
  return (
    <figure className="lane">
      <figcaption className="key-line">
        <LaneHead index={0} />
        <LaneHead index={1} />
        <span className="note">dots: A · rings: B, turned and shifted to fit</span>
      </figcaption>
      <Figure
        of={compareState}
        view={latent}
        select={overlayData}
        table={latentNumbers}
        events={linked}
      />
    </figure>
  );
}
