/** @file What stays along a motion as a table. */
import { column, finite, plainText, type Table } from "../../../kit/draw/table";
import type { InvariantsData } from "./invariants";

export const invariantsTable = ({
  times,
  curves,
  unit,
  angle,
  summary,
}: InvariantsData): Table => ({
  title: "What stays along the motion",
  about: "What the theory has constant while two repons move, and how far their difference turns.",
  finding: summary,
  columns: [
    column("time", "Steps after the start.", "steps"),
    ...curves.map(({ label }) =>
      column(plainText(label), "Along the motion; Eq. 10 has it constant.", plainText(unit)),
    ),
    column("angle", "By how much the difference of the two has turned.", "radians"),
  ],
  rows: Array.from(times, (time, k) => [
    time,
    ...curves.map(({ values }) => finite(values[k])),
    finite(angle[k]),
  ]),
});
