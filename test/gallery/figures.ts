/** @file Every picture of the page with made-up or kept data, by name. */

import { networkMapFigures } from "../app/figures/map";
import { askFigures } from "../chapters/data/figures/ask";
import { boundFigures } from "../chapters/data/figures/bound";
import { networksFigures } from "../chapters/data/figures/figure3";
import { missFigures } from "../chapters/data/figures/misses";
import { depthFigures } from "../chapters/depth/figures/depth";
import { pairFigures } from "../chapters/pairs/figures/pairs";
import { phaseGridFigures } from "../chapters/phases/figures/grid";
import { recordingFigures } from "../chapters/phases/figures/recordings";
import { twoReponsFigures } from "../chapters/two-repons/figures/twoRepons";
import { curvesFigures } from "../kit/live/figures/curves";
import { latentFigures } from "../kit/live/figures/latent";
import { matrixFigures } from "../kit/live/figures/matrix";
import type { Figure } from "./figure";

export const FIGURES: Readonly<Record<string, Figure>> = {
  ...latentFigures,
  ...matrixFigures,
  ...curvesFigures,
  ...networkMapFigures,
  ...twoReponsFigures,
  ...pairFigures,
  ...phaseGridFigures,
  ...recordingFigures,
  ...boundFigures,
  ...askFigures,
  ...depthFigures,
  ...networksFigures,
  ...missFigures,
};
