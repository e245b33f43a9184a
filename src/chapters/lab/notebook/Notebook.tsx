/** @file A bench of the lab. */
import { LatentPanel } from "../../../kit/live/LatentPanel";
import type { Bench } from "../bench";

function Side() {
  return null;
}

export const notebook: Bench = { title: "Every run that was tried", Side, Main: LatentPanel };
