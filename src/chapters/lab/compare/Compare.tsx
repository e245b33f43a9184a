/** @file A bench of the lab: runs side by side, in step. */
import "./compare.css";
import { useEffect } from "react";
import { usePageStore, usePart } from "../../../kit/live/usePage";
import { Segments } from "../../../kit/ui/Segments";
import type { Bench } from "../bench";
import { choose } from "../model/actions";
import { LAB_PARAMS, LAB_PART } from "../model/choices";
import { CompareCurves } from "./CompareCurves";
import { DifferencePanel } from "./DifferencePanel";
import { LatentPair } from "./LatentPair";
import { bindLanes } from "./model/lanes";
import { bindMeeting } from "./model/together";
import { SeedsPanel } from "./SeedsPanel";
import { SeedsSide } from "./SeedsSide";
import { TwoSide } from "./TwoSide";

const useTwo = () => usePart(LAB_PART, ({ lanes }) => lanes === "two");

function Side() {
  const store = usePageStore();
  const two = useTwo();
  useEffect(() => {
    const ends = [bindLanes(store), bindMeeting(store)];
    return () => ends.forEach((end) => void end());
  }, [store]);
  return (
    <>
      <Segments
        label="What is compared"
        values={LAB_PARAMS.lanes.values}
        value={two ? "two" : "seeds"}
        onChange={(lanes) => choose(store, { lanes })}
      />
      {two ? <TwoSide /> : <SeedsSide />}
    </>
  );
}

function Main() {
  return useTwo() ? <LatentPair /> : <SeedsPanel />;
}

function Beside() {
  return (
    <>
      {useTwo() && <DifferencePanel />}
      <CompareCurves />
    </>
  );
}

export const compare: Bench = { title: "Runs side by side", Side, Main, Beside };
