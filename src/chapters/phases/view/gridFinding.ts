/**
 * @file What a phase diagram shows, in a sentence: how many cells are of each phase, and where.
 *
 * Shapes: X columns, Y rows, S seeds.
 */

import { countOf, listed } from "../../../kit/draw/phrases";
import { plainText } from "../../../kit/draw/table";
import { capital } from "../../../kit/draw/words";
import { PHASES, type Phase } from "../../../theory/phase";
import type { PhaseGridData } from "./grid";
import type { Replica } from "./gridCells";

/** What a cell is: the phase of all its known seeds, "mixed" where they differ, null where none is known. */
function kindOf(replicas: readonly Replica[]): Phase | "mixed" | null {
  const phases = new Set(replicas.flatMap((each) => ("phase" in each ? [each.phase] : [])));
  if (phases.size > 1) return "mixed";
  return [...phases][0] ?? null;
}

/** A kind leans to one end of an axis where its middle is further from that of all cells than this share of the axis. */
const LEANS = 0.15;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** "high" or "low", by places along an axis of `count` values; null where they lean to neither end. */
function lean(places: readonly number[], count: number): "high" | "low" | null {
  const away = (mean(places) - (count - 1) / 2) / Math.max(1, count - 1);
  return Math.abs(away) < LEANS ? null : away > 0 ? "high" : "low";
}

/** "mostly at high encoder rate and low decoder rate"; empty where the cells lie all over. */
function whereOf(cells: readonly number[], { x, y }: PhaseGridData): string {
  const rows = y.values.length;
  const along = [
    [
      lean(
        cells.map((cell) => Math.floor(cell / rows)),
        x.values.length,
      ),
      x.name,
    ],
    [
      lean(
        cells.map((cell) => cell % rows),
        rows,
      ),
      y.name,
    ],
  ] as const;
  const ends = along.flatMap(([end, name]) => (end ? [`${end} ${plainText(name)}`] : []));
  return ends.length > 0 ? `, mostly at ${listed(ends)}` : "";
}

export function gridFinding(data: PhaseGridData): string {
  const kinds = data.cells.map(kindOf);
  const all = kinds.length;
  const said = PHASES.flatMap((phase) => {
    const cells = kinds.flatMap((kind, cell) => (kind === phase ? [cell] : []));
    if (cells.length === 0) return [];
    return cells.length === all
      ? [`all ${countOf(all, "cell")} end in ${phase}`]
      : [`${countOf(cells.length, "cell")} in ${phase}${whereOf(cells, data)}`];
  });
  const mixed = kinds.filter((kind) => kind === "mixed").length;
  const open = kinds.filter((kind) => kind === null).length;
  const rest = [
    ...(mixed > 0 ? [`in ${countOf(mixed, "cell")} the seeds differ`] : []),
    ...(open > 0 ? [`of ${countOf(open, "cell")} nothing is known yet`] : []),
  ];
  return `${capital([...said, ...rest].join("; "))}.`;
}
