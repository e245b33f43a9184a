/**
 * @file What the kernel offers: lay the desk, train, measure. The caller puts the replica's state
 * and data on the desk and takes the state back.
 */
import {
  BLOCK,
  CAPACITY,
  biasOffset,
  depth,
  gradient,
  hidden,
  lanes,
  lay,
  layerBytes,
  left,
  logitSlopes,
  logits,
  losses,
  mask,
  measures,
  n,
  parameters,
  queue,
  right,
  rowLanes,
  share,
  sign,
  size,
  slopeA,
  slopeB,
  truth,
  units,
  weightOffset,
} from "./desk";
import { affine, backward, biasGradient, forward, output, outputBackward, weightGradient } from "./dense";
import { clearTables, finishFirst, firstBackward, firstForward, projectElements } from "./first";
import { slopes, values } from "./loss";
import { BETA1, BETA2, update } from "./optimiser";
import { exp, log1p, tanh } from "./vector";

export { lay, weightOffset, biasOffset, rowLanes };

export function capacity(): i32 {
  return CAPACITY;
}
export function stateSize(): i32 {
  return size;
}
export function stateAt(): usize {
  return parameters;
}
export function truthAt(): usize {
  return truth;
}
export function maskAt(): usize {
  return mask;
}
export function queueAt(): usize {
  return queue;
}
export function measuresAt(): usize {
  return measures;
}

/** Writes the rows of a step from its pair numbers; the last 16 are filled up with padding. */
function openRow(p: usize, pair: i32, weight: f32): void {
  const row = lanes << 2;
  const x = pair / n;
  i32.store(left + p, x * row);
  i32.store(right + p, (pair - x * n) * row);
  f32.store(sign + p, load<u8>(truth + pair) ? -1 : 1);
  f32.store(share + p, weight);
}

function padRows(count: i32): i32 {
  const padded = (count + 15) & ~15;
  for (let p = count; p < padded; p++) openRow(usize(p) << 2, 0, 0);
  return padded;
}

function openPairs(pairs: usize, count: i32): i32 {
  const weight: f32 = 1 / f32(count);
  for (let i: usize = 0; i < usize(count) << 2; i += 4) openRow(i, i32.load(pairs + i), weight);
  return padRows(count);
}

function openAll(): i32 {
  for (let i = 0; i < n * n; i++) openRow(usize(i) << 2, i, 1);
  return padRows(n * n);
}

// @ts-ignore: decorator
@inline
function theta(offset: i32): usize {
  return parameters + (usize(offset) << 2);
}

// @ts-ignore: decorator
@inline
function slope(offset: i32): usize {
  return gradient + (usize(offset) << 2);
}

/** The logits of a block; returns where they lie. */
function run(rows: usize, bytes: usize): usize {
  firstForward(rows, bytes);
  if (depth == 0) return hidden;
  let layer = hidden;
  const row = usize(lanes) << 2;
  for (let l = 1; l < depth; l++) {
    const next = layer + layerBytes;
    forward(layer, units, theta(weightOffset(l)), row, theta(biasOffset(l)), next, units, bytes);
    layer = next;
  }
  output(layer, units, theta(weightOffset(depth)), f32.load(theta(biasOffset(depth))), logits, bytes);
  return logits;
}

/** Adds a block's part of the gradient. */
function learn(loss: i32, rows: usize, bytes: usize): void {
  const z = run(rows, bytes);
  if (depth == 0) {
    slopes(loss, z, slopeA, rows, bytes);
    firstBackward(slopeA, rows, bytes);
    return;
  }
  slopes(loss, z, logitSlopes, rows, bytes);
  let layer = hidden + layerBytes * usize(depth - 1);
  let at = slopeA;
  let next = slopeB;
  const w = weightOffset(depth);
  const b = biasOffset(depth);
  outputBackward(logitSlopes, layer, units, theta(w), at, slope(w), slope(b), bytes);
  const row = usize(lanes) << 2;
  for (let l = depth - 1; l > 0; l--) {
    const below = layer - layerBytes;
    const weight = weightOffset(l);
    weightGradient(below, units, at, lanes, slope(weight), row, bytes);
    biasGradient(at, lanes, slope(biasOffset(l)), bytes);
    backward(at, units, theta(weight), row, below, next, units, bytes);
    layer = below;
    const freed = at;
    at = next;
    next = freed;
  }
  firstBackward(at, rows, bytes);
}

