/** @file Table 2 as a table. */
import { column, type Table } from "../../../kit/draw/table";
import type { Table2Data } from "./table2";

export const table2Table = ({ rows, most }: Table2Data): Table => ({
  title: "Bits to describe one relation",
  about: `The paper’s Table 2 beside exact counts; a matrix without any law takes ${most} bits.`,
  columns: [
    column("class", "Which relations are counted."),
    column("paper", "What the paper’s formula gives.", "bits"),
    column("exact", "The exact count; empty where there is none.", "bits"),
    column("relabellings", "Bits of which relabelling of this graph it is.", "bits"),
  ],
  rows: rows.map(({ name, paper, count, relabellings }) => [name, paper, count, relabellings]),
});
