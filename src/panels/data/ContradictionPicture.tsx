/** @file The pairs that contradict each other, drawn as arrows. */
import { dataState } from "../../state/boundStudy";
import { contradiction } from "../../views/contradiction";
import { Figure } from "../Figure";
import { selectContradiction } from "./sampleData";

export function ContradictionPicture() {
  return (
    <figure className="contradiction">
      <Figure of={dataState} view={contradiction} select={selectContradiction} />
      <figcaption>cannot hold together: an arrow for R = 1, broken for R = 0</figcaption>
    </figure>
  );
}
