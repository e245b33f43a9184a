/**
 * @file What a reader has drawn, relation and split, so that nothing of it is lost: under what is shown lies the
 * widest that was drawn, and every board that was is kept before and after the present one.
 */
import { relationOf } from "../../../experiment/dataset";
import { countOnes, packMatrix, resizeMatrix, unpackMatrix } from "../../../experiment/matrix";
import type { Settings } from "../../../experiment/params";

/** Bits of n x n pairs, packed (experiment/matrix.ts); what is shown of them is their upper left corner. */
export interface Sheet {
  readonly n: number;
  readonly bits: string;
}

/** What can be drawn, as it stands at a moment. */
export interface Board extends Pick<Settings, "n" | "relation"> {
  /** The reader's own relation, also while another is shown; null where there is none. */
  readonly matrix: Sheet | null;
  /** The reader's own split; null where it is drawn by its fraction. */
  readonly mask: Sheet | null;
  /** What the elements of the own relation were called when it was left; null for their numbers. */
  readonly names: readonly string[] | null;
}

export interface Drawing {
  readonly board: Board;
  /** Boards before it, the latest last. */
  readonly past: readonly Board[];
  /** Boards that were undone, the next first. */
  readonly future: readonly Board[];
  /** The run waits for the drawing to rest: while a stroke is drawn, and for a while after it. */
  readonly phase: "rest" | "stroke" | "settling";
}

/** What of the settings a board is. */
type Drawn = Pick<Settings, "n" | "relation" | "matrix" | "mask">;

/** Boards that are kept before the present one. */
const KEPT = 500;

/** Pairs that are new are not of the relation, and are trained on. */
const matrixOf = ({ matrix, n }: Board): string =>
  matrix ? resizeMatrix(matrix.bits, matrix.n, n, 0) : "";

/** Empty where one side of the split would be. */
function maskOf({ mask, n }: Board): string {
  const bits = mask ? resizeMatrix(mask.bits, mask.n, n, 1) : "";
  return bits !== "" && countOnes(unpackMatrix(bits, n)) % (n * n) === 0 ? "" : bits;
}

/** The settings that show a board. */
export const drawnOf = (board: Board): Drawn => ({
  n: board.n,
  relation: board.relation,
  matrix: matrixOf(board),
  mask: maskOf(board),
});

const sheet = (n: number, bits: string): Sheet | null => (bits === "" ? null : { n, bits });

/** `bits` of n x n written over the corner of a sheet: what lies beyond them stays. */
function writtenOver(under: Sheet | null, n: number, bits: string): Sheet {
  if (!under || under.n <= n) return { n, bits };
  const [wide, corner] = [unpackMatrix(under.bits, under.n), unpackMatrix(bits, n)];
  for (let x = 0; x < n; x++) wide.set(corner.subarray(x * n, (x + 1) * n), x * under.n);
  return { n: under.n, bits: packMatrix(wide) };
}

const sameSheet = (a: Sheet | null, b: Sheet | null): boolean =>
  a?.n === b?.n && a?.bits === b?.bits;

const sameButSize = (a: Board, b: Board): boolean =>
  a.relation === b.relation && sameSheet(a.matrix, b.matrix) && sameSheet(a.mask, b.mask);

const sameBoard = (a: Board, b: Board): boolean => a.n === b.n && sameButSize(a, b);

/** Whether the settings show this board. */
const shows = ({ n, relation, matrix, mask }: Drawn, board: Board): boolean =>
  n === board.n &&
  relation === board.relation &&
  mask === maskOf(board) &&
  (relation !== "custom" || matrix === matrixOf(board));

export const beginDrawing = ({ n, relation, matrix, mask }: Drawn): Drawing => ({
  board: { n, relation, matrix: sheet(n, matrix), mask: sheet(n, mask), names: null },
  past: [],
  future: [],
  phase: "rest",
});

