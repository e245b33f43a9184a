/**
 * @file Pictures of chapter 4: two repons that the scalar rule is wrong about, and their limits.
 */

import { centred, SETUP_HOME, type Setup } from "../../../../src/chapters/two-repons/model/params";
import {
  collisionLawData,
  hyperbolaData,
  invariantsData,
  twoReponsData,
} from "../../../../src/chapters/two-repons/model/pictures";
import { PRESETS } from "../../../../src/chapters/two-repons/model/presets";
import type { TwoReponsState } from "../../../../src/chapters/two-repons/model/store";
import { collisionLaw } from "../../../../src/chapters/two-repons/view/collisionLaw";
import { collisionLawTable } from "../../../../src/chapters/two-repons/view/collisionLawTable";
import { hyperbola } from "../../../../src/chapters/two-repons/view/hyperbola";
import { hyperbolaTable } from "../../../../src/chapters/two-repons/view/hyperbolaTable";
import { invariants } from "../../../../src/chapters/two-repons/view/invariants";
import { invariantsTable } from "../../../../src/chapters/two-repons/view/invariantsTable";
import { twoRepons } from "../../../../src/chapters/two-repons/view/plane";
import { planeTable } from "../../../../src/chapters/two-repons/view/planeTable";
import type { Tabulate } from "../../../../src/kit/draw/table";
import type { View } from "../../../../src/kit/draw/view";
import type { Figure } from "../../../gallery/figure";

export const stateOf = (changes: Partial<Setup>, at = 0.35): TwoReponsState => ({
  setup: centred({ ...SETUP_HOME, ...changes }),
  at,
  playing: false,
  held: false,
  evidence: "outcome",
});

const still = <Data>(
  title: string,
  size: Figure["size"],
  view: View<Data>,
  table: Tabulate<Data>,
  data: () => Data,
): Figure => ({
  title,
  size,
  table: () => table(data()),
  draw(root) {
    const mounted = view(root, {});
    mounted.update(data());
    return mounted.destroy;
  },
});

const { misled, scalar, target } = PRESETS;
const PLANE = [520, 420] as const;
const CHART = [380, 230] as const;

export const twoReponsFigures: Readonly<Record<string, Figure>> = {
  twoRepons: still("two repons", PLANE, twoRepons, planeTable, () =>
    twoReponsData(stateOf(misled.changes)),
  ),
  twoReponsScalar: still("one output", PLANE, twoRepons, planeTable, () =>
    twoReponsData(stateOf(scalar.changes)),
  ),
  twoReponsFull: still("a target", PLANE, twoRepons, planeTable, () =>
    twoReponsData(stateOf(target.changes)),
  ),
  twoReponsGuessed: still("guesses at a distance", PLANE, twoRepons, planeTable, () => ({
    ...twoReponsData(stateOf(misled.changes, 0)),
    guessed: {
      own: [1.2],
      open: true,
      room: [[0.6], [0.9], [1.5]],
      spread: { low: [0.6], median: [0.9], high: [1.5] },
    },
  })),
  hyperbola: still("two outcomes", CHART, hyperbola, hyperbolaTable, () =>
    hyperbolaData(stateOf(misled.changes)),
  ),
  hyperbolaFast: still("fast repons", CHART, hyperbola, hyperbolaTable, () =>
    hyperbolaData(stateOf({ etaX: 0.1 })),
  ),
  invariants: still("what stays", CHART, invariants, invariantsTable, () =>
    invariantsData(stateOf(misled.changes)),
  ),
  collisionLaw: still("how often", CHART, collisionLaw, collisionLawTable, () =>
    collisionLawData(stateOf({})),
  ),
  collisionLawWide: still(
    "three dimensions, five outputs",
    CHART,
    collisionLaw,
    collisionLawTable,
    () => collisionLawData(stateOf({ d: 3, outputs: 5, etaX: 0.1 })),
  ),
};
