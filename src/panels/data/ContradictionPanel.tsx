/** @file The pairs that contradict each other, drawn; nothing while none do. */
import { contradiction } from "../../views/contradiction";
import { Figure } from "../Figure";
import { usePage } from "../StoreContext";
import { contradicted, curveOf, selectContradiction } from "./boundData";

const NONE = {};

export function ContradictionPanel() {
  const some = usePage((state) => contradicted(curveOf(state)) !== null);
  if (!some) return null;
  return (
    <div className="panel contradiction">
      <header>
        <h2>What contradicts itself</h2>
        <span className="note">an arrow for each known pair, broken where R = 0</span>
      </header>
      <Figure view={contradiction} select={selectContradiction} events={NONE} className="figure" />
    </div>
  );
}