/** Rows of each block: the step's rows in equal parts of at most BLOCK. */
function blockOf(rows: i32): i32 {
  const blocks = (rows + BLOCK - 1) / BLOCK;
  return ((rows + blocks - 1) / blocks + 15) & ~15;
}

/**
 * `steps` updates; the next one takes the betas to `power1` and `power2` times beta. Each step takes
 * `count` pairs from the queue; with `whole` every step takes the same.
 */
export function train(
  steps: i32,
  count: i32,
  whole: bool,
  loss: i32,
  optimiser: i32,
  encoderRate: f64,
  decoderRate: f64,
  decay: f64,
  power1: f64,
  power2: f64,
): void {
  let pairs = queue;
  let rows = whole ? openPairs(pairs, count) : 0;
  for (let step = 0; step < steps; step++) {
    if (!whole) {
      rows = openPairs(pairs, count);
      pairs += usize(count) << 2;
    }
    memory.fill(gradient, 0, usize(size) << 2);
    clearTables();
    projectElements();
    const block = blockOf(rows);
    for (let row = 0; row < rows; row += block)
      learn(loss, usize(row) << 2, usize(min(block, rows - row)) << 2);
    finishFirst();
    power1 *= BETA1;
    power2 *= BETA2;
    update(optimiser, encoderRate, decoderRate, decay, power1, power2);
  }
}

/** Sums over all pairs: train loss, test loss, train right, test right, entire right. */
export function measure(loss: i32): void {
  const rows = openAll();
  projectElements();
  const block = blockOf(rows);
  let trainLoss: f64 = 0;
  let testLoss: f64 = 0;
  let trainRight = 0;
  let testRight = 0;
  for (let row = 0; row < rows; row += block) {
    const bytes = usize(min(block, rows - row)) << 2;
    const z = run(usize(row) << 2, bytes);
    values(loss, z, usize(row) << 2, bytes);
    const last = min(row + block, n * n);
    for (let pair = row; pair < last; pair++) {
      const p = usize(pair - row) << 2;
      const value = f64(f32.load(losses + p));
      const right = i32((f32.load(z + p) > 0) == (load<u8>(truth + pair) != 0));
      if (load<u8>(mask + pair)) {
        trainLoss += value;
        trainRight += right;
      } else {
        testLoss += value;
        testRight += right;
      }
    }
  }
  f64.store(measures, trainLoss);
  f64.store(measures, testLoss, 8);
  f64.store(measures, f64(trainRight), 16);
  f64.store(measures, f64(testRight), 24);
  f64.store(measures, f64(trainRight + testRight), 32);
}

/**
 * The matrix product alone, `repeats` times over 64 rows that stay in the nearest cache: units^2 *
 * 64 multiplications and additions each. What the whole step's speed is held against.
 */
export function multiplyOnly(repeats: i32): void {
  const row = usize(lanes) << 2;
  for (let k = 0; k < repeats; k++)
    affine(hidden, units, parameters, row, parameters, slopeA, units, 64 << 2);
}

/** In place over `count` floats (a multiple of 4) of the queue: 0 tanh, 1 exp, 2 log1p. */
export function apply(which: i32, count: i32): void {
  for (let i: usize = 0; i < usize(count) << 2; i += 16) {
    const x = v128.load(queue + i);
    v128.store(queue + i, which == 0 ? tanh(x) : which == 1 ? exp(x) : log1p(x));
  }
}
