/**
 * @file The number of automorphisms of a relation: permutations of its elements that leave it as it
 * is. By orbits and stabilisers: the product of the orbit of an element, of the orbit of another
 * element when that one is held, and so on. Elements that colour refinement tells apart are in
 * different orbits; for the others a search finds an automorphism, or that there is none.
 *
 * Shapes: n elements, truth [n * n].
 */

/** Colour refinements after which the count is given up. */
const MOST = 3000;

/** Colours of two relabelled copies of the relation, comparable with each other. [n] each */
type Colours = readonly [Int32Array, Int32Array];

/**
 * Refines both colourings until they are stable: elements of one colour see as many of each colour in
 * each of the four states of (R(x, y), R(y, x)). Null once the copies differ.
 */
function refine(n: number, truth: Uint8Array, start: Colours): Colours | null {
  let colours = start;
  let count = new Set(start[0]).size;
  const seen = new Int32Array(n);
  for (;;) {
    const names = new Map<string, number>();
    const next = colours.map((colour) =>
      colour.map((own, x) => {
        for (let y = 0; y < n; y++)
          seen[y] =
            y === x
              ? -1 - own * 2 - truth[x * n + x]
              : colour[y] * 4 + truth[x * n + y] * 2 + truth[y * n + x];
        const name = seen.slice().sort().join();
        const known = names.get(name);
        if (known !== undefined) return known;
        names.set(name, names.size);
        return names.size - 1;
      }),
    ) as [Int32Array, Int32Array];
    const sizes = new Int32Array(names.size);
    for (const colour of next[0]) sizes[colour]++;
    for (const colour of next[1]) sizes[colour]--;
    if (sizes.some((difference) => difference !== 0)) return null;
    colours = next;
    if (names.size === count) return colours;
    count = names.size;
  }
}

const isAutomorphism = (n: number, truth: Uint8Array, image: Int32Array): boolean =>
  truth.every((bit, pair) => bit === truth[image[Math.floor(pair / n)] * n + image[pair % n]]);

/** Maps elements to those of their colour, in order of their numbers. [n] */
function matching([one, other]: Colours): Int32Array {
  const next = new Map<number, number>();
  return one.map((colour) => {
    const y = other.indexOf(colour, next.get(colour) ?? 0);
    next.set(colour, y + 1);
    return y;
  });
}

/** A colour that more than one element has, the rarest such; null if all differ. */
function openColour(colour: Int32Array): number | null {
  const sizes = new Map<number, number>();
  for (const each of colour) sizes.set(each, (sizes.get(each) ?? 0) + 1);
  const open = [...sizes].filter(([, size]) => size > 1).sort((a, b) => a[1] - b[1]);
  return open.length > 0 ? open[0][0] : null;
}

/** Gives x, and y in the copy, a colour of their own. */
function singledOut([one, other]: Colours, x: number, y: number): Colours {
  const fresh = Math.max(...one) + 1;
  return [
    one.map((colour, i) => (i === x ? fresh : colour)),
    other.map((c, i) => (i === y ? fresh : c)),
  ];
}

/** log2 of the number of automorphisms; null if there are too many ways to look through. */
export function log2Automorphisms(n: number, truth: Uint8Array): number | null {
  let left = MOST;

  /** An automorphism that carries the first colouring to the second, or null if there is none. */
  function search(start: Colours): Int32Array | null {
    if (left-- <= 0) return null;
    const colours = refine(n, truth, start);
    if (!colours) return null;
    const image = matching(colours);
    if (isAutomorphism(n, truth, image)) return image;
    const open = openColour(colours[0]);
    if (open === null) return null;
    const x = colours[0].indexOf(open);
    for (let y = 0; y < n; y++) {
      if (colours[1][y] !== open) continue;
      const found = search(singledOut(colours, x, y));
      if (found) return found;
    }
    return null;
  }

  let bits = 0;
  let colour: Int32Array = new Int32Array(n);
  for (;;) {
    const stable = refine(n, truth, [colour, colour])?.[0] as Int32Array;
    const open = openColour(stable);
    if (open === null) return bits;
    const x = stable.indexOf(open);
    // Orbits of the automorphisms found so far: elements of one orbit have one leader.
    const leader = Int32Array.from({ length: n }, (_, i) => i);
    for (let y = 0; y < n; y++) {
      if (stable[y] !== open || leader[y] === leader[x]) continue;
      const swap = Int32Array.from({ length: n }, (_, i) => (i === x ? y : i === y ? x : i));
      const found = isAutomorphism(n, truth, swap)
        ? swap
        : search(singledOut([stable, stable], x, y));
      found?.forEach((to, from) => {
        const [kept, gone] = [leader[from], leader[to]];
        for (let i = 0; i < n; i++) if (leader[i] === gone) leader[i] = kept;
      });
      if (left <= 0) return null;
    }
    bits += Math.log2(leader.filter((each) => each === leader[x]).length);
    colour = singledOut([stable, stable], x, x)[0];
  }
}
