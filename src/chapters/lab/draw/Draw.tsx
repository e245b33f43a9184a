/** @file A bench of the lab. */
import { LatentPanel } from "../../../kit/live/LatentPanel";
import type { Bench } from "../bench";
import { BrushPanel } from "./BrushPanel";
import { Gallery } from "./Gallery";
import { Paste } from "./Paste";
import { PropertyPanel } from "./PropertyPanel";

function Side() {
  return (
    <>
      <Gallery />
      <Paste />
    </>
  );
}

function Beside() {
  return (
    <>
      <PropertyPanel />
      <LatentPanel />
    </>
  );
}

export const draw: Bench = {
  title: "Draw a relation",
  Side,
  Main: () => <BrushPanel target="matrix" />,
  Beside,
};
