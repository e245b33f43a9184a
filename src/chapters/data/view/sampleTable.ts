/** @file One sample as a table: what is known of each pair. */

import { countOf } from "../../../kit/draw/phrases";
import { column, finite, type Table } from "../../../kit/draw/table";
import { grouped } from "../../../theory/grouped";
import type { SampleMatrixData } from "./sampleMatrix";

/** How many pairs are known, follow, and are left; what follows is not told while a reader says what does. */
function findingOf({ n, status, contradicting, marking }: SampleMatrixData): string {
  const count = (kind: string) => status.filter((each) => each === kind).length;
  const known = `${grouped(count("known"))} of ${countOf(n * n, "pair")} are known`;
  if (marking) return `${known}; what follows from them is hidden while you say what does.`;
  return contradicting.length > 0
    ? `${known}, and ${grouped(contradicting.length)} of them contradict each other.`
    : `${known}, ${countOf(count("follows"), "follows", "follow")} from them, ${countOf(count("guessed"), "is", "are")} left to guess.`;
}

export const sampleTable = (data: SampleMatrixData): Table => ({
  title: "One sample of the relation",
  about: "What is known of each pair in one sample of a relation.",
  finding: findingOf(data),
  columns: [
    column("x", "First element of the pair."),
    column("y", "Second element of the pair."),
    column("status", "“known”: in the sample. “follows”: from it. “guessed”: neither."),
    column("P", "Probability that the relation holds, as far as it is known."),
  ],
  rows: data.status.map((kind, pair) => [
    Math.floor(pair / data.n),
    pair % data.n,
    // What follows is hidden while a reader says what does.
    data.marking && kind !== "known" ? null : kind,
    data.marking && kind !== "known" ? null : finite(data.p[pair]),
  ]),
});
