/** @file Figure 4 as a table: a row for each network. */

import { listed } from "../../../kit/draw/phrases";
import { plainText, type Table } from "../../../kit/draw/table";
import { seedColumns, seedRows } from "../../../kit/study/view/seedTable";
import type { DepthChartData } from "./depthLayout";

/** Which depths generalise, and what becomes of the others. */
function findingOf({ depths, curves, zones }: DepthChartData): string {
  if (zones.length === 0)
    return curves.some(({ dots }) => dots.length > 0)
      ? "No depth has ended in all its runs yet."
      : "Nothing is measured yet.";
  const said = zones.map(({ side, from, to }) =>
    from === to
      ? `depth ${depths[from]} ends in ${side}`
      : `depths ${depths[from]} to ${depths[to]} end in ${side}`,
  );
  return `By the medians, ${listed(said)}.`;
}

export const depthTable = (data: DepthChartData): Table => ({
  title: `Accuracy against depth, ${plainText(data.name)}`,
  about: `${plainText(data.name)}: accuracies of networks that differ in depth and seed.`,
  finding: findingOf(data),
  columns: seedColumns("depth", "Hidden layers of the decoder.", "layers"),
  rows: seedRows(data.curves, (x) => data.depths[x]),
});
