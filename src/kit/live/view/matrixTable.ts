/** @file The relation as a table: a row for each ordered pair. */
import { column, finite, type Table } from "../../draw/table";
import type { MatrixData } from "./matrix";
import { matrixFinding } from "./matrixFinding";

const ABOUT = {
  truth: "Which ordered pairs the relation holds for",
  prediction: "What the network answers for each ordered pair",
  errors: "How far the network’s answer is off for each ordered pair",
  difference: "How far the answers of two networks are apart for each ordered pair",
} as const;

export function matrixTable(data: MatrixData): Table {
  const { n, labels, truth, mask, prediction, show, other } = data;
  return {
    title: `Relation of ${n} elements, ${show}`,
    about: `${ABOUT[show]}: x goes down, y to the right${mask ? "; outlined pairs are held out" : ""}.`,
    finding: matrixFinding(data),
    ofRun: true,
    columns: [
      column("x", "First element of the pair."),
      column("y", "Second element of the pair."),
      column("R", "1 where the relation holds."),
      column(
        "trained",
        "1 where the network is trained on the pair, 0 where it is held out; empty where the picture does not show it.",
      ),
      column("P", "The network’s probability of R = 1; empty where it is not known."),
      ...(other
        ? [
            column(`R ${other.name}`, "1 where the relation of the second run holds."),
            column(`P ${other.name}`, "The second network’s probability of R = 1."),
          ]
        : []),
    ],
    get rows() {
      return Array.from({ length: n * n }, (_, pair) => [
        labels[Math.floor(pair / n)],
        labels[pair % n],
        truth[pair],
        finite(mask?.[pair]),
        finite(prediction?.[pair]),
        ...(other ? [other.truth[pair], finite(other.prediction?.[pair])] : []),
      ]);
    },
  };
}
