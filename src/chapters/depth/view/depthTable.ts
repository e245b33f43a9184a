/** @file Figure 4 as a table: a row for each network. */
import { plainText, type Table } from "../../../kit/draw/table";
import { seedColumns, seedRows } from "../../../kit/study/view/seedTable";
import type { DepthChartData } from "./depthLayout";

export const depthTable = ({ name, depths, curves, zones }: DepthChartData): Table => ({
  title: `Accuracy against depth, ${plainText(name)}`,
  about: [
    `${plainText(name)}: accuracies of networks that differ in depth and seed.`,
    ...zones.map(({ side, from, to }) =>
      from === to
        ? `Depth ${depths[from]}: ${side}.`
        : `Depths ${depths[from]} to ${depths[to]}: ${side}.`,
    ),
  ].join(" "),
  columns: seedColumns("depth", "Hidden layers of the decoder.", "layers"),
  rows: seedRows(curves, (x) => depths[x]),
});
