/**
 * @file In which order the cells of a phase diagram are trained: coarse first, then finer; or only
 * where neighbours differ.
 *
 * Shapes: X columns, Y rows; a cell is column * Y + row.
 */

import { memo } from "../../../kit/state/memo";
import type { Choose } from "../../../kit/study/model/study";
import { PHASES, type Phase } from "../../../theory/phase";
import type { Lattice } from "./lattice";

/** Distance of the coarsest cells that are trained first: a power of two. */
const coarsest = (columns: number, rows: number): number =>
  2 ** Math.max(0, Math.floor(Math.log2((Math.max(columns, rows) - 1) / 2)));

/** Every `stride`-th position, and the last. */
function nodes(stride: number, count: number): number[] {
  const last = count - 1;
  const all = Array.from({ length: Math.floor(last / stride) + 1 }, (_, i) => i * stride);
  return all.at(-1) === last ? all : [...all, last];
}

/** Cells of a stride that are not of a coarser one. */
function* newCells(stride: number, columns: number, rows: number, coarser: number | null) {
  const has = (of: number, count: number) => new Set(nodes(of, count));
  const [oldX, oldY] = coarser
    ? [has(coarser, columns), has(coarser, rows)]
    : [new Set<number>(), new Set<number>()];
  for (const column of nodes(stride, columns))
    for (const row of nodes(stride, rows))
      if (!oldX.has(column) || !oldY.has(row)) yield { column, row };
}

/** Rank of every cell when the coarse ones come first. [X Y] */
export function ranks(columns: number, rows: number): number[] {
  const rank = new Array<number>(columns * rows);
  let next = 0;
  let coarser: number | null = null;
  for (let stride = coarsest(columns, rows); stride >= 1; stride /= 2) {
    for (const { column, row } of newCells(stride, columns, rows, coarser))
      rank[column * rows + row] = next++;
    coarser = stride;
  }
  return rank;
}

/** What the seeds of a cell have come to, all of them: a phase, "mixed", or null while one is open. */
export type Verdict = Phase | "mixed" | null;

export interface Survey {
  /** Cells to train as things stand, coarse first. */
  readonly wanted: readonly number[];
  /** The phase of cells that are not trained because all around them are alike. [X Y] */
  readonly inferred: readonly (Phase | null)[];
}

const isPhase = (verdict: Verdict): verdict is Phase =>
  verdict !== null && (PHASES as readonly string[]).includes(verdict);

/**
 * The coarsest cells are trained; between cells that are alike the same is inferred, between unlike
 * ones the finer cells are trained; and so on. Where a trained cell stands beside one that was
 * inferred to be otherwise, that one is trained too, so that a boundary is followed to its end.
 * `verdicts` are those of trained cells. [X Y]
 */
export function survey(columns: number, rows: number, verdicts: readonly Verdict[]): Survey {
  const known: Verdict[] = [...verdicts];
  const inferred = new Array<Phase | null>(columns * rows).fill(null);
  const wanted: number[] = [];
  const at = (column: number, row: number) => column * rows + row;
  const bracket = (x: number, stride: number, count: number): [number, number] => {
    const low = x === count - 1 && x % stride !== 0 ? x : Math.floor(x / stride) * stride;
    return [low, Math.min(count - 1, x === low ? low : low + stride)];
  };
  let coarser: number | null = null;
  for (let stride = coarsest(columns, rows); stride >= 1; stride /= 2) {
    for (const { column, row } of newCells(stride, columns, rows, coarser)) {
      const cell = at(column, row);
      if (known[cell] !== null) continue;
      if (coarser === null) {
        wanted.push(cell);
        continue;
      }
      const around = bracket(column, coarser, columns).flatMap((c) =>
        bracket(row, coarser as number, rows).map((r) => known[at(c, r)]),
      );
      const [first] = around;
      if (around.includes(null)) continue;
      if (isPhase(first) && around.every((verdict) => verdict === first)) {
        inferred[cell] = first;
        known[cell] = first;
      } else wanted.push(cell);
    }
    coarser = stride;
  }
  for (let column = 0; column < columns; column++)
    for (let row = 0; row < rows; row++) {
      const cell = at(column, row);
      if (inferred[cell] === null) continue;
      const beside = [
        column > 0 ? verdicts[at(column - 1, row)] : null,
        column < columns - 1 ? verdicts[at(column + 1, row)] : null,
        row > 0 ? verdicts[at(column, row - 1)] : null,
        row < rows - 1 ? verdicts[at(column, row + 1)] : null,
      ];
      if (!beside.some((verdict) => verdict !== null && verdict !== inferred[cell])) continue;
      inferred[cell] = null;
      wanted.push(cell);
    }
  return { wanted, inferred };
}

/** What each cell has come to. [X Y] */
export function verdictsOf(lattice: Lattice, phases: readonly (Phase | null)[]): Verdict[] {
  const { x, y, seeds } = lattice;
  return x.values.flatMap((_, column) =>
    y.values.map((_, row): Verdict => {
      const of = seeds.map((_, seed) => phases[lattice.index(column, row, seed)]);
      if (of.includes(null)) return null;
      return of.every((phase) => phase === of[0]) ? of[0] : "mixed";
    }),
  );
}

/** The survey of a lattice as far as it is trained; the same object while `phases` is. */
export const surveyOf = memo((lattice: Lattice, phases: readonly (Phase | null)[]) =>
  survey(lattice.x.values.length, lattice.y.values.length, verdictsOf(lattice, phases)),
);

/** Where each replica stands in the order, and its cell. */
function placesOf(lattice: Lattice) {
  const { x, y, seeds } = lattice;
  const rank = ranks(x.values.length, y.values.length);
  const places = new Map<number, { readonly cell: number; readonly order: number }>();
  x.values.forEach((_, column) => {
    y.values.forEach((_, row) => {
      const cell = column * y.values.length + row;
      seeds.forEach((_, seed) => {
        const order = seed * rank.length + rank[cell];
        places.set(lattice.index(column, row, seed), { cell, order });
      });
    });
  });
  return places;
}

/**
 * The order in which replicas are trained: a coarse picture of the first seed, then finer, then the
 * other seeds; with `boundaryOnly` no cell whose neighbours are alike.
 */
export function orderOf(
  lattice: Lattice,
  boundaryOnly: boolean,
  phasesOf: (results: Parameters<Choose>[1]) => readonly (Phase | null)[],
): Choose {
  const places = placesOf(lattice);
  const orderOfReplica = (replica: number) => places.get(replica)?.order ?? Infinity;
  return (waiting, results) => {
    const wanted = boundaryOnly ? new Set(surveyOf(lattice, phasesOf(results)).wanted) : null;
    let best: number | null = null;
    for (const replica of waiting) {
      if (wanted && !wanted.has(places.get(replica)?.cell ?? -1)) continue;
      if (best === null || orderOfReplica(replica) < orderOfReplica(best)) best = replica;
    }
    return best;
  };
}
