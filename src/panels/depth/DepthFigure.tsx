/** @file Accuracy against depth for one relation, large or small. */
import { useMemo } from "react";
import type { Figure4Relation } from "../../experiment/figure4";
import { change } from "../../state/actions";
import { join } from "../../state/join";
import { type DepthChartEvents, depthChart } from "../../views/depthChart";
import { FigureOf } from "../Figure";
import { usePageStore } from "../StoreContext";
import { useStudy } from "../StudiesContext";
import { selectDepthChart } from "./depthData";

interface Props {
  readonly relation: Figure4Relation;
  readonly small: boolean;
}

export function DepthFigure({ relation, small }: Props) {
  const page = usePageStore();
  const study = useStudy(`depth ${relation}`);
  const both = useMemo(() => join({ page, study: study.store }), [page, study]);
  const select = useMemo(() => selectDepthChart(relation, small), [relation, small]);
  const events = useMemo(
    (): DepthChartEvents => ({
      onPick: (replica) => change(page, study.store.getState().settings[replica]),
    }),
    [page, study],
  );
  return (
    <FigureOf store={both} view={depthChart} select={select} events={events} className="figure" />
  );
}
