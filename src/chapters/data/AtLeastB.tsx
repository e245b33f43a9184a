/** @file What the shown networks say to A1, “at least b examples”. */
import { partOf } from "../../kit/live/model/link";
import { useOf } from "../../kit/live/usePage";
import { memo } from "../../kit/state/memo";
import { figure3State } from "./figure3State";
import { atLeastB, atLeastBText, judgementOf } from "./model/atLeastB";
import { type Formulas, formulasOf } from "./model/boundFacts";
import { subjectOf } from "./model/boundSubject";
import { DATA_PART } from "./model/choices";
import { type Architecture, architecturesOf, type Figure3State } from "./model/figure3";

const foundIn = memo((architectures: readonly Architecture[], n: number, formulas: Formulas) =>
  atLeastB(
    architectures.flatMap(({ points }) => points.filter(({ finished }) => finished)),
    n,
    formulas,
  ),
);
const formulasFor = memo(formulasOf);

/** null where b says nothing of the relation. */
function found(scene: Figure3State) {
  const { page } = scene.data;
  const formulas = formulasFor(subjectOf({ page }), partOf(page.link, DATA_PART).length);
  return formulas && foundIn(architecturesOf(scene), page.link.settings.n, formulas);
}

export function AtLeastB() {
  const known = useOf(figure3State, found);
  if (!known || known.of === 0) return null;
  return (
    <section className="claim at-least-b" aria-label="At least b examples" data-told>
      <p>
        The paper’s first answer: full generalisation takes <b>at least b</b> examples.
      </p>
      <ul>
        <li className={judgementOf(known) ?? "open"}>{atLeastBText(known)}</li>
      </ul>
    </section>
  );
}
