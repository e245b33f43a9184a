/**
 * @file The first layer, whose input depends on a pair through its two elements.
 *
 * Where its pre-activation is a sum left[x] + right[y] (concat and difference), each element is
 * projected once and pairs gather the two projections, four units of four pairs at a time; slopes
 * are scattered the same way. The squared difference is formed pair by pair.
 */
import { affine, backwardPlain, biasGradient, forward, weightGradient } from "./dense";
import {
  CONCAT,
  SQUARED,
  STRIDE,
  biasOffset,
  d,
  depth,
  embeddingSize,
  gradient,
  hidden,
  input,
  inputSlope,
  inputs,
  lanes,
  left,
  leftSlope,
  leftTable,
  mode,
  n,
  parameters,
  right,
  rightSlope,
  rightTable,
  units,
} from "./desk";
import { back, front, high, low, splat, sum, tanh } from "./vector";

/** Row of a table: bias + factor * sum over i of weight[i] embedding[i]. [lanes] */
function project(embedding: usize, weight: usize, bias: usize, factor: f32, to: usize): void {
  const row = usize(lanes) << 2;
  for (let q: usize = 0; q < row; q += 16) {
    let a = bias ? v128.load(bias + q) : splat(0);
    for (let i = 0; i < d; i++) {
      const e = splat(factor * f32.load(embedding + (usize(i) << 2)));
      a = f32x4.add(a, f32x4.mul(e, v128.load(weight + usize(i) * row + q)));
    }
    v128.store(to + q, a);
  }
}

/** Fills both tables from the present parameters; nothing to do for the squared difference. */
export function projectElements(): void {
  if (mode == SQUARED) return;
  const row = usize(lanes) << 2;
  const weight = parameters + (usize(embeddingSize) << 2);
  const bias = parameters + (usize(biasOffset(0)) << 2);
  const concat = mode == CONCAT;
  for (let x = 0; x < n; x++) {
    const embedding = parameters + (usize(x * d) << 2);
    const at = usize(x) * row;
    project(embedding, weight, bias, 1, leftTable + at);
    if (concat) project(embedding, weight + usize(d) * row, 0, 1, rightTable + at);
    else project(embedding, weight, 0, -1, rightTable + at);
  }
}

// @ts-ignore: decorator
@inline
function activate(bend: bool, x: v128): v128 {
  return bend ? tanh(x) : x;
}

// @ts-ignore: decorator
@inline
function gather(bend: bool, rows: usize, bytes: usize): void {
  const length = usize(lanes) << 2;
  for (let p: usize = 0; p < bytes; p += 16) {
    const at = left + rows + p;
    const to = right + rows + p;
    let x0 = leftTable + i32.load(at);
    let x1 = leftTable + i32.load(at, 4);
    let x2 = leftTable + i32.load(at, 8);
    let x3 = leftTable + i32.load(at, 12);
    let y0 = rightTable + i32.load(to);
    let y1 = rightTable + i32.load(to, 4);
    let y2 = rightTable + i32.load(to, 8);
    let y3 = rightTable + i32.load(to, 12);
    let out = hidden + p;
    const stop = x0 + length;
    while (x0 < stop) {
      const a = f32x4.add(v128.load(x0), v128.load(y0));
      const b = f32x4.add(v128.load(x1), v128.load(y1));
      const c = f32x4.add(v128.load(x2), v128.load(y2));
      const e = f32x4.add(v128.load(x3), v128.load(y3));
      const ab = low(a, b);
      const ce = low(c, e);
      v128.store(out, activate(bend, front(ab, ce)));
      v128.store(out, activate(bend, back(ab, ce)), STRIDE);
      const AB = high(a, b);
      const CE = high(c, e);
      v128.store(out, activate(bend, front(AB, CE)), 2 * STRIDE);
      v128.store(out, activate(bend, back(AB, CE)), 3 * STRIDE);
      x0 += 16;
      x1 += 16;
      x2 += 16;
      x3 += 16;
      y0 += 16;
      y1 += 16;
      y2 += 16;
      y3 += 16;
      out += 4 * STRIDE;
    }
  }
}

/** The decoder's inputs of a block in squared difference. */
function squares(rows: usize, bytes: usize): void {
  const row = usize(lanes) << 2;
  for (let p: usize = 0; p < bytes; p += 4) {
    const x = parameters + usize(u32(i32.load(left + rows + p)) / u32(row)) * usize(d) * 4;
    const y = parameters + usize(u32(i32.load(right + rows + p)) / u32(row)) * usize(d) * 4;
    let to = input + p;
    for (let i: usize = 0; i < usize(d) * 4; i += 4) {
      const r = f32.load(x + i) - f32.load(y + i);
      f32.store(to, r * r);
      to += STRIDE;
    }
  }
}

/** `hidden`'s first layer for the block that starts `rows` bytes into the step's rows. */
export function firstForward(rows: usize, bytes: usize): void {
  if (mode != SQUARED) {
    if (depth > 0) gather(true, rows, bytes);
    else gather(false, rows, bytes);
    return;
  }
  squares(rows, bytes);
  const weight = parameters + (usize(embeddingSize) << 2);
  const bias = parameters + (usize(biasOffset(0)) << 2);
  const row = usize(lanes) << 2;
  if (depth > 0) forward(input, inputs, weight, row, bias, hidden, units, bytes);
  else affine(input, inputs, weight, row, bias, hidden, units, bytes);
}

