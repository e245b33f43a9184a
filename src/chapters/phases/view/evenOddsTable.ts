/** @file Even odds of the recordings as a table: a row for each. */
import { column, type Table } from "../../../kit/draw/table";
import { evenOddsFinding } from "./evenOddsFinding";
import type { EvenOddsData } from "./evenRow";

export const evenOddsTable = (data: EvenOddsData): Table => ({
  title: "Even odds of every recording",
  about: `The decoder rate over the encoder rate at which a network is as likely to learn as not, by relation. The second version of the paper, as cited by others: ${data.claimed} for all.`,
  finding: evenOddsFinding(data),
  columns: [
    column("recording", "Name of the recording."),
    column("relation", "What its networks learn."),
    column("training", "How they are trained."),
    column("even odds", "Decoder rate over encoder rate; empty where it is not known."),
    column("lowest", "Lower end of its 95 % interval, cells resampled."),
    column("highest", "Upper end."),
  ],
  rows: data.rows.map(({ id, name, training, even }) => [
    id,
    name,
    training,
    even?.ratio ?? null,
    even?.low ?? null,
    even?.high ?? null,
  ]),
});
