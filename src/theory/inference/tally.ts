/**
 * @file How often pairs of blocks are together over a set of weighted partitions.
 *
 * Shapes: c blocks, pair = u * c + v for u < v.
 */

export const TOGETHER = 1;
export const APART = 2;

export interface Tally {
  /** Weight of the partitions with u and v together. [c * c] */
  readonly together: Float64Array;
  /** Bit 1 if u and v were met together, bit 2 if apart. [c * c] */
  readonly met: Uint8Array;
  weight: number;
  squares: number;
}

export const tally = (nodes: number): Tally => ({
  together: new Float64Array(nodes * nodes),
  met: new Uint8Array(nodes * nodes),
  weight: 0,
  squares: 0,
});

export function count(so: Tally, colour: Uint8Array, weight = 1): void {
  const nodes = colour.length;
  so.weight += weight;
  so.squares += weight * weight;
  for (let u = 0; u < nodes; u++)
    for (let v = u + 1; v < nodes; v++) {
      const pair = u * nodes + v;
      if (colour[u] === colour[v]) {
        so.together[pair] += weight;
        so.met[pair] |= TOGETHER;
      } else so.met[pair] |= APART;
    }
}

/** Number of equal weights that a sum of these is worth. */
export const worth = ({ weight, squares }: Tally): number =>
  squares > 0 ? weight ** 2 / squares : 0;
