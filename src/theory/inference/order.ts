/**
 * @file Total orders: the transitive closure of what is known, and shares of its linear extensions.
 *
 * R(x, y) = 1 says x before y; R(x, y) = 0 for x and y apart says y before x.
 */
import { closeTransitively } from "../relation";
import { components } from "./components";
import { countExtensions, type Shares } from "./linearExtensions";
import type { Rule } from "./rule";
import { type Consequence, type Draw, eachKnown, type Sample, UNKNOWN } from "./sample";
import { sampleExtensions } from "./shuffledExtensions";

/** Ideals counted before sampling takes over; a small table first, as most orders need no other. */
const LIMITS = [1000, 20_000] as const;

/** The strict partial order that follows, or null if it would put an element before itself. [N] */
function orderOf(sample: Sample): Uint8Array | null {
  const { n } = sample;
  const less = new Uint8Array(n * n);
  eachKnown(sample, (x, y, bit) => {
    if (bit === 1) less[x * n + y] = 1;
    else if (x !== y) less[y * n + x] = 1;
  });
  closeTransitively(n, less);
  for (let x = 0; x < n; x++) if (less[x * n + x]) return null;
  return less;
}

interface Piece extends Shares {
  /** Its elements. [m] */
  readonly elements: readonly number[];
  readonly exact: boolean;
}

/** A connected piece of the order; pieces do not bear on each other. */
function pieceOf(n: number, less: Uint8Array, elements: readonly number[], draw: Draw): Piece {
  const m = elements.length;
  const own = Uint8Array.from(elements.flatMap((x) => elements.map((y) => less[x * n + y])));
  for (const limit of LIMITS) {
    const shares = countExtensions(m, own, limit);
    if (shares) return { elements, exact: true, ...shares };
  }
  return { elements, exact: false, ...sampleExtensions(m, own, draw) };
}

/** Rows of Pascal's triangle up to n. */
function pascal(n: number): number[][] {
  const rows = [[1]];
  for (let i = 1; i <= n; i++)
    rows.push(
      Array.from({ length: i + 1 }, (_, j) => (rows[i - 1][j - 1] ?? 0) + (rows[i - 1][j] ?? 0)),
    );
  return rows;
}

/**
 * P(element of rank i of one piece before the element of rank j of another) when a elements and b
 * elements are shuffled, all ways being equally likely: at most j of the b come before it. [a * b]
 */
function shuffle(a: number, b: number, choose: readonly (readonly number[])[]): Float64Array {
  const first = new Float64Array(a * b);
  for (let i = 0; i < a; i++) {
    let sum = 0;
    for (let j = 0; j < b; j++) {
      sum += (choose[i + j][j] * choose[a - 1 - i + b - j][b - j]) / choose[a + b][b];
      first[i * b + j] = sum;
    }
  }
  return first;
}

/** P(x before y) for x of one piece and y of another. */
function across(one: Piece, other: Piece, choose: readonly (readonly number[])[]): Float64Array {
  const [a, b] = [one.elements.length, other.elements.length];
  const first = shuffle(a, b, choose);
  const before = new Float64Array(a * b);
  for (let i = 0; i < a; i++)
    for (let y = 0; y < b; y++) {
      let ahead = 0;
      for (let j = 0; j < b; j++) ahead += first[i * b + j] * other.rank[y * b + j];
      for (let x = 0; x < a; x++) before[x * b + y] += one.rank[x * a + i] * ahead;
    }
  return before;
}

function shares(
  n: number,
  less: Uint8Array,
  draw: Draw,
): Pick<Consequence, "exact"> & { p: Float64Array } {
  const { of, count } = components(n, (x, y) => less[x * n + y] === 1);
  const members: number[][] = Array.from({ length: count }, () => []);
  of.forEach((piece, x) => {
    members[piece].push(x);
  });
  const pieces = members.map((elements) => pieceOf(n, less, elements, draw));
  const choose = pascal(n);
  const p = new Float64Array(n * n);
  pieces.forEach((one, a) => {
    const m = one.elements.length;
    one.elements.forEach((x, i) => {
      one.elements.forEach((y, j) => {
        p[x * n + y] = one.before[i * m + j];
      });
    });
    for (const other of pieces.slice(a + 1)) {
      const ahead = across(one, other, choose);
      one.elements.forEach((x, i) => {
        other.elements.forEach((y, j) => {
          p[x * n + y] = ahead[i * other.elements.length + j];
          p[y * n + x] = 1 - p[x * n + y];
        });
      });
    }
  });
  return { p, exact: pieces.every(({ exact }) => exact) };
}

export const totalOrder: Rule = {
  consistent: (sample) => orderOf(sample) !== null,
  follow: (sample, draw) => {
    const { n } = sample;
    const less = orderOf(sample) as Uint8Array;
    const value = new Uint8Array(n * n).fill(UNKNOWN);
    for (let x = 0; x < n; x++)
      for (let y = 0; y < n; y++) {
        if (less[x * n + y]) value[x * n + y] = 1;
        else if (x === y || less[y * n + x]) value[x * n + y] = 0;
      }
    return { value, closed: value, ...shares(n, less, draw) };
  },
};
