/**
 * @file What the kernel offers: lay the desk, train, measure. The caller puts the replica's state
 * and data on the desk and takes the state back.
 */
import {
  BLOCK,
  CAPACITY,
  biasOffset,
  depth,
  gradientAt,
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
  rowBytes,
  rowLanes,
  share,
  sign,
  size,
  slopeA,
  slopeB,
  theta,
  truth,
  turnTo,
  units,
  weightOffset,
} from "./desk";
import {
  PLAIN,
  TANH,
  backward,
  biasGradient,
  forward,
  output,
  outputBackward,
  weightGradient,
} from "./dense";
import { clearTables, firstBackward, firstForward, projectElements } from "./first";
import { slopes, values } from "./loss";
import { BETA1, BETA2, update } from "./optimiser";
import { finishFirst } from "./spread";
import { exp, log1p, tanh4 } from "./vector";

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

/** Training pairs, and the others. */
let trained: i32 = 0;
let tested: i32 = 0;
/** Whether the rows of both sets lie open: the training pairs, from a multiple of 16 on the others. */
let opened: bool = false;
/** Whether the forward pass over the training rows is at hand for the present parameters. */
let ahead: bool = false;

/** Says that another replica was put on the desk, or another state of the one that lay there. */
export function put(): void {
  opened = false;
  ahead = false;
}

function openRow(row: i32, pair: i32, weight: f32): void {
  const p = usize(row) << 2;
  const x = pair / n;
  i32.store(left + p, x * i32(rowBytes));
  i32.store(right + p, (pair - x * n) * i32(rowBytes));
  f32.store(sign + p, load<u8>(truth + pair) ? -1 : 1);
  f32.store(share + p, weight);
}

function filled(count: i32): i32 {
  return (count + 15) & ~15;
}

/** Fills rows from `from`, where `count` lie open, up to 16 with padding. */
function padRows(from: i32, count: i32): void {
  for (let row = count; row < filled(count); row++) openRow(from + row, 0, 0);
}

/** Opens the rows of a step from its pair numbers. */
function openPairs(pairs: usize, count: i32): void {
  const weight: f32 = 1 / f32(count);
  for (let row = 0; row < count; row++)
    openRow(row, i32.load(pairs + (usize(row) << 2)), weight);
  padRows(0, count);
}

/** Opens the rows of the pairs that `mask` calls `kind`, ascending, from row `from` on. */
function openSet(kind: u8, from: i32, count: i32): void {
  const weight: f32 = 1 / f32(count);
  let row = from;
  for (let pair = 0; pair < n * n; pair++)
    if (load<u8>(mask + pair) == kind) openRow(row++, pair, weight);
  padRows(from, count);
}

function openSets(): void {
  if (opened) return;
  trained = 0;
  for (let pair = 0; pair < n * n; pair++) trained += load<u8>(mask + pair);
  tested = n * n - trained;
  openSet(1, 0, trained);
  openSet(0, filled(trained), tested);
  opened = true;
}

/** The forward pass of a block, left at the place that was turned to. */
function run(rows: usize, bytes: usize): void {
  firstForward(rows, bytes);
  if (depth == 0) return;
  let layer = hidden;
  for (let l = 1; l < depth; l++) {
    const next = layer + layerBytes;
    forward(TANH, layer, units, theta(weightOffset(l)), theta(biasOffset(l)), next, units, bytes);
    layer = next;
  }
  output(layer, units, theta(weightOffset(depth)), f32.load(theta(biasOffset(depth))), logits, bytes);
}

/** Adds the part of the gradient of a block whose forward pass was turned to. */
function learn(loss: i32, rows: usize, bytes: usize): void {
  if (depth == 0) {
    slopes(loss, logits, slopeA, rows, bytes);
    firstBackward(slopeA, rows, bytes);
    return;
  }
  slopes(loss, logits, logitSlopes, rows, bytes);
  let layer = hidden + layerBytes * usize(depth - 1);
  let at = slopeA;
  let next = slopeB;
  const w = weightOffset(depth);
  const b = biasOffset(depth);
  outputBackward(logitSlopes, layer, units, theta(w), at, gradientAt(w), gradientAt(b), bytes);
  for (let l = depth - 1; l > 0; l--) {
    const below = layer - layerBytes;
    const weight = weightOffset(l);
    weightGradient(below, units, at, lanes, gradientAt(weight), bytes);
    biasGradient(at, lanes, gradientAt(biasOffset(l)), bytes);
    backward(at, units, theta(weight), below, next, units, bytes);
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
 * `count` pairs from the queue; with `whole` every step takes the training set, and the first one
 * the forward pass that a measure before it has left.
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
  if (whole) openSets();
  else opened = false;
  const rows = filled(whole ? trained : count);
  const block = blockOf(rows);
  for (let step = 0; step < steps; step++) {
    const known = whole && ahead;
    if (!whole) {
      openPairs(pairs, count);
      pairs += usize(count) << 2;
    }
    clearTables();
    if (!known) projectElements();
    for (let row = 0, place = 0; row < rows; row += block, place++) {
      const bytes = usize(min(block, rows - row)) << 2;
      turnTo(known ? place : 0);
      if (!known) run(usize(row) << 2, bytes);
      learn(loss, usize(row) << 2, bytes);
    }
    finishFirst();
    power1 *= BETA1;
    power2 *= BETA2;
    update(optimiser, encoderRate, decoderRate, decay, power1, power2);
    ahead = false;
  }
}

/** The forward pass of `count` rows from `from` on: sum of the losses, and how many are right. */
function judge(loss: i32, from: i32, count: i32, to: usize): void {
  const rows = filled(count);
  const block = blockOf(rows);
  let sum: f64 = 0;
  let right = 0;
  for (let row = 0, place = 0; row < rows; row += block, place++) {
    const at = usize(from + row) << 2;
    const bytes = usize(min(block, rows - row)) << 2;
    turnTo(place);
    run(at, bytes);
    values(loss, logits, at, bytes);
    const stop = usize(min(block, count - row)) << 2;
    for (let p: usize = 0; p < stop; p += 4) {
      sum += f64(f32.load(losses + p));
      right += i32((f32.load(logits + p) > 0) == (f32.load(sign + at + p) < 0));
    }
  }
  f64.store(to, sum);
  f64.store(to, f64(right), 16);
}

/**
 * Sums over pairs: train loss, test loss, train right, test right. The training set comes last, so
 * that its forward pass is at hand for the next step.
 */
export function measure(loss: i32): void {
  openSets();
  projectElements();
  judge(loss, filled(trained), tested, measures + 8);
  judge(loss, 0, trained, measures);
  ahead = true;
}

/**
 * The matrix product alone, `repeats` times over 64 rows that stay in the nearest cache: units^2 *
 * 64 multiplications and additions each. What the whole step's speed is held against.
 */
export function multiplyOnly(repeats: i32): void {
  for (let k = 0; k < repeats; k++)
    forward(PLAIN, hidden, units, parameters, parameters, slopeA, units, 64 << 2);
}

/** In place over `count` floats (a multiple of 4) of the queue: 0 tanh, 1 exp, 2 log1p. */
export function apply(which: i32, count: i32): void {
  for (let i: usize = 0; i < usize(count) << 2; i += 16) {
    const x = v128.load(queue + i);
    if (which == 0) tanh4(x, x, x, x, queue + i, 0);
    else v128.store(queue + i, which == 1 ? exp(x) : log1p(x));
  }
}
