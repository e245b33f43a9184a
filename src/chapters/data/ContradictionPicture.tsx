/** @file The pairs that contradict each other, drawn as arrows. */

import { Figure } from "../../kit/live/Figure";
import { dataState } from "./model/boundStudy";
import { selectContradiction } from "./model/sampleData";
import { contradiction } from "./view/contradiction";

const table = async () => (await import("./view/contradictionTable")).contradictionTable;

export function ContradictionPicture() {
  return (
    <figure className="contradiction">
      <Figure of={dataState} view={contradiction} select={selectContradiction} table={table} />
      <figcaption>cannot hold together: an arrow for R = 1, broken for R = 0</figcaption>
    </figure>
  );
}
