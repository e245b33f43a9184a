/**
 * @file How an ensemble is laid out on the card and which draws make a step; or why it cannot be.
 */
import type { Settings } from "../../experiment/params";
import { sharedShape } from "../ensemble";
import { backwardPass } from "./backward";
import type { Launch } from "./card";
import type { Batches } from "./feed";
import { hiddenLayers, measuring } from "./forward";
import { gridOf, layoutOf, tiles } from "./layout";
import type { Scene } from "./scene";
import { update } from "./update";

export interface Plan {
  readonly scene: Scene;
  /** Steps whose batches are on the card at once. */
  readonly slots: number;
  /** From the sheets state, feed and rates to the next state. */
  readonly training: readonly Launch[];
  /** From the sheets state and feed, the latter with every pair, to the sheet tally. */
  readonly measuring: readonly Launch[];
}

/** Settings that replicas share besides their shape: they are code. */
const SHARED = ["loss", "optimiser"] as const;

/** Mini-batches of so many steps go to the card at once. */
const SLOTS = 64;

/** Bytes of textures alive at once that a card is trusted with. */
const MEMORY = 2 ** 30;

function refuseMixed([first, ...rest]: readonly Settings[]): void {
  for (const other of rest)
    for (const key of SHARED)
      if (other[key] !== first[key])
        throw new Error(
          `replicas of one ensemble share ${key}: ${first[key]} is not ${other[key]}`,
        );
}

function refuseHuge(R: number, launches: readonly Launch[]): void {
  const numbers = launches.map(({ program: { outputShape } }) => outputShape[0] * outputShape[1]);
  const total = 4 * numbers.reduce((sum, count) => sum + count);
  const megabytes = (size: number) => `${Math.ceil(size / 2 ** 20)} MB`;
  if (total > MEMORY)
    throw new Error(
      `${R} replicas of this shape need ${megabytes(total)} of textures, more than ${megabytes(MEMORY)}: train fewer at a time.`,
    );
}

/** Throws a sentence where the replicas are too unlike or too many. */
export function planOf(
  settings: readonly Settings[],
  batches: Pick<Batches, "size" | "full">,
  textureLimit: number,
): Plan {
  sharedShape(settings);
  refuseMixed(settings);
  const R = settings.length;
  const [{ n, mode, loss, optimiser }] = settings;
  const layout = layoutOf(settings[0]);
  const tallest = Math.max(3 * layout.height, tiles(n * n));
  const grid = gridOf(R, layout.width + 1, tallest, textureLimit);
  const room = Math.floor(textureLimit / (2 * grid.columns));
  const scene: Scene = { layout, grid, mode, loss, optimiser, pairs: tiles(batches.size) };
  const training = [...hiddenLayers(scene), ...backwardPass(scene), update(scene)];
  refuseHuge(R, training);
  return {
    scene,
    slots: batches.full ? 1 : Math.min(SLOTS, room),
    training,
    measuring: measuring({ ...scene, pairs: tiles(n * n) }),
  };
}
