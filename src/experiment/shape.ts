/**
 * @file Where each parameter of a replica lies in its one flat vector.
 *
 * Order: embedding [n, d], then for each of the L = depth + 1 decoder layers its weight
 * [fanIn, fanOut] (row-major: input unit, then output unit) and its bias [fanOut].
 */
import type { Settings } from "./params";

export interface Layer {
  readonly fanIn: number;
  readonly fanOut: number;
  /** Offset of weight[0, 0]. */
  readonly weight: number;
  /** Offset of bias[0]. */
  readonly bias: number;
}

export interface Shape {
  readonly n: number;
  readonly d: number;
  /** Numbers in the embedding, n * d; it starts at offset 0. */
  readonly embedding: number;
  readonly layers: readonly Layer[];
  /** Length of the flat vector. */
  readonly size: number;
}

/** The settings that fix a network's shape. */
export type ShapeSettings = Pick<Settings, "n" | "d" | "mode" | "depth" | "width">;

/** Numbers the decoder is given: both embeddings, or one difference. */
const decoderInputs = ({ mode, d }: Pick<Settings, "mode" | "d">): number =>
  mode === "concat" ? 2 * d : d;

export function shapeOf(settings: ShapeSettings): Shape {
  const { n, d, depth, width } = settings;
  const embedding = n * d;
  let offset = embedding;
  const layers = Array.from({ length: depth + 1 }, (_, l): Layer => {
    const fanIn = l === 0 ? decoderInputs(settings) : width;
    const fanOut = l === depth ? 1 : width;
    const weight = offset;
    const bias = weight + fanIn * fanOut;
    offset = bias + fanOut;
    return { fanIn, fanOut, weight, bias };
  });
  return { n, d, embedding, layers, size: offset };
}
