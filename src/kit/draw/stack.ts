/**
 * @file Labels in a column or a row: each as near to its own place as its neighbours allow.
 */

/**
 * Middles of intervals of these sizes that do not overlap within low..high, in the order of `wanted`,
 * moved as little as possible (blocks of touching intervals share their mean). [k]
 */
export function spread(
  wanted: readonly number[],
  sizes: readonly number[],
  low: number,
  high: number,
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b);
  /** `sum` is that of the places where each member would have the block start. */
  const blocks: { sum: number; size: number; members: number[] }[] = [];
  const start = ({ sum, size, members }: (typeof blocks)[number]) =>
    Math.max(low, Math.min(high - size, sum / members.length));
  for (const i of order) {
    let block = { sum: wanted[i] - sizes[i] / 2, size: sizes[i], members: [i] };
    for (;;) {
      const above = blocks.at(-1);
      if (!above || start(above) + above.size <= start(block)) break;
      blocks.pop();
      block = {
        sum: above.sum + block.sum - block.members.length * above.size,
        size: above.size + block.size,
        members: [...above.members, ...block.members],
      };
    }
    blocks.push(block);
  }
  const middles = new Array<number>(wanted.length);
  for (const block of blocks) {
    let end = start(block);
    for (const i of block.members) {
      middles[i] = end + sizes[i] / 2;
      end += sizes[i];
    }
  }
  return middles;
}

/** Heights at least `gap` apart within low..high, in the order of `wanted`, moved as little as possible. [k] */
export const stack = (
  wanted: readonly number[],
  gap: number,
  low: number,
  high: number,
): number[] =>
  spread(
    wanted,
    wanted.map(() => gap),
    low - gap / 2,
    high + gap / 2,
  );
