/** @file The relation: truth, what is held out, what the network answers, where it errs. */

import { grouped } from "../../theory/grouped";
import { Segments } from "../ui/Segments";
import { Figure } from "./Figure";
import { matrixData } from "./matrixData";
import { hover, pin, show, togglePair } from "./model/actions";
import { isWhole } from "./model/history";
import { lookOf } from "./model/look";
import { ofStep, shown } from "./model/selectors";
import { matrixNumbers } from "./tables";
import { usePage, usePageStore } from "./usePage";
import { matrix } from "./view/matrix";

/** Which step a prediction is of, where that is not the one that is shown. */
function OfStep() {
  const words = usePage((state) => {
    const { history, answer, link } = state;
    const snapshot = shown(state);
    if (!history || !snapshot || lookOf(link).matrix === "truth") return "";
    if (!isWhole(history, snapshot)) return `, not kept at step ${grouped(snapshot.step)}`;
    return answer ? ofStep(answer.step, snapshot.step).replace(" at", ", of") : "";
  });
  return words && <span className="of-step">{words}</span>;
}

export function MatrixPanel() {
  const store = usePageStore();
  const shown = usePage(({ link }) => lookOf(link).matrix);
  const sorted = usePage(({ link }) => lookOf(link).sorted === "on");
  const n = usePage((state) => state.link.settings.n);
  const own = usePage((state) => state.link.settings.relation === "custom");
  const problem = usePage(({ answer, unanswered }) => (answer ? null : unanswered));
  return (
    <div className="panel matrix">
      <header>
        <h2>Relation</h2>
        <span className="note">
          {n} × {n}
          {own && ", click a cell to flip it"}
          <OfStep />
        </span>
        <span className="spacer" />
        <span className="switches">
          <label title="Rows and columns sorted by class or rank">
            <input
              type="checkbox"
              checked={sorted}
              onChange={(event) => show(store, { sorted: event.target.checked ? "on" : "off" })}
            />
            sorted
          </label>
        </span>
        <Segments
          label="What the matrix shows"
          values={{ truth: "truth", prediction: "prediction", errors: "errors" }}
          value={shown}
          onChange={(next) => show(store, { matrix: next })}
        />
      </header>
      {shown !== "truth" && problem && (
        <p className="problem">What the network answers is not known. {problem}</p>
      )}
      <Figure
        view={matrix}
        select={matrixData}
        table={matrixNumbers}
        events={{
          onHover: (pair) => hover(store, pair === null ? [] : [...new Set([pair.x, pair.y])]),
          onPick: ({ x, y }) => {
            if (store.getState().link.settings.relation === "custom") togglePair(store, x, y);
            else pin(store, x);
          },
        }}
      />
    </div>
  );
}
