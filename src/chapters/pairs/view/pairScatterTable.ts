/** @file Every pair's one step as a table: as predicted and as made. */
import { column, finite, type Table } from "../../../kit/draw/table";
import type { PairScatterData } from "./pairScatter";

export const pairScatterTable = (data: PairScatterData): Table => ({
  title: "Every pair, one step",
  about: `How much two repons come apart in one step of training, as ${data.theory} predicts and as the network did.`,
  ofRun: true,
  columns: [
    column("first", "First element of the pair."),
    column("second", "Second element of the pair."),
    column("class", "Class of the first element; empty where nothing sorts the elements."),
    column("actual", "What half their distance changed by.", "per step"),
    column("predicted", `The same by ${data.theory}.`, "per step"),
  ],
  rows: data.shown.map((i) => [
    data.pairs[2 * i],
    data.pairs[2 * i + 1],
    data.grouping?.of[data.pairs[2 * i]] ?? null,
    finite(data.actual[i]),
    finite(data.predicted[i]),
  ]),
});
