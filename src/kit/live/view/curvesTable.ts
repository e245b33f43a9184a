/** @file Curves over the steps of a run as a table. */
import { column, finite, plainText, type Table } from "../../draw/table";
import type { CurvesData } from "./curvesLayout";

export function curvesTable({ name, series, band }: CurvesData): Table {
  const gap = band ? ` Between steps ${band.from} and ${band.to}: ${band.phase}.` : "";
  return {
    title: `${name} against steps`,
    about: `${series.map(({ label }) => plainText(label)).join(", ")}, over the steps of training, on a log scale.${gap}`,
    ofRun: true,
    columns: [
      column("curve", "Which curve the point is of."),
      column("step", "Step of training.", "steps"),
      column(name.toLowerCase(), "The value of the curve at that step."),
    ],
    rows: series.flatMap(({ label, steps, values }) =>
      Array.from(steps, (step, i) => [plainText(label), step, finite(values[i])]),
    ),
  };
}
