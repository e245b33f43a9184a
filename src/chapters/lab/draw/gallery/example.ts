/**
 * @file A relation to begin with, from the world: what it is called, what it says, where it is from.
 *
 * Shapes: n elements.
 */
export interface Example {
  readonly label: string;
  /** What R(x, y) = 1 says, and what there is to see: one sentence. */
  readonly sentence: string;
  /** Where its facts are from, and on what terms. */
  readonly source: string;
  /** [n] */
  readonly names: readonly string[];
  /** R(x, y) at x * n + y. [n * n] */
  readonly truth: Uint8Array;
}

type Told = Pick<Example, "label" | "sentence" | "source">;

/** A relation that follows from a rule about two of the things that are named. */
export const ruled = <Thing>(
  told: Told,
  things: readonly Thing[],
  name: (thing: Thing) => string,
  rule: (x: Thing, y: Thing) => boolean,
): Example => ({
  ...told,
  names: things.map(name),
  truth: Uint8Array.from(things.flatMap((x) => things.map((y) => (rule(x, y) ? 1 : 0)))),
});

/** Lines of “x: y, y, y”: every x once, in the order of the elements, and what it is related to. */
export function listed(told: Told, lines: string): Example {
  const related = new Map(
    lines
      .trim()
      .split("\n")
      .map((line) => {
        const [x, ys] = line.split(":");
        return [x, new Set(ys.split(",").map((y) => y.trim()))] as const;
      }),
  );
  const names = [...related.keys()];
  return ruled(
    told,
    names,
    (name) => name,
    (x, y) => related.get(x)?.has(y) ?? false,
  );
}
