/** @file Several seeds as small multiples of latent space, each with its verdict. */
import { useMemo } from "react";
import { Figure } from "../../../kit/live/Figure";
import { makeLatentData } from "../../../kit/live/latentData";
import { change, hover } from "../../../kit/live/model/actions";
import { useOf, usePageStore, usePart } from "../../../kit/live/usePage";
import { type LatentData, latent } from "../../../kit/live/view/latent";
import { memo } from "../../../kit/state/memo";
import { grouped } from "../../../theory/grouped";
import { LAB_PART } from "../model/choices";
import { LaneHead } from "./LaneHead";
import {
  type CompareState,
  compareState,
  lanesIn,
  type Shown,
  stepIn,
  viewOf,
} from "./model/together";

export function SeedsPanel() {
  const seeds = usePart(LAB_PART, (choices) => choices.seeds);
  const step = useOf(compareState, stepIn);
  return (
    <div className="panel latent latents">
      <header>
        <h2>Latent space, {seeds} seeds</h2>
        <span className="note">{step === null ? "starting" : `step ${grouped(step)}`}</span>
      </header>
      <div className="thumbs" style={{ "--across": Math.ceil(Math.sqrt(seeds)) } as object}>
        {Array.from({ length: seeds }, (_, index) => (
          <Thumb key={index} index={index} />
        ))}
      </div>
    </div>
  );
}

/** Repons alone: there is no room for more. */
const bare = (data: LatentData): LatentData => ({
  ...data,
  labels: data.labels.map(() => ""),
  trails: data.x === "step" ? data.trails : null,
  field: null,
  arrows: null,
  pinned: null,
  sight: { zoom: 1, across: 0.5, down: 0.5 },
});

const selectThumb = (index: number) => {
  const of = memo(makeLatentData);
  const dressed = memo(bare);
  return (state: CompareState) => {
    const view = viewOf(state, index);
    const data = view && of(lanesIn(state)[index].projection)(view);
    return data && dressed(data);
  };
};

/** The steps of Table 4, as far as they are known. */
function crossings(lane: Shown | undefined): string {
  const { train = null, test = null } = lane?.state.history?.progress ?? {};
  const at = (step: number | null) => (step === null ? "–" : grouped(step));
  return `train ${at(train)} · test ${at(test)}`;
}

function Thumb({ index }: { readonly index: number }) {
  const store = usePageStore();
  const select = useMemo(() => selectThumb(index), [index]);
  const settings = useOf(compareState, (state) => lanesIn(state)[index]?.settings ?? null);
  const crossed = useOf(compareState, (state) => crossings(lanesIn(state)[index]));
  return (
    <figure className="lane thumb">
      <button
        type="button"
        disabled={index === 0 || settings === null}
        title={index === 0 ? "the page’s run" : "make it the page’s run"}
        onClick={() => settings && change(store, settings)}
      >
        <LaneHead index={index} bare />
      </button>
      <Figure
        of={compareState}
        view={latent}
        select={select}
        table={null}
        events={{ onHover: (element) => hover(store, element === null ? [] : [element]) }}
      />
      <figcaption className="note">{crossed}</figcaption>
    </figure>
  );
}
