/** @file A bench of the lab. */
import { LatentPanel } from "../../../kit/live/LatentPanel";
import type { Bench } from "../bench";

function Side() {
  return null;
}

export const compare: Bench = { title: "Two runs, side by side", Side, Main: LatentPanel };
