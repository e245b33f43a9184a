/**
 * @file The kernel as the page's side sees it: a desk on which one replica lies while it is worked on.
 *
 * Shapes: P parameters of a replica, S floats of its padded vector, N pairs.
 */
import { type ShapeSettings, shapeOf } from "../../experiment/shape";

/** What kernel/kernel.ts exports. Addresses and offsets are in bytes and in floats, as named there. */
export interface Kernel {
  readonly memory: WebAssembly.Memory;
  lay(n: number, d: number, mode: number, depth: number, width: number): void;
  weightOffset(layer: number): number;
  biasOffset(layer: number): number;
  rowLanes(layer: number): number;
  capacity(): number;
  stateSize(): number;
  stateAt(): number;
  truthAt(): number;
  maskAt(): number;
  queueAt(): number;
  measuresAt(): number;
  put(): void;
  train(
    steps: number,
    count: number,
    whole: boolean,
    loss: number,
    optimiser: number,
    encoderRate: number,
    decoderRate: number,
    decay: number,
    power1: number,
    power2: number,
  ): void;
  measure(loss: number): void;
  multiplyOnly(repeats: number): void;
  apply(which: number, count: number): void;
}

/** Views of the kernel's memory; void once the desk is laid for another shape. */
export interface Desk {
  /** Parameters, first and second moments. [3, S] */
  readonly state: Float32Array;
  readonly truth: Uint8Array;
  readonly mask: Uint8Array;
  /** Pair numbers of mini-batches, step after step. */
  readonly queue: Int32Array;
  /** Sums over pairs: train loss, test loss, train right, test right. */
  readonly sums: Float64Array;
  /** Where each parameter lies in its padded vector. [P] */
  readonly places: Int32Array;
  /** Whose state lies here and is up to date; null: nobody's. */
  holder: object | null;
}

const MODE = { concat: 0, difference: 1, "squared-difference": 2 } as const;

/** Where each parameter lies in its padded vector, for the shape the desk is laid for. [P] */
export function placesOf(kernel: Kernel, shape: ShapeSettings): Int32Array {
  const { embedding, layers, size } = shapeOf(shape);
  const places = new Int32Array(size);
  for (let i = 0; i < embedding; i++) places[i] = i;
  layers.forEach(({ fanIn, fanOut, weight, bias }, l) => {
    const row = kernel.rowLanes(l);
    for (let i = 0; i < fanIn; i++)
      for (let j = 0; j < fanOut; j++)
        places[weight + i * fanOut + j] = kernel.weightOffset(l) + i * row + j;
    for (let j = 0; j < fanOut; j++) places[bias + j] = kernel.biasOffset(l) + j;
  });
  return places;
}

/** Lays the desk for `shape`; what lay there is gone. */
export function layDesk(kernel: Kernel, shape: ShapeSettings): Desk {
  const { n, d, mode, depth, width } = shape;
  kernel.lay(n, d, MODE[mode], depth, width);
  const { buffer } = kernel.memory;
  return {
    state: new Float32Array(buffer, kernel.stateAt(), 3 * kernel.stateSize()),
    truth: new Uint8Array(buffer, kernel.truthAt(), n * n),
    mask: new Uint8Array(buffer, kernel.maskAt(), n * n),
    queue: new Int32Array(buffer, kernel.queueAt(), kernel.capacity()),
    sums: new Float64Array(buffer, kernel.measuresAt(), 4),
    places: placesOf(kernel, shape),
    holder: null,
  };
}
