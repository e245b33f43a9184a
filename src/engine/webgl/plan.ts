/**
 * @file How an ensemble is laid out on the card and which draws make a step; or why it cannot be.
 */
import { batchSize } from "../../experiment/dataset";
import type { Settings } from "../../experiment/params";
import { refuseUnlike, sharedShape } from "../ensemble";
import { backwardPass } from "./backward";
import type { Launch } from "./card";
import type { Batches } from "./feed";
import { hiddenLayers, measuring } from "./forward";
import { gridOf, layoutOf, type Scene, tiles } from "./layout";
import { update } from "./update";

export interface Plan {
  readonly scene: Scene;
  /** Tiles of the largest block of a replica. */
  readonly widest: number;
  readonly tallest: number;
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

/** Bytes of textures that a step may make, and that the states of all replicas may hold. */
const STEP_MEMORY = 2 ** 28;
const STATE_MEMORY = 2 ** 28;

/** Throws a sentence where replicas cannot be of one ensemble. */
export function refuseMixed(settings: readonly Settings[]): void {
  sharedShape(settings);
  refuseUnlike(settings, SHARED);
}

const bytesOf = (launches: readonly Launch[]): number =>
  launches.reduce(
    (sum, { program }) => sum + 4 * program.outputShape[0] * program.outputShape[1],
    0,
  );

function refuseHuge(R: number, bytes: number, most: number): void {
  const megabytes = (size: number) => `${Math.ceil(size / 2 ** 20)} MB`;
  if (bytes > most)
    throw new Error(
      `${R} replicas of this shape need ${megabytes(bytes)} of textures, more than ${megabytes(most)}: train fewer at a time.`,
    );
}

/** Most of these replicas that one plan holds. Throws a sentence where their states are too many. */
export function capacity(settings: readonly Settings[], textureLimit: number): number {
  const [first] = settings;
  const size = Math.max(...settings.map(batchSize));
  const { training, tallest, widest } = planOf([first], { size, full: false }, textureLimit);
  const state = bytesOf(training.filter(({ output }) => output === "state"));
  refuseHuge(settings.length, settings.length * state, STATE_MEMORY);
  const places = Math.floor(textureLimit / tallest) * Math.floor(textureLimit / widest);
  const blocks = Math.floor(STEP_MEMORY / bytesOf(training));
  /** Blocks of a grid, some of them empty in its last row. */
  const laid = (R: number): number => {
    const { columns, rows } = gridOf(R, widest, tallest, textureLimit);
    return columns * rows;
  };
  let most = Math.min(places, blocks);
  while (laid(most) > blocks) most--;
  return most;
}

/** Throws a sentence where the replicas are too unlike or too many. */
export function planOf(
  settings: readonly Settings[],
  batches: Pick<Batches, "size" | "full">,
  textureLimit: number,
): Plan {
  refuseMixed(settings);
  const R = settings.length;
  const [{ n, mode, loss, optimiser }] = settings;
  const layout = layoutOf(settings[0]);
  const tallest = Math.max(3 * layout.height, tiles(n * n));
  const widest = layout.width + 1;
  const grid = gridOf(R, widest, tallest, textureLimit);
  const room = Math.floor(textureLimit / (2 * grid.columns));
  const scene: Scene = { layout, grid, mode, loss, optimiser, pairs: tiles(batches.size) };
  const training = [...hiddenLayers(scene), ...backwardPass(scene), update(scene)];
  refuseHuge(R, bytesOf(training), STEP_MEMORY);
  return {
    scene,
    widest,
    tallest,
    slots: batches.full ? 1 : Math.min(SLOTS, room),
    training,
    measuring: measuring({ ...scene, pairs: tiles(n * n) }),
  };
}
