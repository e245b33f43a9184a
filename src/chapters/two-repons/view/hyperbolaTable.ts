/** @file The plane of outcomes as a table: the orbit. */
import { column, type Table } from "../../../kit/draw/table";
import type { HyperbolaData } from "./hyperbola";

export const hyperbolaTable = ({ a2, c, now, summary }: HyperbolaData): Table => ({
  title: "Two outcomes",
  about:
    "How strongly the decoder answers to the difference of two repons, against half their distance.",
  finding: summary,
  columns: [
    column("sample", "Counts samples of the motion."),
    column("shown", "1 for the sample that is shown."),
    column("a2", "Strength of the decoder along the difference."),
    column("c", "Half the distance of the two repons."),
  ],
  rows: Array.from(a2, (value, k) => [k, k === now ? 1 : 0, value, c[k]]),
});
