/**
 * @file Connected components of a graph on n elements.
 */

export interface Components {
  /** Component of each element, numbered from 0 in the order of their first elements. [n] */
  readonly of: Uint8Array;
  readonly count: number;
}

/** `joined` need hold in one direction only. */
export function components(n: number, joined: (x: number, y: number) => boolean): Components {
  const of = new Uint8Array(n).fill(255);
  let count = 0;
  for (let first = 0; first < n; first++) {
    if (of[first] !== 255) continue;
    of[first] = count;
    const queue = [first];
    for (const x of queue)
      for (let y = 0; y < n; y++)
        if (of[y] === 255 && (joined(x, y) || joined(y, x))) {
          of[y] = count;
          queue.push(y);
        }
    count++;
  }
  return { of, count };
}
