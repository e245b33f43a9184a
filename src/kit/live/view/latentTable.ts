/** @file Latent space as a table: where every repon is and was, where it is pulled, and the decoder's field. */
import { grouped } from "../../../theory/grouped";
import { type Cell, column, plainText, type Table } from "../../draw/table";
import type { LatentData } from "./latent";
import { latentFinding } from "./latentFinding";

const COLUMNS = [
  column(
    "kind",
    "“repon”: now. “trail”: where it was at an earlier step. “partner”: where a second run has it. “field”: a cell behind them.",
  ),
  column("step", "Step of training.", "steps"),
  column("element", "The element that the repon stands for."),
  column("group", "Its class, or its rank in the order; empty where nothing sorts the elements."),
  column("x", "First coordinate in the picture; the step where there is one dimension."),
  column("y", "Second coordinate in the picture."),
  column("pull x", "Where plain gradient descent would move it, first coordinate.", "per step"),
  column("pull y", "The same, second coordinate.", "per step"),
  column("P", "The decoder’s probability of R = 1 for the pinned element and a partner there."),
];

function rowsOf({
  step,
  labels,
  grouping,
  positions,
  trails,
  field,
  arrows,
  partners,
}: LatentData): Cell[][] {
  const n = labels.length;
  const group = (i: number) => grouping?.of[i] ?? null;
  const rows: Cell[][] = labels.map((label, i) => [
    "repon",
    step,
    label,
    group(i),
    positions[2 * i],
    positions[2 * i + 1],
    arrows?.vectors[2 * i] ?? null,
    arrows?.vectors[2 * i + 1] ?? null,
    null,
  ]);
  labels.forEach((label, i) => {
    if (partners)
      rows.push([
        "partner",
        step,
        label,
        group(i),
        partners[2 * i],
        partners[2 * i + 1],
        null,
        null,
        null,
      ]);
  });
  for (let s = 0; trails && s < trails.steps.length; s++)
    labels.forEach((label, i) => {
      const at = 2 * (s * n + i);
      const [x, y] = [trails.positions[at], trails.positions[at + 1]];
      rows.push(["trail", trails.steps[s], label, group(i), x, y, null, null, null]);
    });
  field?.values.forEach((p, k) => {
    const { x0, x1, y0, y1 } = field.bounds;
    const x = x0 + ((x1 - x0) * ((k % field.cols) + 0.5)) / field.cols;
    const y = y0 + ((y1 - y0) * (Math.floor(k / field.cols) + 0.5)) / field.rows;
    rows.push(["field", null, null, null, x, y, null, null, p]);
  });
  return rows;
}

export function latentTable(data: LatentData): Table {
  const { step, labels, captions, field } = data;
  const axes = captions.map(plainText).join(" and ");
  return {
    title: `Latent space at step ${grouped(step)}`,
    about: `Where the ${labels.length} repons are, the embeddings of the elements; axes: ${axes}.${field ? ` Behind them ${field.caption}.` : ""}`,
    finding: latentFinding(data),
    ofRun: true,
    columns: COLUMNS,
    get rows() {
      return rowsOf(data);
    },
  };
}
