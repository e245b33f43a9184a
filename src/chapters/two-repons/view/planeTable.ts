/** @file The way of two repons as a table. */
import { column, type Table } from "../../../kit/draw/table";
import type { TwoReponsData } from "./planeHandles";

export const planeTable = ({ x1, x2, now, summary }: TwoReponsData): Table => ({
  title: "Two repons",
  about: "Where two repons are along their way, from their start on.",
  finding: summary,
  columns: [
    column("sample", "Counts samples of the motion."),
    column("shown", "1 for the sample that is shown."),
    column("x1 first", "First repon, first coordinate."),
    column("x1 second", "First repon, second coordinate."),
    column("x2 first", "Second repon, first coordinate."),
    column("x2 second", "Second repon, second coordinate."),
  ],
  rows: Array.from({ length: x1.length / 2 }, (_, k) => [
    k,
    k === now ? 1 : 0,
    x1[2 * k],
    x1[2 * k + 1],
    x2[2 * k],
    x2[2 * k + 1],
  ]),
});
