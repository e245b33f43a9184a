/** @file A followed pair as a table: what was predicted of it, and what it did. */

import { column, finite, type Table } from "../../../kit/draw/table";
import { grouped } from "../../../theory/grouped";
import type { PairTrackData } from "./pairTrackLayout";
import { outcomeOf } from "./pairWords";

export function pairTrackTable(data: PairTrackData): Table {
  const { pair, step, times, actual, predicted, theory, error, stillError, horizon } = data;
  const off =
    horizon === null
      ? `${theory} is never off by a factor of two here.`
      : `${theory} is off by a factor of two after ${grouped(horizon)} steps.`;
  return {
    title: `Pair ${pair[0]} and ${pair[1]} from step ${step}`,
    about: `Half the distance of two repons and its direction, as the network made them and as ${theory} predicts them.`,
    finding: data.guessed?.open ? outcomeOf(data) : `${off} ${outcomeOf(data)}`,
    ofRun: true,
    columns: [
      column("time", "Steps after the moment at which the prediction starts.", "steps"),
      column("distance", "Half the distance of the two in the network."),
      column("predicted distance", `The same by ${theory}.`),
      column("angle", "Direction of the difference in the network, from the first.", "radians"),
      column("predicted angle", `The same by ${theory}.`, "radians"),
      column("error", "Factor by which the prediction is off."),
      column("error of standing still", "Factor by which “nothing moves” is off."),
    ],
    rows: Array.from(times, (time, i) => [
      time,
      ...[
        actual.separation,
        predicted.separation,
        actual.angle,
        predicted.angle,
        error,
        stillError,
      ].map((values) => finite(values[i])),
    ]),
  };
}
