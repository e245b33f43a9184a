/**
 * @file Labels in a column: each as near to its own height as its neighbours allow.
 */

/**
 * Heights at least `gap` apart within low..high, in the order of `wanted`, moved as little as
 * possible (blocks of touching labels share their mean). [k]
 */
export function stack(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b);
  const blocks: { sum: number; members: number[] }[] = [];
  const start = ({ sum, members }: (typeof blocks)[number]) => {
    const half = ((members.length - 1) * gap) / 2;
    const middle = sum / members.length;
    return Math.max(low, Math.min(high - 2 * half, middle - half));
  };
  for (const i of order) {
    let block = { sum: wanted[i], members: [i] };
    for (;;) {
      const above = blocks.at(-1);
      if (!above || start(above) + above.members.length * gap <= start(block)) break;
      blocks.pop();
      block = { sum: above.sum + block.sum, members: [...above.members, ...block.members] };
    }
    blocks.push(block);
  }
  const heights = new Array<number>(wanted.length);
  for (const block of blocks)
    block.members.forEach((i, k) => {
      heights[i] = start(block) + k * gap;
    });
  return heights;
}