// @ts-ignore: decorator
@inline
function add(at: usize, x: v128): void {
  v128.store(at, f32x4.add(v128.load(at), x));
}

/** Adds the slopes of a block, four units of four pairs at a time, to both tables' slopes. */
function scatter(slope: usize, rows: usize, bytes: usize): void {
  const length = usize(lanes) << 2;
  for (let p: usize = 0; p < bytes; p += 16) {
    const at = left + rows + p;
    const to = right + rows + p;
    let x0 = leftSlope + i32.load(at);
    let x1 = leftSlope + i32.load(at, 4);
    let x2 = leftSlope + i32.load(at, 8);
    let x3 = leftSlope + i32.load(at, 12);
    let y0 = rightSlope + i32.load(to);
    let y1 = rightSlope + i32.load(to, 4);
    let y2 = rightSlope + i32.load(to, 8);
    let y3 = rightSlope + i32.load(to, 12);
    let from = slope + p;
    const stop = x0 + length;
    while (x0 < stop) {
      const a = v128.load(from);
      const b = v128.load(from, STRIDE);
      const c = v128.load(from, 2 * STRIDE);
      const e = v128.load(from, 3 * STRIDE);
      const ab = low(a, b);
      const ce = low(c, e);
      const AB = high(a, b);
      const CE = high(c, e);
      let g = front(ab, ce);
      add(x0, g);
      add(y0, g);
      g = back(ab, ce);
      add(x1, g);
      add(y1, g);
      g = front(AB, CE);
      add(x2, g);
      add(y2, g);
      g = back(AB, CE);
      add(x3, g);
      add(y3, g);
      x0 += 16;
      x1 += 16;
      x2 += 16;
      x3 += 16;
      y0 += 16;
      y1 += 16;
      y2 += 16;
      y3 += 16;
      from += 4 * STRIDE;
    }
  }
}

/** Adds the embedding's gradient of a block in squared difference. */
function scatterSquares(rows: usize, bytes: usize): void {
  const row = usize(lanes) << 2;
  for (let p: usize = 0; p < bytes; p += 4) {
    const x = usize(u32(i32.load(left + rows + p)) / u32(row)) * usize(d) * 4;
    const y = usize(u32(i32.load(right + rows + p)) / u32(row)) * usize(d) * 4;
    let from = inputSlope + p;
    for (let i: usize = 0; i < usize(d) * 4; i += 4) {
      const r = f32.load(parameters + x + i) - f32.load(parameters + y + i);
      const g: f32 = 2 * r * f32.load(from);
      f32.store(gradient + x + i, f32.load(gradient + x + i) + g);
      f32.store(gradient + y + i, f32.load(gradient + y + i) - g);
      from += STRIDE;
    }
  }
}

/** Takes in the slopes of the first layer's pre-activations of a block. */
export function firstBackward(slope: usize, rows: usize, bytes: usize): void {
  if (mode != SQUARED) {
    scatter(slope, rows, bytes);
    return;
  }
  const row = usize(lanes) << 2;
  const weight = usize(embeddingSize) << 2;
  weightGradient(input, inputs, slope, lanes, gradient + weight, row, bytes);
  biasGradient(slope, lanes, gradient + (usize(biasOffset(0)) << 2), bytes);
  backwardPlain(slope, units, parameters + weight, row, inputSlope, inputs, bytes);
  scatterSquares(rows, bytes);
}

/** Clears the tables' slopes before a step. */
export function clearTables(): void {
  if (mode == SQUARED) return;
  const bytes = usize(n * lanes) << 2;
  memory.fill(leftSlope, 0, bytes);
  memory.fill(rightSlope, 0, bytes);
}

/** One table's part: gradients of `weight` and of the embedding from the slopes of its rows. */
function spread(slope: usize, weight: usize): void {
  const row = usize(lanes) << 2;
  for (let x = 0; x < n; x++) {
    const at = slope + usize(x) * row;
    for (let i = 0; i < d; i++) {
      const place = usize(x * d + i) << 2;
      const e = v128.load32_splat(parameters + place);
      const w = weight + usize(i) * row;
      let dot = splat(0);
      for (let q: usize = 0; q < row; q += 16) {
        const g = v128.load(at + q);
        add(gradient + w + q, f32x4.mul(e, g));
        dot = f32x4.add(dot, f32x4.mul(g, v128.load(parameters + w + q)));
      }
      f32.store(gradient + place, f32.load(gradient + place) + sum(dot));
    }
  }
}

/** Gradients of the first layer and of the embedding, once all blocks are taken in. */
export function finishFirst(): void {
  if (mode == SQUARED) return;
  const row = usize(lanes) << 2;
  const weight = usize(embeddingSize) << 2;
  const bias = gradient + (usize(biasOffset(0)) << 2);
  for (let x = 0; x < n; x++)
    for (let q: usize = 0; q < row; q += 16) {
      const at = usize(x) * row + q;
      const g = v128.load(leftSlope + at);
      add(bias + q, g);
      if (mode != CONCAT) v128.store(leftSlope + at, f32x4.sub(g, v128.load(rightSlope + at)));
    }
  spread(leftSlope, weight);
  if (mode == CONCAT) spread(rightSlope, weight + usize(d) * row);
}
