/** @file The plane of the two repons. */

import { Figure } from "../../kit/live/Figure";
import { moveGuess } from "../../kit/live/guess/actions";
import { GuessBox } from "../../kit/live/guess/GuessBox";
import { useOf, usePageStore } from "../../kit/live/usePage";
import { Rich } from "../../kit/ui/Rich";
import { MEETING_GUESS, selectPlane, twoReponsGuessState } from "./model/guess";
import { motionOf } from "./model/motion";
import { moveAxis, moveRepon, twoReponsState } from "./model/store";
import { twoRepons } from "./view/plane";

const table = async () => (await import("./view/planeTable")).planeTable;

export function PlanePanel() {
  const page = usePageStore();
  const full = useOf(twoReponsState, ({ setup }) => setup.system === "full");
  const complete = useOf(twoReponsState, ({ setup }) => motionOf(setup).complete);
  return (
    <div className="panel plane" data-thing="plane">
      <header>
        <h2>The plane of embeddings</h2>
        <span className="note">drag the rings and the ends of the ellipse</span>
        <GuessBox {...MEETING_GUESS} />
      </header>
      <Figure
        of={twoReponsGuessState}
        view={twoRepons}
        select={selectPlane}
        table={table}
        events={{
          onRepon: (which, at) => moveRepon(page, which, at),
          onAxis: (which, to) => moveAxis(page, which, to),
          onGuess: (distance) => moveGuess(page, { kind: "distance", values: [distance] }),
        }}
      />
      <p className="two-repons-key">
        <span className="key path">motion</span>
        {!full && <span className="key straight">by Eq. 8</span>}
        <span className="key ellipse">
          <Rich text="A_0" />: what the decoder feels
        </span>
        <span className="key levels">potential U</span>
      </p>
      {!complete && (
        <p className="two-repons-note" role="status">
          The rates are too unequal to integrate this far:{" "}
          {full
            ? "the motion is shown as far as it was followed."
            : "r is exact, and A follows from what is conserved."}
        </p>
      )}
    </div>
  );
}
