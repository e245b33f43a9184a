/** @file The runs that show each phase, as buttons. */

import { applyPreset } from "../../kit/live/model/actions";
import { Presets as Chips } from "../../kit/live/Presets";
import { useOf, usePage, usePageStore } from "../../kit/live/usePage";
import { PRESETS, presetOf, reached } from "./model/presets";

export function Presets() {
  const store = usePageStore();
  const pressed = usePage((state) => presetOf(state.link.settings));
  return (
    <Chips
      presets={PRESETS}
      pressed={pressed}
      reached={useOf(reached, (phases) => phases)}
      onPick={(name) => applyPreset(store, PRESETS[name].changes)}
    />
  );
}
