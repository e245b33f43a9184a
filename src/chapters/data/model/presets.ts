/**
 * @file Relations worth asking how much data they need.
 */

import { packMatrix } from "../../../experiment/matrix";
import type { Settings } from "../../../experiment/params";
import { makeRelation } from "../../../theory/relation";
import type { DataChoices } from "./choices";

export interface DataPreset {
  readonly label: string;
  readonly settings: Partial<Settings>;
  readonly choices: Partial<DataChoices>;
}

/** An order of 12 in which 2 also comes before 1, and 9 before 3. */
function crooked(): string {
  const n = 12;
  const nothing = new Uint8Array(n * n);
  const { truth } = makeRelation("greater-than", { n, classes: 2, seed: 0, matrix: nothing });
  truth[2 * n + 1] = 1;
  truth[9 * n + 3] = 1;
  return packMatrix(truth);
}

export const PRESETS: readonly DataPreset[] = [
  { label: "modulo 3", settings: { relation: "modulo-3" }, choices: {} },
  {
    label: "greater-than",
    settings: { relation: "greater-than" },
    choices: {},
  },
  {
    label: "bipartite",
    settings: { relation: "complete-bipartite" },
    choices: {},
  },
  {
    label: "known as symmetric only",
    settings: { relation: "modulo-3" },
    choices: { class: "symmetric" },
  },
  {
    label: "contradicts itself",
    settings: { relation: "custom", n: 12, matrix: crooked() },
    choices: { class: "total-order" },
  },
];
