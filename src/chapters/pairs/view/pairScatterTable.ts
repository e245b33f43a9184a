/** @file Every pair's one step as a table: as predicted and as made. */

import { countOf } from "../../../kit/draw/phrases";
import { column, finite, type Table } from "../../../kit/draw/table";
import { correlation } from "../../../theory/correlation";
import { grouped } from "../../../theory/grouped";
import type { PairScatterData } from "./pairScatter";

/** For how many pairs the direction is foretold, and how well the sizes go together. */
function findingOf({ actual, predicted, shown, theory }: PairScatterData): string {
  const known = shown.filter((i) => Number.isFinite(actual[i]) && Number.isFinite(predicted[i]));
  if (known.length === 0) return "There is no pair to hold a prediction against.";
  const right = known.filter((i) => Math.sign(actual[i]) === Math.sign(predicted[i])).length;
  const r = correlation(predicted, actual, known);
  const sizes = r === null ? "" : `; predicted and actual changes have correlation ${r.toFixed(2)}`;
  return `${theory} foretells for ${grouped(right)} of ${countOf(known.length, "pair")} whether they come nearer or part${sizes}.`;
}

export const pairScatterTable = (data: PairScatterData): Table => ({
  title: "Every pair, one step",
  about: `How much two repons come apart in one step of training, as ${data.theory} predicts and as the network did.`,
  finding: findingOf(data),
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
