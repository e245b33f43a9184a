/** @file The ten numbers, and those who ask, as tables. */
import { column, finite, type Table } from "../../../kit/draw/table";
import type { AskMatrixData } from "./askMatrix";
import type { AskRaceData } from "./askRace";

export const askTable = ({ n, status, value, yes, worth, summary }: AskMatrixData): Table => ({
  title: "Pairs of ten numbers to ask about",
  about: "What is known of each pair from the answers so far, and what an answer is worth.",
  finding: summary,
  columns: [
    column("x", "First element of the pair."),
    column("y", "Second element of the pair."),
    column(
      "status",
      "“asked”: answered. “follows”: from the answers. “open”: neither. “clash”: contradicts them.",
    ),
    column("R", "Whether the relation holds; empty where that is open."),
    column("P", "Probability that it holds, all relations of the class being alike."),
    column("worth", "What the answer is expected to carry.", "bits"),
  ],
  rows: status.map((kind, pair) => [
    Math.floor(pair / n),
    pair % n,
    kind,
    kind === "open" ? null : value[pair],
    finite(yes?.[pair]),
    finite(worth?.[pair]),
  ]),
});

export const raceTable = ({ askers, own, summary }: AskRaceData): Table => ({
  title: "How soon all is known",
  about:
    "Bits learnt after each question, by how the questions are chosen; the mean of several runs.",
  finding: summary,
  columns: [
    column("questions", "Pairs asked about."),
    ...askers.map(({ name, label }) => column(name, `Who asks ${label}.`, "bits")),
    column("you", "The reader, by the answers so far.", "bits"),
  ],
  rows: Array.from(
    { length: Math.max(own.length, ...askers.map(({ bits }) => bits?.length ?? 0)) },
    (_, q) => [q, ...askers.map(({ bits }) => finite(bits?.[q])), finite(own[q])],
  ),
});
