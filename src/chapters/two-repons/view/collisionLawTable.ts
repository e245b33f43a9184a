/** @file How often random pairs meet as a table: by the paper's law, exactly, and counted. */
import { column, finite, type Table } from "../../../kit/draw/table";
import type { CollisionLawData } from "./collisionLaw";

export const collisionLawTable = (data: CollisionLawData): Table => ({
  title: "How often two repons meet",
  about: "How many random pairs of repons meet, against the ratio of the rates.",
  finding: data.summary,
  columns: [
    column("curve", "“paper”: Eq. 11. “exact”: its exact form. “counted”: random pairs."),
    column("ratio", "Encoder rate over decoder rate."),
    column("share", "Share of random pairs that meet."),
    column("error", "Standard error of what was counted."),
  ],
  rows: [
    ...(["paper", "exact"] as const).flatMap((curve) =>
      data.ratios.map((ratio, i) => [curve, ratio, finite(data[curve][i]), null]),
    ),
    ...data.counted.map(({ ratio, share, error }) => ["counted", ratio, share, error]),
  ],
});
