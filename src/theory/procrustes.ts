/**
 * @file How one cloud of points is best laid onto another of the same points, by a move that changes no
 * distance within it: the orthogonal Procrustes problem (Schönemann 1966).
 *
 * Shapes: n points, d dimensions.
 */
import { rightSingular } from "./repon/eigen";

type Points = ArrayLike<number>;

export interface Fit {
  /** Orthogonal: a rotation, or one with a reflection; points are rows before it. [d, d] */
  readonly turn: Float64Array;
  /** Moves points as the first cloud is moved onto the second. Each [n, d] */
  readonly apply: (points: Points) => Float32Array;
  /** Root mean square distance between a point's two places after the move. */
  readonly distance: number;
  /** Root mean square distance of each cloud's points from their middle. */
  readonly spreads: readonly [from: number, onto: number];
}

/** The middle of a cloud. [d] */
function middle(points: Points, d: number): Float64Array {
  const sum = new Float64Array(d);
  for (let i = 0; i < points.length; i++) sum[i % d] += points[i];
  return sum.map((value) => (value * d) / points.length);
}

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);

/** `vector` as a unit vector at right angles to all of `others`; null where it lies within them. */
function perpendicular(vector: Float64Array, others: readonly Float64Array[]): Float64Array | null {
  const rest = vector.slice();
  // Twice, for what rounding leaves of the first time.
  for (let again = 0; again < 2; again++)
    for (const other of others) {
      const along = dot(rest, other);
      for (let i = 0; i < rest.length; i++) rest[i] -= along * other[i];
    }
  const length = Math.hypot(...rest);
  return length > 0.1 * Math.hypot(...vector) ? rest.map((value) => value / length) : null;
}

/** The orthogonal matrix [d, d] with the largest sum of products with `m` [d, d]: U Vᵀ of m = U S Vᵀ. */
function nearestOrthogonal(m: Float64Array, d: number): Float64Array {
  const { vectors } = rightSingular({ rows: d, columns: d, values: m });
  const turn = new Float64Array(d * d);
  const left: Float64Array[] = [];
  // From the largest value down: what m does not tell is filled up, any way at right angles.
  for (let k = d - 1; k >= 0; k--) {
    const right = Float64Array.from({ length: d }, (_, j) => vectors.values[j * d + k]);
    const image = Float64Array.from({ length: d }, (_, i) =>
      dot(m.subarray(i * d, (i + 1) * d), right),
    );
    const axes = Array.from({ length: d }, (_, i) =>
      Float64Array.from({ length: d }, (_, j) => +(i === j)),
    );
    const u =
      perpendicular(image, left) ??
      axes.map((axis) => perpendicular(axis, left)).find((axis) => axis !== null);
    if (!u) throw new RangeError("points must be finite numbers");
    left.push(u);
    for (let i = 0; i < d; i++) for (let j = 0; j < d; j++) turn[i * d + j] += u[i] * right[j];
  }
  return turn;
}

/**
 * The rotation, with a reflection where that fits better, and the shift that bring `from` nearest to `onto`
 * in squared distance. Sizes are left as they are. Throws a RangeError where a coordinate is not finite.
 */
export function procrustes(from: Points, onto: Points, d: number): Fit {
  const [start, end] = [middle(from, d), middle(onto, d)];
  const m = new Float64Array(d * d);
  for (let x = 0; x < from.length; x += d)
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++) m[i * d + j] += (from[x + i] - start[i]) * (onto[x + j] - end[j]);
  if (!m.every(Number.isFinite)) throw new RangeError("points must be finite numbers");
  const turn = nearestOrthogonal(m, d);
  const apply = (points: Points): Float32Array =>
    Float32Array.from({ length: points.length }, (_, at) => {
      const j = at % d;
      let sum = end[j];
      for (let i = 0; i < d; i++) sum += (points[at - j + i] - start[i]) * turn[i * d + j];
      return sum;
    });
  const moved = apply(from);
  const n = onto.length / d;
  const meanSquare = (difference: (at: number) => number): number => {
    let sum = 0;
    for (let at = 0; at < onto.length; at++) sum += difference(at) ** 2;
    return Math.sqrt(sum / n);
  };
  return {
    turn,
    apply,
    distance: meanSquare((at) => moved[at] - onto[at]),
    spreads: [
      meanSquare((at) => from[at] - start[at % d]),
      meanSquare((at) => onto[at] - end[at % d]),
    ],
  };
}
