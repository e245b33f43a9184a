/** @file A bench of the lab: questions about a pair, and what the network answers. */
import "./ask.css";
import { useEffect } from "react";
import { pin } from "../../../kit/live/model/actions";
import { usePage, usePageStore, usePart } from "../../../kit/live/usePage";
import { Segments } from "../../../kit/ui/Segments";
import type { Bench } from "../bench";
import { BrushPanel } from "../draw/BrushPanel";
import { choose } from "../model/actions";
import { LAB_PARAMS, LAB_PART } from "../model/choices";
import { AskLatent } from "./AskLatent";
import { AskMatrix } from "./AskMatrix";
import { Changes } from "./Changes";
import { bindAsking, pairOf } from "./model/asking";
import { PairPicker } from "./PairPicker";
import { Reply } from "./Reply";

function Side() {
  const store = usePageStore();
  const { x } = usePage(({ link }) => pairOf(link));
  useEffect(() => bindAsking(store), [store]);
  // The field behind the repons is that of the first element.
  useEffect(() => pin(store, x), [store, x]);
  return (
    <>
      <PairPicker />
      <Reply />
      <Changes />
    </>
  );
}

function Beside() {
  const store = usePageStore();
  const press = usePart(LAB_PART, (choices) => choices.press);
  return (
    <>
      <div className="press">
        <Segments
          label="What the matrix is for"
          values={LAB_PARAMS.press.values}
          value={press}
          onChange={(next) => choose(store, { press: next })}
        />
      </div>
      {press === "paint" ? (
        <BrushPanel target="mask" />
      ) : (
        <AskMatrix changed={press === "changed"} />
      )}
    </>
  );
}

export const ask: Bench = { title: "Ask the network", Side, Main: AskLatent, Beside };
