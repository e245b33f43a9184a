/**
 * @file From d embedding dimensions to the two of a picture.
 *
 * Shapes: n elements, d embedding dimensions.
 */
import type { PCA } from "ml-pca";
import type { Plane } from "../../../run/probe";
import { type NotLoaded, part } from "../part";
import type { Store } from "./store";

export interface Projection {
  /** Captions of the picture's axes. */
  readonly captions: readonly [string, string];
  /** Whether the picture's x axis is the step instead of latent space. */
  readonly time: boolean;
  /** Positions in the picture of an embedding [n, d] at `step`. [n, 2] */
  readonly apply: (embedding: Float32Array, step: number) => Float32Array;
  /** The same for vectors in latent space, which have no origin. [n, 2] */
  readonly direct: (vectors: Float32Array) => Float32Array;
  /** The part of latent space behind a part of the picture. */
  readonly plane: (
    x: readonly [number, number],
    y: readonly [number, number],
  ) => Pick<Plane, "origin" | "u" | "v" | "a" | "b">;
}

/** d = 1: the value against time. */
const LINE: Projection = {
  captions: ["step", "E"],
  time: true,
  apply: (embedding, step) => {
    const points = new Float32Array(embedding.length * 2);
    embedding.forEach((value, x) => {
      points[2 * x] = step;
      points[2 * x + 1] = value;
    });
    return points;
  },
  direct: (vectors) =>
    Float32Array.from({ length: vectors.length * 2 }, (_, i) => (i % 2 ? vectors[i >> 1] : 0)),
  plane: (x, y) => ({ origin: [0], u: [0], v: [1], a: x, b: y }),
};

/** d = 2: latent space itself. */
const IDENTITY: Projection = {
  captions: ["E₁", "E₂"],
  time: false,
  apply: (embedding) => embedding,
  direct: (vectors) => vectors,
  plane: (x, y) => ({ origin: [0, 0], u: [1, 0], v: [0, 1], a: x, b: y }),
};

const percent = (share: number): string => `${Math.round(100 * share)} % of variance`;

/** d > 2: the two principal components of `embedding` [n, d], signs as in `before` where they fit. */
function principal(
  Analysis: typeof PCA,
  embedding: Float32Array,
  d: number,
  before: readonly number[][],
): Principal {
  const rows = Array.from({ length: embedding.length / d }, (_, x) =>
    Array.from(embedding.subarray(x * d, (x + 1) * d)),
  );
  const analysis = new Analysis(rows);
  const mean = rows[0].map((_, i) => rows.reduce((sum, row) => sum + row[i], 0) / rows.length);
  const axes = analysis
    .getEigenvectors()
    .transpose()
    .to2DArray()
    .slice(0, 2)
    .map((axis, k) => {
      const flip = before[k] && dot(axis, before[k]) < 0;
      return flip ? axis.map((value) => -value) : axis;
    });
  const [first, second] = analysis.getExplainedVariance();
  const along = (vectors: Float32Array, centre: readonly number[]) => {
    const points = new Float32Array((vectors.length / d) * 2);
    for (let x = 0; x < vectors.length / d; x++)
      for (let k = 0; k < 2; k++)
        for (let i = 0; i < d; i++)
          points[2 * x + k] += (vectors[x * d + i] - centre[i]) * axes[k][i];
    return points;
  };
  const zero = mean.map(() => 0);
  return {
    axes,
    captions: [`component 1, ${percent(first)}`, `component 2, ${percent(second)}`],
    time: false,
    apply: (vectors) => along(vectors, mean),
    direct: (vectors) => along(vectors, zero),
    plane: (x, y) => ({ origin: mean, u: axes[0], v: axes[1], a: x, b: y }),
  };
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);

interface Principal extends Projection {
  readonly axes: readonly number[][];
}

/** Finds principal components; a fifth of the page's own code, so fetched for the first run that needs it. */
let Analysis: typeof PCA | null = null;

/** Rejects with a sentence where it does not load. */
export async function loadPrincipal(): Promise<void> {
  Analysis = (await part(() => import("ml-pca"))).PCA;
}

/** Whether embeddings of so many dimensions can be projected now. */
export const isReady = (d: number): boolean => d <= 2 || Analysis !== null;

/** Fetches what runs of more than two dimensions need, once there is one. Returns what ends it. */
export function fetchProjection(store: Store): () => void {
  let asked = false;
  const look = () => {
    if (asked || isReady(store.getState().link.settings.d)) return;
    asked = true;
    loadPrincipal().then(
      () => store.setState({}), // Everything that looks at the state looks again.
      ({ message, later }: NotLoaded) => {
        store.setState({ setback: `${message} The latent space of this run is not drawn.` });
        void later.then(() => {
          asked = false;
          look();
        });
      },
    );
  };
  look();
  return store.subscribe(look);
}

/**
 * A projector keeps the signs of its principal components from one embedding to the next. Null for d > 2
 * until `loadPrincipal` has resolved.
 */
export function makeProjector(): (embedding: Float32Array, d: number) => Projection | null {
  let axes: readonly number[][] = [];
  return (embedding, d) => {
    if (d === 1) return LINE;
    if (d === 2) return IDENTITY;
    if (!Analysis) return null;
    const projection = principal(Analysis, embedding, d, axes);
    axes = projection.axes;
    return projection;
  };
}
