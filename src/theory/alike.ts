/**
 * @file Elements that a relation cannot tell apart: the pairs that Eq. (5) is about, whose repons share
 * every target.
 */
import type { Relation } from "./relation";

/** Whether x and y have equal rows and equal columns. */
function alike({ n, truth }: Relation, x: number, y: number): boolean {
  for (let z = 0; z < n; z++)
    if (truth[x * n + z] !== truth[y * n + z] || truth[z * n + x] !== truth[z * n + y])
      return false;
  return true;
}

/** All pairs x < y of one class, in ascending order; none for an order. */
export function alikePairs(relation: Relation): readonly (readonly [number, number])[] {
  const { n } = relation;
  return Array.from({ length: n }, (_, x) => x).flatMap((x) =>
    Array.from({ length: n - 1 - x }, (_, i) => x + 1 + i)
      .filter((y) => alike(relation, x, y))
      .map((y) => [x, y] as const),
  );
}
