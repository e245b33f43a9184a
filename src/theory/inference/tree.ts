/**
 * @file Labelled trees: a spanning tree of the edges not excluded that holds all known edges.
 *
 * Contract the known edges; what is left to choose is a spanning tree of the multigraph between the
 * contracted parts. Under the uniform choice an edge is in it with probability equal to the
 * effective resistance between its ends, every edge being one ohm (Kirchhoff 1847).
 */
import { components } from "./components";
import type { Rule } from "./rule";
import { eachKnown, type Sample, UNKNOWN } from "./sample";

/** Both directions of every known pair; null if they differ, or an element is its own neighbour. */
function mirrored({ n, value }: Sample): Uint8Array | null {
  const both = value.slice();
  for (let x = 0; x < n; x++) {
    if (value[x * n + x] === 1) return null;
    both[x * n + x] = 0;
    for (let y = 0; y < n; y++) {
      const [bit, mirror] = [value[x * n + y], value[y * n + x]];
      if (bit !== UNKNOWN && mirror !== UNKNOWN && bit !== mirror) return null;
      if (bit === UNKNOWN) both[x * n + y] = x === y ? 0 : mirror;
    }
  }
  return both;
}

interface Parts {
  readonly edges: Uint8Array;
  /** The part of each element, joined by known edges. [n] */
  readonly of: Uint8Array;
  readonly count: number;
}

function partsOf(sample: Sample): Parts | null {
  const { n } = sample;
  const edges = mirrored(sample);
  if (!edges) return null;
  const parts = components(n, (x, y) => edges[x * n + y] === 1);
  const known = edges.reduce((sum, bit) => sum + (bit === 1 ? 1 : 0), 0) / 2;
  const acyclic = known === n - parts.count;
  const connected = components(n, (x, y) => edges[x * n + y] !== 0).count === 1;
  return acyclic && connected ? { edges, ...parts } : null;
}

/** Resistance between every two parts: x^T L^+ x with part 0 grounded. [count * count] */
function resistances(n: number, { edges, of, count }: Parts): Float64Array {
  const size = count - 1;
  const inverse = new Float64Array(size * size);
  const laplace = new Float64Array(size * size);
  for (let i = 0; i < size; i++) inverse[i * size + i] = 1;
  for (let x = 0; x < n; x++)
    for (let y = 0; y < n; y++) {
      const [a, b] = [of[x] - 1, of[y] - 1];
      if (a === b || edges[x * n + y] === 0 || a < 0) continue;
      laplace[a * size + a] += 1;
      if (b >= 0) laplace[a * size + b] -= 1;
    }
  invert(laplace, inverse, size);
  const at = (a: number, b: number): number => (a && b ? inverse[(a - 1) * size + b - 1] : 0);
  return Float64Array.from({ length: count * count }, (_, pair) => {
    const [a, b] = [Math.floor(pair / count), pair % count];
    return at(a, a) + at(b, b) - 2 * at(a, b);
  });
}

/** Gauss-Jordan without pivoting, stable for a positive definite matrix; `inverse` starts as 1. */
function invert(matrix: Float64Array, inverse: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    const pivot = matrix[i * size + i];
    for (let j = 0; j < size; j++) {
      matrix[i * size + j] /= pivot;
      inverse[i * size + j] /= pivot;
    }
    for (let r = 0; r < size; r++) {
      const factor = matrix[r * size + i];
      if (r === i || factor === 0) continue;
      for (let j = 0; j < size; j++) {
        matrix[r * size + j] -= factor * matrix[i * size + j];
        inverse[r * size + j] -= factor * inverse[i * size + j];
      }
    }
  }
}

export const tree: Rule = {
  consistent: (sample) => partsOf(sample) !== null,
  follow: (sample) => {
    const { n } = sample;
    const parts = partsOf(sample) as Parts;
    const { edges, of, count } = parts;
    const resistance = resistances(n, parts);
    const value = edges.slice();
    const p = new Float64Array(n * n);
    eachKnown({ n, value: edges }, (x, y, bit) => {
      p[x * n + y] = bit;
    });
    // An edge on a cycle of at most n edges has resistance at most 1 - 1 / n; a bridge has 1.
    const bridge = 1 - 1 / (2 * n);
    for (let x = 0; x < n; x++)
      for (let y = 0; y < n; y++) {
        const pair = x * n + y;
        if (edges[pair] !== UNKNOWN) continue;
        p[pair] = resistance[of[x] * count + of[y]];
        if (of[x] === of[y]) value[pair] = 0;
        else if (p[pair] > bridge) value[pair] = 1;
        if (value[pair] !== UNKNOWN) p[pair] = value[pair];
      }
    return { value, closed: value, p, exact: true };
  },
};
