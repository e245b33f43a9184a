/** @file What the shown networks say to A1, “at least b examples”. */

import { partOf } from "../../kit/live/model/link";
import { useOf } from "../../kit/live/usePage";
import { memo } from "../../kit/state/memo";
import { figure3State } from "./figure3State";
import { atLeastB, atLeastBText } from "./model/atLeastB";
import { type Formulas, formulasOf } from "./model/boundFacts";
import { subjectOf } from "./model/boundSubject";
import { DATA_PART } from "./model/choices";
import { type Architecture, architecturesOf, type Figure3State } from "./model/figure3";

const textOf = memo((architectures: readonly Architecture[], n: number, formulas: Formulas) =>
  atLeastBText(
    atLeastB(
      architectures.flatMap(({ points }) => points.filter(({ finished }) => finished)),
      n,
      formulas,
    ),
  ),
);
const formulasFor = memo(formulasOf);

function wordsOf(scene: Figure3State): string {
  const { page } = scene.data;
  const formulas = formulasFor(subjectOf({ page }), partOf(page.link, DATA_PART).length);
  return formulas ? textOf(architecturesOf(scene), page.link.settings.n, formulas) : "";
}

export function AtLeastB() {
  const words = useOf(figure3State, wordsOf);
  if (words === "") return null;
  return (
    <section className="claim" aria-label="At least b examples" data-told>
      <p>The paper’s first answer: full generalisation takes at least b examples. {words}</p>
    </section>
  );
}
