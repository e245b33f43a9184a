/**
 * @file What holds of a relation as a whole, and a counterexample where it does not.
 *
 * Shapes: n elements; a pair (x, y) is x * n + y.
 */
import { cycleThrough, type Explored, explored } from "./undirected";

/** Why a property fails. */
export interface Counterexample {
  /** The pairs that show it, ascending as they are told; none where elements alone do. */
  readonly pairs: readonly number[];
  readonly elements: readonly number[];
  /** "R(2, 7) holds, R(7, 2) does not" */
  readonly words: string;
}

/** A relation whose elements have names. */
export interface Named {
  readonly n: number;
  /** [n * n], 0 or 1. */
  readonly truth: ArrayLike<number>;
  /** [n] */
  readonly names: readonly string[];
}

/** Null where the property holds. */
type Check = (of: Named) => Counterexample | null;

/** A counterexample that is told by what holds of its pairs. */
function told(
  { n, truth, names }: Named,
  pairs: readonly (readonly [x: number, y: number])[],
  because = "",
): Counterexample {
  const name = ([x, y]: readonly [number, number]) => `R(${names[x]}, ${names[y]})`;
  const holds = ([x, y]: readonly [number, number]) => truth[x * n + y] === 1;
  const [yes, no] = [pairs.filter(holds), pairs.filter((pair) => !holds(pair))];
  const parts: string[] = [];
  if (yes.length > 0) parts.push(`${listed(yes.map(name))} ${yes.length > 1 ? "hold" : "holds"}`);
  if (no.length > 0)
    parts.push(
      yes.length > 0
        ? `${listed(no.map(name))} ${no.length > 1 ? "do" : "does"} not`
        : no.length === 2
          ? `neither ${name(no[0])} nor ${name(no[1])} holds`
          : `${listed(no.map(name))} ${no.length > 1 ? "do" : "does"} not hold`,
    );
  return {
    pairs: pairs.map(([x, y]) => x * n + y),
    elements: [...new Set(pairs.flat())],
    words: parts.join(", ") + because,
  };
}

/** "a", "a and b", "a, b and c" */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** The first element with `wrong`. */
const element =
  (wrong: (bit: number) => boolean): Check =>
  (of) => {
    for (let x = 0; x < of.n; x++) if (wrong(of.truth[x * of.n + x])) return told(of, [[x, x]]);
    return null;
  };

/** The first two elements with `wrong`: R(x, y) and R(y, x), x before y. */
const couple =
  (wrong: (bit: number, back: number) => boolean): Check =>
  (of) => {
    const { n, truth } = of;
    for (let x = 0; x < n; x++)
      for (let y = x + 1; y < n; y++)
        if (wrong(truth[x * n + y], truth[y * n + x]))
          return told(of, [
            [x, y],
            [y, x],
          ]);
    return null;
  };

const reflexive = element((bit) => bit === 0);
const irreflexive = element((bit) => bit === 1);
const symmetric = couple((bit, back) => bit !== back);
const antisymmetric = couple((bit, back) => bit === 1 && back === 1);
const total = couple((bit, back) => bit === 0 && back === 0);

/** The first R(x, y) and R(y, z) with `wrong` R(x, z). */
const chain =
  (wrong: (bit: number) => boolean): Check =>
  (of) => {
    const { n, truth } = of;
    for (let x = 0; x < n; x++)
      for (let y = 0; y < n; y++) {
        if (truth[x * n + y] !== 1) continue;
        for (let z = 0; z < n; z++)
          if (truth[y * n + z] === 1 && wrong(truth[x * n + z]))
            return told(of, [
              [x, y],
              [y, z],
              [x, z],
            ]);
      }
    return null;
  };

const transitive = chain((bit) => bit === 0);
const antitransitive = chain((bit) => bit === 1);

/** All of them; the first that fails tells why. */
const all =
  (...checks: readonly Check[]): Check =>
  (of) => {
    for (const check of checks) {
      const found = check(of);
      if (found) return found;
    }
    return null;
  };

const undirected = all(irreflexive, symmetric);

