/** @file Which grid is shown: a recorded figure or one trained here. */

import { choose } from "../../kit/live/model/actions";
import { usePageStore, usePart } from "../../kit/live/usePage";
import { FIGURES, type FigureName, PHASES_PART } from "./model/choices";
import { ownGrid } from "./model/phases";

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
  const figure = usePart(PHASES_PART, ({ figure }) => figure);
  const open = (name: FigureName) => {
    if (name === "here") ownGrid(store);
    choose(store, PHASES_PART, { figure: name });
  };
  return (
    <label className="figure-picker">
      <span>grid</span>
      <select value={figure} onChange={(event) => open(event.target.value as FigureName)}>
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
