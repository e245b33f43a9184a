/** @file What the network answers about the pair, and why. */
import { isolated } from "../../../kit/draw/names";
import { isWhole } from "../../../kit/live/model/history";
import type { Link } from "../../../kit/live/model/link";
import { elementNames } from "../../../kit/live/model/names";
import { dataset, ofStep, shown } from "../../../kit/live/model/selectors";
import { useOf } from "../../../kit/live/usePage";
import { grouped } from "../../../theory/grouped";
import { type AskState, askState, pairOf } from "./model/asking";
import { answerWords, countWords, question, whyWords } from "./model/sentences";

/** A name that does not turn the words beside it round. */
const namedBy = (link: Link) => {
  const names = elementNames(link);
  return (element: number): string => isolated(names[element]);
};

/** What there is to say, sentence by sentence; a line that begins with "!" says what is not known. */
function told({ page, known: { now } }: AskState): string {
  const { history, link } = page;
  const snapshot = shown(page);
  if (!history || !snapshot) return "!The first weights are being drawn.";
  if (!isWhole(history, snapshot))
    return `!At step ${grouped(snapshot.step)} only the repons of this run are kept, not its decoder: nothing can be asked. Go to another step.`;
  const { x, y } = pairOf(link);
  if (!now || now.settings !== link.settings || now.reason.x !== x || now.reason.y !== y)
    return "!The question is on its way.";
  const { relation, mask } = dataset(link.settings);
  const named = namedBy(link);
  const late = ofStep(now.step, snapshot.step);
  return [
    ...(late ? [`!This was answered${late}.`] : []),
    answerWords(now.reason, relation.truth, mask, relation.n, named),
    ...whyWords(link.settings, now.reason, named),
    countWords(now.predictions, relation.truth, mask),
  ].join("\n");
}

export function Reply() {
  const asked = useOf(askState, ({ page: { link } }) =>
    question(link.settings, pairOf(link), namedBy(link)),
  );
  const lines = useOf(askState, told).split("\n");
  return (
    <section className="reply" aria-label="What the network answers">
      <h2>{asked}</h2>
      {lines.map((line, i) => (
        <p key={i} className={line.startsWith("!") ? "late" : i === 0 ? "answer" : ""}>
          {line.replace(/^!/, "")}
        </p>
      ))}
    </section>
  );
}
