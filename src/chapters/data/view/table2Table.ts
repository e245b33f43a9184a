/** @file Table 2 as a table. */
import { column, type Table } from "../../../kit/draw/table";
import { capital } from "../../../kit/draw/words";
import type { Table2Data } from "./table2";

const bitsOf = ({ count, paper }: Table2Data["rows"][number]): number => count ?? paper;

/** Which class takes the fewest bits and which the most, and what the relation's own takes. */
function findingOf({ rows, most }: Table2Data): string {
  const sorted = [...rows].sort((a, b) => bitsOf(a) - bitsOf(b));
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  const words = (row: (typeof rows)[number]) => `${Math.round(bitsOf(row))} bits`;
  const own = rows.find((row) => row.own);
  const said = own ? ` The relation’s own class, ${own.name}, takes ${words(own)} of ${most}.` : "";
  return `${capital(first.name)} relations take the fewest bits, ${words(first)}; ${last.name} ones the most, ${words(last)}.${said}`;
}

export const table2Table = (data: Table2Data): Table => ({
  title: "Bits to describe one relation",
  about: `The paper’s Table 2 beside exact counts; a matrix without any law takes ${data.most} bits.`,
  finding: findingOf(data),
  columns: [
    column("class", "Which relations are counted."),
    column("paper", "What the paper’s formula gives.", "bits"),
    column("exact", "The exact count; empty where there is none.", "bits"),
    column(
      "relabellings",
      "The second version’s b: bits of which relabelling of this graph it is.",
      "bits",
    ),
  ],
  rows: data.rows.map(({ name, paper, count, relabellings }) => [name, paper, count, relabellings]),
});
