/** @file How often each pair is wrong late in training, as a table. */
import { column, type Table } from "../../../kit/draw/table";
import type { MissMatrixData } from "./missMatrix";

export const missMatrixTable = (data: MissMatrixData): Table => ({
  title: "Pairs that are wrong late in training",
  about: "How many of several networks are wrong about each pair at the end of their training.",
  finding: data.summary,
  columns: [
    column("x", "First element of the pair."),
    column("y", "Second element of the pair."),
    column("wrong", "Networks that are wrong about it."),
    column("held out", "Networks that were not trained on it."),
    column("held out, wrong", "Those of them that are wrong about it."),
  ],
  rows: Array.from(data.wrong, (count, pair) => [
    Math.floor(pair / data.n),
    pair % data.n,
    count,
    data.heldOut[pair],
    data.heldOutWrong[pair],
  ]),
});
