/**
 * @file How R replicas lie in textures: every matrix in tiles of 2 x 2 numbers, a tile a texel.
 *
 * A replica's parameters are one block of S x T tiles: its embedding [d, n], then for each layer the
 * weight [fanIn, fanOut] and the bias [1, fanOut], each beginning a row of tiles; the last layer's
 * weight lies as a row [1, fanIn]. Blocks of replicas form a grid. Unused numbers are zero and stay so.
 */
import type { Settings } from "../../experiment/params";
import { shapeOf } from "../../experiment/shape";

export const tiles = (numbers: number): number => Math.ceil(numbers / 2);

/** All in tiles. */
interface LayerLayout {
  readonly inputs: number;
  readonly outputs: number;
  /** First row of the weight. */
  readonly weight: number;
  /** Row of the bias. */
  readonly bias: number;
}

export interface Layout {
  /** Tiles of the d dimensions of an embedding. */
  readonly dimensions: number;
  readonly layers: readonly LayerLayout[];
  /** Tiles of a replica's block. */
  readonly width: number;
  readonly height: number;
  /** Row and column in the block of each of the P parameters. [P, 2] */
  readonly place: Int32Array;
}

export function layoutOf(settings: Settings): Layout {
  const shape = shapeOf(settings);
  const { n, d } = shape;
  const dimensions = tiles(d);
  const concat = settings.mode === "concat";
  const last = shape.layers.length - 1;
  const place = new Int32Array(2 * shape.size);
  const put = (parameter: number, row: number, column: number) => {
    place.set([row, column], 2 * parameter);
  };
  for (let x = 0; x < n; x++) for (let c = 0; c < d; c++) put(x * d + c, c, x);

  /** The second embedding of a concatenation begins a tile of its own. */
  const inputRow = (l: number, i: number) => (l === 0 && i >= d ? 2 * dimensions + i - d : i);
  let height = dimensions;
  const layers = shape.layers.map(({ fanIn, fanOut, weight, bias }, l): LayerLayout => {
    const inputs = l > 0 ? tiles(fanIn) : concat ? 2 * dimensions : dimensions;
    const first = height;
    const biasRow = first + (l === last ? 1 : inputs);
    height = biasRow + 1;
    for (let i = 0; i < fanIn; i++)
      for (let j = 0; j < fanOut; j++) {
        const row = inputRow(l, i);
        if (l === last) put(weight + i, 2 * first, row);
        else put(weight + i * fanOut + j, 2 * first + row, j);
      }
    for (let j = 0; j < fanOut; j++) put(bias + j, 2 * biasRow, j);
    return { inputs, outputs: tiles(fanOut), weight: first, bias: biasRow };
  });
  const width = Math.max(tiles(n), ...layers.flatMap(({ inputs, outputs }) => [inputs, outputs]));
  return { dimensions, layers, width, height, place };
}

/** Replicas side by side and one below the other; replica r is at (r % columns, floor(r / columns)). */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/** A grid whose blocks of `height` fit below each other, and those of `width` side by side. */
export function gridOf(R: number, width: number, height: number, limit: number): Grid {
  const columns = Math.ceil(R / Math.floor(limit / height));
  if (!(columns * width <= limit))
    throw new Error(
      `${R} replicas do not fit into textures of ${limit} x ${limit}: train fewer at a time.`,
    );
  return { columns, rows: Math.ceil(R / columns) };
}

/** What the programs of an ensemble are made for. */
export interface Scene extends Pick<Settings, "mode" | "loss" | "optimiser"> {
  readonly layout: Layout;
  readonly grid: Grid;
  /** Tiles of the pairs of a replica: half their number. */
  readonly pairs: number;
}
