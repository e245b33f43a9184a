/** @file Curves over the steps of a run as a table. */
import { column, finite, plainText, type Table } from "../../draw/table";
import { curvesFinding } from "./curvesFinding";
import type { CurvesData } from "./curvesLayout";

export function curvesTable(data: CurvesData): Table {
  const { name, series, band } = data;
  const gap = band ? ` Between steps ${band.from} and ${band.to}: ${band.phase}.` : "";
  return {
    title: `${name} against steps`,
    about: `${series.map(({ label }) => plainText(label)).join(", ")}, over the steps of training, on a log scale.${gap}`,
    finding: curvesFinding(data),
    ofRun: true,
    columns: [
      column("curve", "Which curve the point is of."),
      column("step", "Step of training.", "steps"),
      column(name.toLowerCase(), "The value of the curve at that step."),
    ],
    get rows() {
      return series.flatMap(({ label, steps, values }) =>
        Array.from(steps, (step, i) => [plainText(label), step, finite(values[i])]),
      );
    },
  };
}
