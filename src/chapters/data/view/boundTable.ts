/** @file Figure 2 as a table: what follows from a sample, by inference and by the formulas. */
import { column, finite, plainText, type Table } from "../../../kit/draw/table";
import { boundFinding } from "./boundFinding";
import type { BoundChartData } from "./boundMarks";

export const boundTable = (data: BoundChartData): Table => ({
  title: "How much follows from a sample",
  about:
    "How well all pairs can be answered, and how many follow, against the share that is known.",
  finding: boundFinding(data),
  columns: [
    column("curve", "Which curve the point is of."),
    column("fraction", "Training fraction: the share of all pairs that is known."),
    column("share", "Accuracy that can be reached, or share of the pairs that follow."),
    column("error", "Standard error of the share; empty where it is exact."),
  ],
  rows: data.lines.flatMap(({ label, fractions, values, errors }) =>
    Array.from(fractions, (fraction, i) => [
      plainText(label),
      fraction,
      finite(values[i]),
      finite(errors?.[i]),
    ]),
  ),
});
