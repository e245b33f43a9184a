/**
 * @file Counts of finite things, as base-2 logarithms: bits.
 */

/** log2 n! */
export function log2Factorial(n: number): number {
  let bits = 0;
  for (let i = 2; i <= n; i++) bits += Math.log2(i);
  return bits;
}

/** log2 S(n, k): partitions of n elements into exactly k classes, 1 <= k <= n <= 100. */
export function log2Stirling(n: number, k: number): number {
  let row = Float64Array.of(1);
  for (let i = 1; i <= n; i++)
    row = Float64Array.from(
      { length: i + 1 },
      (_, j) => j * (row[j] ?? 0) + (j > 0 ? row[j - 1] : 0),
    );
  return Math.log2(row[k]);
}

/**
 * log2 (n! / |Aut|) for a graph that knows of its elements only their classes of the given sizes,
 * and treats classes of equal size alike: elements may be permuted within classes, and classes of
 * one size among each other.
 */
export function log2Relabellings(sizes: readonly number[]): number {
  const n = sizes.reduce((sum, size) => sum + size, 0);
  const alike = [...new Set(sizes)].map((size) => sizes.filter((other) => other === size).length);
  const symmetries = [...sizes, ...alike].reduce((bits, count) => bits + log2Factorial(count), 0);
  return log2Factorial(n) - symmetries;
}

/** n elements in k classes whose sizes differ by one at most, as in "equal modulo k". [k] */
export const evenSizes = (n: number, k: number): number[] =>
  Array.from({ length: k }, (_, a) => Math.floor((n - a - 1) / k) + 1);

/**
 * Mean distance of an element from element 0, itself included, over all labelled trees on n
 * elements: two given elements are at distance j in (n-2)! / (n-1-j)! (j + 1) n^(n-j-2) of the
 * n^(n-2) trees.
 */
export function meanTreeDepth(n: number): number {
  let mean = 0;
  let ways = 1; // (n-2)! / (n-1-j)! / n^j
  for (let j = 1; j < n; j++) {
    ways *= (j === 1 ? 1 : n - j) / n;
    mean += j * (j + 1) * ways;
  }
  return (mean * (n - 1)) / n;
}
