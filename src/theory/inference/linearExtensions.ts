/**
 * @file Linear extensions of a partial order, counted exactly by dynamic programming over its ideals.
 *
 * An ideal holds with an element all that must come before it. A linear extension is a path that
 * adds one element at a time, from the empty ideal to the full one, so
 * P(x before y) = sum over the steps I -> I + x with y not in I of (paths to I) (paths from I + x)
 * / (all paths).
 *
 * Shapes: m elements; ideals as bit sets in two words of 30 bits.
 */

/** Shares of the linear extensions of m elements. */
export interface Shares {
  /** P(x before y), 0 on the diagonal. [m * m] */
  readonly before: Float64Array;
  /** P(x is the element number r), r from 0. [m * m] */
  readonly rank: Float64Array;
}

const WORD = 30;

interface Bits {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

function bitRows(m: number, holds: (x: number, y: number) => boolean): Bits {
  const low = new Int32Array(m);
  const high = new Int32Array(m);
  for (let x = 0; x < m; x++)
    for (let y = 0; y < m; y++)
      if (holds(x, y)) {
        if (y < WORD) low[x] |= 1 << y;
        else high[x] |= 1 << (y - WORD);
      }
  return { low, high };
}

/** Finds or adds a bit set; slots of a fixed table, cleared for every layer. */
function layerIndex(limit: number) {
  const size = 2 ** Math.ceil(Math.log2(2 * limit));
  const slots = new Int32Array(size);
  return {
    clear: () => slots.fill(0),
    /** Number of the set, `next` if it is new. */
    at: (low: number, high: number, lows: Int32Array, highs: Int32Array, next: number): number => {
      let slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 0;
      slot = (slot ^ (slot >>> 15)) & (size - 1);
      while (slots[slot] !== 0) {
        const known = slots[slot] - 1;
        if (lows[known] === low && highs[known] === high) return known;
        slot = (slot + 1) & (size - 1);
      }
      slots[slot] = next + 1;
      return next;
    },
  };
}

interface Lattice {
  readonly ideals: number;
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Elements in each ideal. */
  readonly size: Uint8Array;
  /** The steps out of ideal i are numbers first[i] .. first[i + 1] - 1. */
  readonly first: Int32Array;
  readonly element: number[];
  readonly target: number[];
}

/** All ideals in the order of their sizes, or null if there are more than `limit`. */
function lattice(m: number, less: Uint8Array, limit: number): Lattice | null {
  const needs = bitRows(m, (x, y) => less[y * m + x] === 1);
  const low = new Int32Array(limit);
  const high = new Int32Array(limit);
  const size = new Uint8Array(limit);
  const first = new Int32Array(limit + 1);
  const element: number[] = [];
  const target: number[] = [];
  const index = layerIndex(limit);
  let ideals = 1;
  let layerEnd = 1;
  for (let i = 0; i < ideals; i++) {
    if (i === layerEnd) {
      layerEnd = ideals;
      index.clear();
    }
    first[i] = element.length;
    for (let x = 0; x < m; x++) {
      const bitLow = x < WORD ? 1 << x : 0;
      const bitHigh = x < WORD ? 0 : 1 << (x - WORD);
      if (low[i] & bitLow || high[i] & bitHigh) continue;
      if (needs.low[x] & ~low[i] || needs.high[x] & ~high[i]) continue;
      const [nextLow, nextHigh] = [low[i] | bitLow, high[i] | bitHigh];
      const next = index.at(nextLow, nextHigh, low, high, ideals);
      if (next === ideals) {
        if (ideals === limit) return null;
        low[next] = nextLow;
        high[next] = nextHigh;
        size[next] = size[i] + 1;
        ideals++;
      }
      element.push(x);
      target.push(next);
    }
  }
  first[ideals] = element.length;
  return { ideals, low, high, size, first, element, target };
}

/**
 * Exact shares, or null if the order has more than `limit` ideals. `less` is a strict partial order,
 * transitively closed, of m <= 60 elements. [m * m]
 */
export function countExtensions(m: number, less: Uint8Array, limit: number): Shares | null {
  const found = lattice(m, less, limit);
  if (!found) return null;
  const { ideals, low, high, size, first, element, target } = found;
  const to = new Float64Array(ideals);
  const from = new Float64Array(ideals);
  to[0] = 1;
  for (let i = 0; i < ideals; i++)
    for (let e = first[i]; e < first[i + 1]; e++) to[target[e]] += to[i];
  const all = to[ideals - 1];
  from[ideals - 1] = 1 / all;
  for (let i = ideals - 2; i >= 0; i--)
    for (let e = first[i]; e < first[i + 1]; e++) from[i] += from[target[e]];

  const open = bitRows(m, (x, y) => y > x && less[x * m + y] === 0 && less[y * m + x] === 0);
  const before = new Float64Array(m * m);
  const rank = new Float64Array(m * m);
  const add = (word: number, offset: number, row: number, share: number): void => {
    for (let rest = word; rest !== 0; rest &= rest - 1)
      before[row + offset + 31 - Math.clz32(rest & -rest)] += share;
  };
  for (let i = 0; i < ideals; i++) {
    for (let e = first[i]; e < first[i + 1]; e++) {
      const x = element[e];
      const share = to[i] * from[target[e]];
      rank[x * m + size[i]] += share;
      add(open.low[x] & ~low[i], 0, x * m, share);
      add(open.high[x] & ~high[i], WORD, x * m, share);
    }
  }
  return { before: completed(m, less, before), rank };
}

/** Fills in what the order fixes and the mirror images of the shares for x < y. */
export function completed(m: number, less: Uint8Array, before: Float64Array): Float64Array {
  for (let x = 0; x < m; x++)
    for (let y = x + 1; y < m; y++) {
      if (less[x * m + y]) before[x * m + y] = 1;
      else if (less[y * m + x]) before[x * m + y] = 0;
      before[y * m + x] = 1 - before[x * m + y];
    }
  return before;
}
