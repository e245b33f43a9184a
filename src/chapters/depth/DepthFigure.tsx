/** @file Accuracy against depth for one relation, large or small. */
import { useMemo } from "react";
import { Figure } from "../../kit/live/Figure";
import { moveGuess } from "../../kit/live/guess/actions";
import { change } from "../../kit/live/model/actions";
import { type PerPage, perPage } from "../../kit/live/model/perPage";
import { usePageStore } from "../../kit/live/usePage";
import { derive, type Readable } from "../../kit/state/join";
import { type DepthState, selectDepthChart } from "./model/depthData";
import { FIGURE_4_RELATIONS, type Figure4Relation } from "./model/figure4";
import { BAND_GUESS, depthGuessState } from "./model/guess";
import { DEPTH_STUDIES } from "./model/studies";
import { depthChart } from "./view/depthChart";

const STATES = Object.fromEntries(
  FIGURE_4_RELATIONS.map((relation) => [
    relation,
    perPage((page) =>
      derive(
        depthGuessState(page),
        (state): DepthState => ({
          page: state.page,
          study: state[relation],
          guessed: BAND_GUESS.asked.guessed(state),
        }),
      ),
    ),
  ]),
) as Readonly<Record<Figure4Relation, PerPage<Readable<DepthState>>>>;

const table = async () => (await import("./view/depthTable")).depthTable;

interface Props {
  readonly relation: Figure4Relation;
  readonly small: boolean;
}

export function DepthFigure({ relation, small }: Props) {
  const page = usePageStore();
  const { store } = DEPTH_STUDIES[relation](page);
  const select = useMemo(() => selectDepthChart(relation, small), [relation, small]);
  return (
    <Figure
      of={STATES[relation]}
      view={depthChart}
      select={select}
      table={table}
      events={{
        onPick: (replica) => {
          const picked = store.getState().settings[replica];
          // The picture is a frame behind: the dot may be of a study that has gone.
          if (picked) change(page, picked);
        },
        onGuess: (ends) => moveGuess(page, { kind: "band", values: ends }),
      }}
    />
  );
}
