/** @file What is asked of the cells, and the picture that answers. */

import type { ReactNode } from "react";
import { choose } from "../../kit/live/model/actions";
import { useOf, usePageStore, usePart } from "../../kit/live/usePage";
import { Segments } from "../../kit/ui/Segments";
import { EvenOddsPanel } from "./EvenOddsPanel";
import { GridPanel } from "./GridPanel";
import { MeetingsPanel } from "./MeetingsPanel";
import { PHASES_PART, PICTURES, type PictureName } from "./model/choices";
import { LINE_GUESS } from "./model/guess";
import { phasesState } from "./model/phases";

const PANELS: Readonly<Record<PictureName, () => ReactNode>> = {
  cells: GridPanel,
  classes: MeetingsPanel,
  even: EvenOddsPanel,
};

/** The cells themselves while their boundary is guessed: every other picture tells it. */
export function usePicture(): PictureName {
  const picture = usePart(PHASES_PART, (choices) => choices.picture);
  const guessing = useOf(phasesState, LINE_GUESS.asked.open);
  return guessing ? "cells" : picture;
}

export function PicturePanel() {
  const Panel = PANELS[usePicture()];
  return <Panel />;
}

export function PictureSwitch() {
  const store = usePageStore();
  return (
    <Segments<PictureName>
      label="Picture of the cells"
      values={PICTURES}
      value={usePicture()}
      onChange={(picture) => choose(store, PHASES_PART, { picture })}
    />
  );
}
