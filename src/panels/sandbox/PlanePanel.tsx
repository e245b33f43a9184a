/** @file The plane of the two repons. */
import { useMemo } from "react";
import { motionOf } from "../../state/motion";
import { moveAxis, moveRepon } from "../../state/sandbox";
import { twoRepons } from "../../views/twoRepons";
import type { TwoReponsEvents } from "../../views/twoReponsHandles";
import { FigureOf } from "../Figure";
import { useSandbox, useSandboxStore } from "./SandboxContext";
import { twoReponsData } from "./sandboxData";

export function PlanePanel() {
  const store = useSandboxStore();
  const full = useSandbox(({ sandbox }) => sandbox.system === "full");
  const complete = useSandbox(({ sandbox }) => motionOf(sandbox).complete);
  const events = useMemo(
    (): TwoReponsEvents => ({
      onRepon: (which, at) => moveRepon(store, which, at),
      onAxis: (which, to) => moveAxis(store, which, to),
    }),
    [store],
  );
  return (
    <div className="panel plane">
      <header>
        <h2>The plane of embeddings</h2>
        <span className="note">drag the rings and the ends of the ellipse</span>
      </header>
      <FigureOf
        store={store}
        view={twoRepons}
        select={twoReponsData}
        events={events}
        className="figure"
      />
      <p className="sandbox-key">
        <span className="key path">motion</span>
        {!full && <span className="key straight">by Eq. 8</span>}
        <span className="key ellipse">
          A<sub>0</sub>: what the decoder feels
        </span>
        <span className="key levels">potential U</span>
      </p>
      {!complete && (
        <p className="sandbox-note" role="status">
          The rates are too unequal to integrate this far:{" "}
          {full
            ? "the motion is shown as far as it was followed."
            : "r is exact, and A follows from what is conserved."}
        </p>
      )}
    </div>
  );
}
