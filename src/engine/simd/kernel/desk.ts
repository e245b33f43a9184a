/**
 * @file The desk: where everything of the one replica that is being worked on lies in memory.
 *
 * Letters: n elements, d embedding dimensions, k decoder inputs. Unit-by-row arrays are unit-major,
 * `STRIDE` bytes from one unit to the next. Hidden units are padded to `units` (even, what matrix
 * products run over) and `lanes` (a multiple of 4, what is stored); padding is zero and stays zero.
 */

/** Pairs worked on at a time; a multiple of 16. */
export const BLOCK: i32 = 240;
/** Bytes from one unit's row to the next: an odd number of cache lines, so that a column of rows spreads over the cache. */
export const STRIDE: usize = usize(BLOCK) * 4 + (usize(BLOCK) % 32 == 0 ? 64 : 0);

/** Most elements, and most decoder inputs, that settings allow. */
const MOST_ELEMENTS: i32 = 60;
const MOST_PAIRS: i32 = MOST_ELEMENTS * MOST_ELEMENTS;
/** Two sets, each filled up to 16. */
const MOST_ROWS: i32 = MOST_PAIRS + 32;
const MOST_INPUTS: i32 = 8;
/** Pair numbers that fit on the desk at once. */
export const CAPACITY: i32 = 16384;

export const CONCAT: i32 = 0;
export const SQUARED: i32 = 2; // 1 is the difference

export let n: i32 = 0;
export let d: i32 = 0;
export let mode: i32 = 0;
export let depth: i32 = 0;
/** Inputs of the decoder, padded to even where they are multiplied (squared difference). */
export let inputs: i32 = 0;
/** Real units of a hidden layer padded to even. */
export let units: i32 = 0;
/** Units of the first layer padded to 4; with depth 0 that layer is the output. */
export let lanes: i32 = 0;
/** Bytes of a row of `lanes` floats: of a table, and of every weight but the last. */
export let rowBytes: usize = 0;

/** Floats in a parameter vector, and in its embedding part, padded to 4. */
export let size: i32 = 0;
export let embeddingSize: i32 = 0;

// Vectors of `size` floats. The first three are the state.
export let parameters: usize = 0;
export let moment1: usize = 0;
export let moment2: usize = 0;
export let gradient: usize = 0;

// The data of the replica.
export let truth: usize = 0; // u8 [N]
export let mask: usize = 0; // u8 [N]
export let queue: usize = 0; // i32 [CAPACITY]
export let measures: usize = 0; // f64 [4]

// The rows that are worked on: those of a step in the order of its pairs, or those of both sets.
export let left: usize = 0; // i32, byte offset of element x in a table
export let right: usize = 0; // i32, the same for y
export let sign: usize = 0; // f32, 1 - 2 target
export let share: usize = 0; // f32, 1 / pairs of the step; 0 where a row is padding

// Per element: projections of its embedding by the first layer and their gradients. [n, lanes]
export let leftTable: usize = 0;
export let rightTable: usize = 0;
export let leftSlope: usize = 0;
export let rightSlope: usize = 0;

// What the forward pass of a block leaves, at the place that was turned to.
export let input: usize = 0; // [MOST_INPUTS, STRIDE], squared difference only
export let hidden: usize = 0; // [max(depth, 1), lanes, STRIDE]
export let logits: usize = 0; // [STRIDE]; with depth 0 the first unit of hidden
let places: usize = 0;
let placeBytes: usize = 0;

// Per block.
export let inputSlope: usize = 0; // [MOST_INPUTS, STRIDE]
export let slopeA: usize = 0; // [lanes, STRIDE]
export let slopeB: usize = 0; // [lanes, STRIDE]
export let logitSlopes: usize = 0; // [STRIDE]
export let losses: usize = 0; // [STRIDE]

/** Bytes between the units' arrays of one hidden layer and the next. */
export let layerBytes: usize = 0;

let end: usize = 0;

/** `bytes` from the end of the desk, on a line of the cache. */
function take(bytes: usize): usize {
  const start = (end + 63) & ~63;
  end = start + bytes;
  return start;
}

/** Offset, in floats, of the weight of layer l; its rows are `rowLanes(l)` apart. */
export function weightOffset(l: i32): i32 {
  if (l == 0) return embeddingSize;
  return embeddingSize + (inputs + 1) * lanes + (l - 1) * (units + 1) * lanes;
}

/** Offset, in floats, of the bias of layer l. */
export function biasOffset(l: i32): i32 {
  if (l == 0) return embeddingSize + inputs * lanes;
  return weightOffset(l) + (l == depth ? lanes : units * lanes);
}

/** Floats from one row of a layer's weight to the next. */
export function rowLanes(l: i32): i32 {
  return l > 0 && l == depth ? 1 : lanes;
}

/** Address of the parameter at `offset` floats. */
// @ts-ignore: decorator
@inline
export function theta(offset: i32): usize {
  return parameters + (usize(offset) << 2);
}

/** Address of its gradient. */
// @ts-ignore: decorator
@inline
export function gradientAt(offset: i32): usize {
  return gradient + (usize(offset) << 2);
}

/** Turns to one of the places for what a forward pass leaves: one for each block of a training set. */
export function turnTo(place: i32): void {
  input = places + usize(place) * placeBytes;
  hidden = input + usize(MOST_INPUTS) * STRIDE;
  logits = depth == 0 ? hidden : hidden + usize(depth) * layerBytes;
}

/** Lays the desk for a shape and clears it. */
export function lay(elements: i32, dimensions: i32, combine: i32, layers: i32, width: i32): void {
  n = elements;
  d = dimensions;
  mode = combine;
  depth = layers;
  inputs = mode == CONCAT ? 2 * d : mode == SQUARED ? (d + 1) & ~1 : d;
  units = depth == 0 ? 2 : (width + 1) & ~1;
  lanes = (units + 3) & ~3;
  rowBytes = usize(lanes) << 2;
  embeddingSize = (n * d + 3) & ~3;
  size = biasOffset(depth) + (depth == 0 ? lanes : 4);

  end = __heap_base;
  const start = take(0);
  const vector = usize(size) * 4;
  parameters = take(vector * 3);
  moment1 = parameters + vector;
  moment2 = moment1 + vector;
  gradient = take(vector);
  truth = take(MOST_PAIRS);
  mask = take(MOST_PAIRS);
  queue = take(usize(CAPACITY) * 4);
  measures = take(4 * 8);
  left = take(usize(MOST_ROWS) * 4);
  right = take(usize(MOST_ROWS) * 4);
  sign = take(usize(MOST_ROWS) * 4);
  share = take(usize(MOST_ROWS) * 4);
  const table = usize((n + 3) & ~3) * rowBytes; // four elements at a time
  leftTable = take(table);
  rightTable = take(table);
  leftSlope = take(table);
  rightSlope = take(table);
  layerBytes = usize(lanes) * STRIDE;
  placeBytes = (usize(MOST_INPUTS) + 1) * STRIDE + usize(max(depth, 1)) * layerBytes;
  places = take(usize((n * n + 15) / BLOCK + 1) * placeBytes);
  turnTo(0);
  inputSlope = take(usize(MOST_INPUTS) * STRIDE);
  slopeA = take(layerBytes);
  slopeB = take(layerBytes);
  logitSlopes = take(STRIDE);
  losses = take(STRIDE);

  const pages = i32((end + 0xffff) >>> 16);
  if (pages > memory.size()) memory.grow(pages - memory.size());
  memory.fill(start, 0, end - start);
}
