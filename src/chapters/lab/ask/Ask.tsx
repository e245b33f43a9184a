/** @file A bench of the lab. */
import { LatentPanel } from "../../../kit/live/LatentPanel";
import type { Bench } from "../bench";
import { BrushPanel } from "../draw/BrushPanel";

function Side() {
  return null;
}

export const ask: Bench = {
  title: "Ask the network",
  Side,
  Main: LatentPanel,
  Beside: () => <BrushPanel target="mask" />,
};
