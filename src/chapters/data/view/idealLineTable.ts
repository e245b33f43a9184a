/** @file Three repons on a line as a table. */
import { column, type Table } from "../../../kit/draw/table";
import { arcsOf, type IdealLineData } from "./idealLine";

export const idealLineTable = (data: IdealLineData): Table => ({
  title: "Three repons and a threshold",
  about:
    "Squared distances of three repons on a line, and whether a unit with a threshold calls them alike.",
  finding: data.summary,
  columns: [
    column("first", "The first of the two."),
    column("second", "The second of the two."),
    column("squared distance", "Of their places on the line."),
    column("alike", "1 where it is below the threshold."),
  ],
  rows: arcsOf(data).map(({ from, to, square, alike }) => [
    "abc"[from],
    "abc"[to],
    square,
    alike ? 1 : 0,
  ]),
});