/** Elements 0, y and z are enough: they put y and z on sides. */
const twoFullSides: Check = (of) => {
  const { n, truth, names } = of;
  for (let y = 1; y < n; y++)
    for (let z = y + 1; z < n; z++)
      if (truth[y * n + z] !== (truth[y] ^ truth[z]))
        return told(
          of,
          [
            [0, y],
            [0, z],
            [y, z],
          ],
          truth[y * n + z] === 0
            ? `, though ${names[y]} and ${names[z]} are on different sides`
            : truth[y] === 0
              ? `, though ${names[0]}, ${names[y]} and ${names[z]} are on one side`
              : ": three that cannot be on two sides",
        );
  return null;
};

/** The edges of a cycle as a counterexample. */
function cycle(of: Named, nodes: readonly number[], kind: string): Counterexample {
  const edges = nodes.map((x, i) => [x, nodes[(i + 1) % nodes.length]] as const);
  const round = [...nodes, nodes[0]].map((x) => of.names[x]).join(", ");
  return { ...told(of, edges), words: `${round} is ${kind}` };
}

/** The first edge that a search from the first elements does not need, and for which `wrong` is true. */
function spareEdge(
  { n, truth }: Named,
  search: Explored,
  wrong: (x: number, y: number) => boolean,
): readonly number[] | null {
  for (let x = 0; x < n; x++)
    for (let y = x + 1; y < n; y++)
      if (truth[x * n + y] === 1 && search.parent[x] !== y && search.parent[y] !== x && wrong(x, y))
        return cycleThrough(search, x, y);
  return null;
}

const twoSides: Check = (of) => {
  const search = explored(of.n, of.truth);
  const { depth } = search;
  const odd = spareEdge(of, search, (x, y) => (depth[x] - depth[y]) % 2 === 0);
  return odd && cycle(of, odd, `a cycle of odd length, ${odd.length}`);
};

const acyclic: Check = (of) => {
  const found = spareEdge(of, explored(of.n, of.truth), () => true);
  return found && cycle(of, found, "a cycle");
};

const connected: Check = (of) => {
  const { root } = explored(of.n, of.truth);
  const apart = Array.from({ length: of.n }, (_, x) => x).find((x) => root[x] !== 0);
  return apart === undefined
    ? null
    : {
        pairs: [],
        elements: [0, apart],
        words: `no path leads from ${of.names[0]} to ${of.names[apart]}`,
      };
};

interface Property {
  readonly label: string;
  /** What it asks for. */
  readonly says: string;
  readonly check: Check;
}

/** The properties that Table 2 and its classes are told by. A total order is a strict one, as in Table 1. */
export const PROPERTIES = {
  reflexive: { label: "reflexive", says: "R(x, x) for every x", check: reflexive },
  irreflexive: { label: "irreflexive", says: "R(x, x) for no x", check: irreflexive },
  symmetric: { label: "symmetric", says: "R(y, x) wherever R(x, y)", check: symmetric },
  antisymmetric: {
    label: "antisymmetric",
    says: "never both R(x, y) and R(y, x) for x and y apart",
    check: antisymmetric,
  },
  asymmetric: {
    label: "asymmetric",
    says: "never both R(x, y) and R(y, x), nor R(x, x)",
    check: all(irreflexive, antisymmetric),
  },
  transitive: {
    label: "transitive",
    says: "R(x, z) wherever R(x, y) and R(y, z)",
    check: transitive,
  },
  antitransitive: {
    label: "antitransitive",
    says: "R(x, z) nowhere that R(x, y) and R(y, z)",
    check: antitransitive,
  },
  total: { label: "total", says: "R(x, y) or R(y, x) for all x and y apart", check: total },
  equivalence: {
    label: "equivalence",
    says: "reflexive, symmetric and transitive",
    check: all(reflexive, symmetric, transitive),
  },
  totalOrder: {
    label: "total order",
    says: "asymmetric, transitive and total: x before y",
    check: all(irreflexive, antisymmetric, total, transitive),
  },
  completeBipartite: {
    label: "complete bipartite",
    says: "R(x, y) where exactly one of x and y is in a set S",
    check: all(undirected, twoFullSides),
  },
  bipartite: {
    label: "bipartite",
    says: "undirected, with edges only between two sides",
    check: all(undirected, twoSides),
  },
  tree: {
    label: "tree",
    says: "undirected, connected, without a cycle",
    check: all(undirected, acyclic, connected),
  },
} as const satisfies Record<string, Property>;

export type PropertyName = keyof typeof PROPERTIES;

/** Null where the property holds of the relation. */
export const counterexample = (name: PropertyName, of: Named): Counterexample | null =>
  PROPERTIES[name].check(of);
