/** @file What stands beside the bound, formulas or networks, and what the axis of both counts. */

import { choose } from "../../kit/live/model/actions";
import { usePageStore, usePart } from "../../kit/live/usePage";
import { Segments } from "../../kit/ui/Segments";
import { DATA_PARAMS, DATA_PART, type DataFigure } from "./model/choices";

export function FigureSwitch() {
  const store = usePageStore();
  const { figure } = usePart(DATA_PART);
  return (
    <Segments
      label={DATA_PARAMS.figure.label}
      values={DATA_PARAMS.figure.values as Record<DataFigure, string>}
      value={figure}
      onChange={(next) => choose(store, DATA_PART, { figure: next })}
    />
  );
}

export function UnitSwitch() {
  const store = usePageStore();
  const { unit } = usePart(DATA_PART);
  return (
    <Segments
      label="Data counted in"
      values={DATA_PARAMS.unit.values as Record<typeof unit, string>}
      value={unit}
      onChange={(next) => choose(store, DATA_PART, { unit: next })}
    />
  );
}
