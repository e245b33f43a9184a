/** @file Pairs that show one thing each, as buttons. */

import { Presets as Chips } from "../../kit/live/Presets";
import { useOf, usePageStore } from "../../kit/live/usePage";
import { PAIR_MEANINGS } from "./model/fate";
import { PRESETS, presetOf } from "./model/presets";
import { reached } from "./model/reached";
import { applySetup, twoReponsState } from "./model/store";

export function Presets() {
  const page = usePageStore();
  return (
    <Chips
      presets={PRESETS}
      pressed={useOf(twoReponsState, ({ setup }) => presetOf(setup))}
      reached={useOf(reached, (phases) => phases)}
      meanings={PAIR_MEANINGS}
      onPick={(name) => applySetup(page, PRESETS[name].changes)}
    />
  );
}
