/** @file What stands beside the bound: formulas or networks. */
import { DATA_PARAMS, type DataFigure } from "../../experiment/dataChoices";
import { chooseData } from "../../state/boundActions";
import { Segments } from "../Segments";
import { usePage, usePageStore } from "../StoreContext";

export function FigureSwitch() {
  const store = usePageStore();
  const figure = usePage((state) => state.link.data.figure);
  return (
    <Segments
      label={DATA_PARAMS.figure.label}
      values={DATA_PARAMS.figure.values as Record<DataFigure, string>}
      value={figure}
      onChange={(next) => chooseData(store, { figure: next })}
    />
  );
}
