/** @file The pairs that contradict each other, drawn as arrows. */
import { contradiction } from "../../views/contradiction";
import { Figure } from "../Figure";
import { selectContradiction } from "./sampleData";

const NONE = {};

export function ContradictionPicture() {
  return (
    <figure className="contradiction">
      <Figure view={contradiction} select={selectContradiction} events={NONE} className="figure" />
      <figcaption>cannot hold together: an arrow for R = 1, broken for R = 0</figcaption>
    </figure>
  );
}