/** The board that is left is kept, once for a stroke and once for a drag of n. */
function turnedTo(drawing: Drawing, board: Board): Drawing {
  const { board: left, past, phase } = drawing;
  if (sameBoard(board, left)) return drawing;
  const last = past.at(-1);
  const resizes = sameButSize(board, left) && last !== undefined && sameButSize(left, last);
  const known = phase === "stroke" || resizes;
  return { ...drawing, board, past: known ? past : [...past.slice(-KEPT), left], future: [] };
}

export interface Fitted {
  readonly settings: Settings;
  readonly drawing: Drawing;
}

/**
 * Settings with these changes, and the drawing. Another n shows another corner of what was drawn. A matrix or
 * split that comes with its n, or in the place of another relation, is a new one; else it is written over what
 * is shown. A custom relation without a matrix is the reader's own, or starts as the one that was shown. Another
 * training fraction is a split that is drawn by it.
 */
export function fitted(drawing: Drawing, before: Settings, changes: Partial<Settings>): Fitted {
  const { board } = drawing;
  const n = changes.n ?? before.n;
  const relation = changes.relation ?? before.relation;
  const isNew = changes.n !== undefined;
  const written = (under: Sheet | null, anew: boolean, bits: string | undefined) =>
    bits ? writtenOver(anew ? null : under, n, bits) : under;
  let matrix = written(board.matrix, isNew || before.relation !== "custom", changes.matrix);
  if (relation === "custom" && before.relation !== "custom" && !matrix)
    matrix = { n, bits: packMatrix(relationOf({ ...before, n }).truth) };
  const drawnByFraction =
    changes.mask === "" || (changes.mask === undefined && changes.trainFraction !== undefined);
  const mask = drawnByFraction ? null : written(board.mask, isNew, changes.mask);
  const next: Board = { n, relation, matrix, mask, names: board.names };
  const shown = drawnOf(next);
  // Another relation keeps the own one in its link only where it was there.
  const keeps = relation === "custom" || (changes.matrix ?? before.matrix) !== "";
  return {
    settings: { ...before, ...changes, ...shown, matrix: keeps ? shown.matrix : "" },
    drawing: turnedTo(drawing, next),
  };
}

/** With the own relation of another board, where none is shown. */
const withOwn = (board: Board, { matrix, names }: Board): Board =>
  board.relation === "custom" ? board : { ...board, matrix, names };

/** The board before (-1) or after (1) that is another; null where there is none. */
export function stepped(drawing: Drawing, by: -1 | 1): Drawing | null {
  const { board, past, future } = drawing;
  const isOther = (other: Board) => !sameBoard(other, board);
  const at = by === -1 ? past.findLastIndex(isOther) : future.findIndex(isOther);
  if (at === -1) return null;
  const [from, kept] =
    by === -1 ? [past[at], past.slice(0, at)] : [future[at], future.slice(at + 1)];
  return {
    ...drawing,
    board: withOwn(from, board),
    past: by === -1 ? kept : [...past, board],
    future: by === -1 ? [board, ...future] : kept,
  };
}

/** The drawing where a link has led to these settings: a board that is known, or a new one. */
export function arrivedAt(drawing: Drawing, settings: Settings): Drawing {
  const { board, past, future } = drawing;
  const rested = { ...drawing, phase: "rest" } as const;
  const isThere = (other: Board) => shows(settings, other);
  if (isThere(board)) return rested;
  const before = past.findLastIndex(isThere);
  if (before !== -1)
    return {
      ...rested,
      board: withOwn(past[before], board),
      past: past.slice(0, before),
      future: [...past.slice(before + 1), board, ...future],
    };
  const after = future.findIndex(isThere);
  if (after !== -1)
    return {
      ...rested,
      board: withOwn(future[after], board),
      past: [...past, board, ...future.slice(0, after)],
      future: future.slice(after + 1),
    };
  const { board: there } = beginDrawing(settings);
  return turnedTo(rested, there.matrix ? there : withOwn(there, board));
}
