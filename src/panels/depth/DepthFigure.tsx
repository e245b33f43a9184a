/** @file Accuracy against depth for one relation, large or small. */
import { useMemo } from "react";
import { change } from "../../state/actions";
import { FIGURE_4_RELATIONS, type Figure4Relation } from "../../state/figure4";
import { join, type Readable } from "../../state/join";
import { type PerPage, perPage } from "../../state/perPage";
import { depthChart } from "../../views/depthChart";
import { Figure } from "../Figure";
import { usePageStore } from "../StoreContext";
import { type DepthState, selectDepthChart } from "./depthData";
import { DEPTH_STUDIES } from "./depthStudies";

const STATES = Object.fromEntries(
  FIGURE_4_RELATIONS.map((relation) => [
    relation,
    perPage((page) => join({ page, study: DEPTH_STUDIES[relation](page).store })),
  ]),
) as Readonly<Record<Figure4Relation, PerPage<Readable<DepthState>>>>;

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
      events={{ onPick: (replica) => change(page, store.getState().settings[replica]) }}
    />
  );
}
