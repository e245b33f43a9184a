/** @file A phase diagram as a table: a row for each network. */
import { column, plainText, type Table } from "../../../kit/draw/table";
import type { PhaseGridData } from "./grid";
import type { Replica } from "./gridCells";
import { gridFinding } from "./gridFinding";

const flag = (is: boolean) => (is ? 1 : 0);

const known = (replica: Replica) =>
  replica.kind === "decided"
    ? [flag(replica.fellBack), flag(replica.diverged), flag(replica.wrong)]
    : [null, null, null];

export function gridTable(data: PhaseGridData): Table {
  const { name, x, y, cells, lines } = data;
  const [nameX, nameY] = [x, y].map((axis) => plainText(axis.name));
  const rows = y.values.length;
  const rules = lines.map(({ label }) => label.map(plainText).join(" "));
  return {
    title: "Phase diagram",
    about: `${name}: the phase of each network by ${nameX} and ${nameY}.${rules.length > 0 ? ` Lines: ${rules.join("; ")}.` : ""}`,
    finding: gridFinding(data),
    columns: [
      column(nameX, "Along the axis across."),
      column(nameY, "Along the axis upwards."),
      column("seed", "Its place among the seeds of the cell."),
      column("state", "“decided”, or how far it is: waiting, training, inferred from neighbours."),
      column("phase", "By Table 4; empty where it is not known."),
      column("fell back", "1 where test accuracy was once above 0.9 and is not any more."),
      column("diverged", "1 where its numbers left all bounds."),
      column("rule wrong", "1 where the chosen rule says otherwise."),
    ],
    rows: cells.flatMap((replicas, i) =>
      replicas.map((replica, seed) => [
        x.values[Math.floor(i / rows)],
        y.values[i % rows],
        seed,
        replica.kind,
        "phase" in replica ? replica.phase : null,
        ...known(replica),
      ]),
    ),
  };
}
