/** @file One sample as a table: what is known of each pair. */
import { column, finite, type Table } from "../../../kit/draw/table";
import type { SampleMatrixData } from "./sampleMatrix";

export const sampleTable = ({ n, status, p, summary, marking }: SampleMatrixData): Table => ({
  title: "One sample of the relation",
  about: summary,
  columns: [
    column("x", "First element of the pair."),
    column("y", "Second element of the pair."),
    column("status", "“known”: in the sample. “follows”: from it. “guessed”: neither."),
    column("P", "Probability that the relation holds, as far as it is known."),
  ],
  rows: status.map((kind, pair) => [
    Math.floor(pair / n),
    pair % n,
    // What follows is hidden while a reader says what does.
    marking && kind !== "known" ? null : kind,
    marking && kind !== "known" ? null : finite(p[pair]),
  ]),
});
