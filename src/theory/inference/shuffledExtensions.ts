/**
 * @file Linear extensions of a partial order, sampled, where its ideals are too many to list.
 *
 * The start comes from Bubley and Dyer's chain of adjacent exchanges (1999): position i of 1..m-1
 * is proposed with probability i (m - i) / K, K = (m^3 - m) / 6, and the elements at i and i + 1
 * change places with probability 1/2 if the order allows it. By path coupling its distance in total
 * variation from the uniform distribution is at most D e^(-t / K) after t steps, D <= m^2 / 2 the
 * largest distance of two extensions.
 *
 * From there each step takes a random element out and puts it back at a random one of the places
 * that the order allows. That leaves the uniform distribution as it is and forgets faster, though no
 * bound as good is known for it: only the spread of the result hangs on that, not its mean.
 */
import { completed, type Shares } from "./linearExtensions";
import type { Draw } from "./sample";

/** Total variation that the start may be off by. */
const OFF = 1e-3;
const SAMPLES = 1000;

/** Steps of Bubley and Dyer's chain after which it is at most `off` from uniform. */
export const exchangesFor = (m: number, off: number): number =>
  Math.ceil(((m ** 3 - m) / 6) * Math.log((m * m) / 2 / off));

/** Some linear extension: element at each position. [m] */
function anyExtension(m: number, less: Uint8Array): Uint8Array {
  const below = (x: number): number => {
    let count = 0;
    for (let y = 0; y < m; y++) count += less[y * m + x];
    return count;
  };
  return Uint8Array.from(
    Array.from({ length: m }, (_, x) => x).sort((x, y) => below(x) - below(y)),
  );
}

/** The position 1..m-1 at which the running sum of i (m - i) / K passes u. */
function positionAt(m: number, u: number): number {
  let left = (u * (m ** 3 - m)) / 6;
  let i = 1;
  while (i < m - 1 && left >= i * (m - i)) left -= i * (m - i++);
  return i;
}

function exchange(m: number, less: Uint8Array, at: Uint8Array, steps: number, draw: Draw): void {
  for (let t = 0; t < steps; t++) {
    const u = 2 * draw();
    if (u >= 1) continue;
    const i = positionAt(m, u);
    const [x, y] = [at[i - 1], at[i]];
    if (less[x * m + y]) continue;
    at[i - 1] = y;
    at[i] = x;
  }
}

/** Takes a random element out and puts it back between its last predecessor and first successor. */
function reinsert(m: number, less: Uint8Array, at: Uint8Array, draw: Draw): void {
  const u = draw() * m;
  const position = Math.floor(u);
  const x = at[position];
  let lowest = position;
  while (lowest > 0 && !less[at[lowest - 1] * m + x]) lowest--;
  let highest = position;
  while (highest < m - 1 && !less[x * m + at[highest + 1]]) highest++;
  const to = lowest + Math.floor((u - position) * (highest - lowest + 1));
  if (to < position) at.copyWithin(to + 1, to, position);
  else at.copyWithin(position, position + 1, to + 1);
  at[to] = x;
}

/** Shares among 1000 extensions, m reinsertions apart. `less` as for `countExtensions`. */
export function sampleExtensions(m: number, less: Uint8Array, draw: Draw): Shares {
  const at = anyExtension(m, less);
  exchange(m, less, at, exchangesFor(m, OFF), draw);
  const before = new Float64Array(m * m);
  const rank = new Float64Array(m * m);
  for (let sample = 0; sample < SAMPLES; sample++) {
    for (let step = 0; step < m; step++) reinsert(m, less, at, draw);
    for (let i = 0; i < m; i++) {
      rank[at[i] * m + i] += 1 / SAMPLES;
      for (let j = i + 1; j < m; j++) before[at[i] * m + at[j]] += 1 / SAMPLES;
    }
  }
  return { before: completed(m, less, before), rank };
}
