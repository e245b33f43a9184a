/** @file Figure 3 as a table: networks at training fractions, and the lines that they are held against. */
import { finite, plainText, type Table } from "../../../kit/draw/table";
import { seedColumns, seedRows } from "../../../kit/study/view/seedTable";
import { networksFinding } from "./boundFinding";
import type { NetworksChartData } from "./figure3Chart";

export const figure3Table = (data: NetworksChartData): Table => ({
  title: "Networks against the bound",
  about: "Accuracies of networks that differ in their training fraction and seed, and the bound.",
  finding: networksFinding(data),
  columns: seedColumns("fraction", "Training fraction: the share of all pairs that is trained on."),
  rows: [
    ...seedRows(data.curves),
    ...data.lines.flatMap(({ label, fractions, values }) =>
      Array.from(fractions, (fraction, i) => [
        plainText(label),
        fraction,
        null,
        finite(values[i]),
        null,
      ]),
    ),
  ],
});
