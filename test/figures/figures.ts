/** @file Every picture of the page with made-up or kept data, by name. */
import { boundFigures } from "./bound";
import { curvesFigures } from "./curves";
import { depthFigures } from "./depth";
import type { Figure } from "./figure";
import { latentFigures } from "./latent";
import { matrixFigures } from "./matrix";
import { networkMapFigures } from "./networkMap";
import { networksFigures } from "./networks";
import { pairFigures } from "./pairs";
import { phaseGridFigures } from "./phaseGrid";
import { sandboxFigures } from "./sandbox";

export const FIGURES: Readonly<Record<string, Figure>> = {
  ...latentFigures,
  ...matrixFigures,
  ...curvesFigures,
  ...networkMapFigures,
  ...sandboxFigures,
  ...pairFigures,
  ...phaseGridFigures,
  ...boundFigures,
  ...depthFigures,
  ...networksFigures,
};
