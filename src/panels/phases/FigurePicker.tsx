/** @file Which grid is shown: a recorded figure or one trained here. */
import { FIGURES, type FigureName } from "../../experiment/phaseChoices";
import { choosePhases, ownGrid } from "../../state/phases";
import { usePage, usePageStore } from "../StoreContext";
import { usePhases } from "./PhasesContext";

const GROUPS: readonly (readonly [string, readonly FigureName[]])[] = [
  [
    "The two rates",
    (Object.keys(FIGURES) as FigureName[]).filter((name) => name.startsWith("figure-5")),
  ],
  [
    "Decay and decoder rate",
    (Object.keys(FIGURES) as FigureName[]).filter((name) => name.startsWith("figure-6")),
  ],
  ["Trained in this page", ["here"]],
];

export function FigurePicker() {
  const store = usePageStore();
  const figure = usePage((state) => state.link.phases.figure);
  const { study } = usePhases();
  const choose = (name: FigureName) => {
    if (name === "here") ownGrid(store, study);
    choosePhases(store, { figure: name });
  };
  return (
    <label className="figure-picker">
      <span>grid</span>
      <select value={figure} onChange={(event) => choose(event.target.value as FigureName)}>
        {GROUPS.map(([title, names]) => (
          <optgroup key={title} label={title}>
            {names.map((name) => (
              <option key={name} value={name}>
                {FIGURES[name]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
