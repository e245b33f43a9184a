/** @file Pairs that contradict each other as a table. */
import { column, type Table } from "../../../kit/draw/table";
import type { ContradictionData } from "./contradiction";

export const contradictionTable = ({ pairs, summary }: ContradictionData): Table => ({
  title: "Pairs that cannot hold together",
  about: "Pairs of a sample that no relation of the chosen class can have together.",
  finding: summary.replace(/\.?$/, "."),
  columns: [
    column("x", "First element of the pair."),
    column("y", "Second element of the pair."),
    column("R", "What the sample says of it."),
  ],
  rows: pairs.map(({ x, y, value }) => [x, y, value]),
});
