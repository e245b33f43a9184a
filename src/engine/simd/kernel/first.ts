/**
 * @file The first layer, whose input depends on a pair through its two elements.
 *
 * Where its pre-activation is a sum left[x] + right[y] (concat and difference), each element is
 * projected once and pairs gather the two projections, four units of four pairs at a time; slopes
 * are scattered the same way. The squared difference is formed pair by pair.
 */
import { PLAIN, TANH, backward, biasGradient, forward, weightGradient } from "./dense";
import {
  CONCAT,
  SQUARED,
  STRIDE,
  biasOffset,
  d,
  depth,
  embeddingSize,
  gradient,
  gradientAt,
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
  rowBytes,
  theta,
  units,
} from "./desk";
import { add, back, front, high, low, splat, sum, tanh } from "./vector";

/** The other way: slopes from units to tables. */
const SCATTER: i32 = 3;

/** Row of a table: bias + factor * sum over i of weight[i] embedding[i]. [lanes] */
function project(embedding: usize, weight: usize, bias: usize, factor: f32, to: usize): void {
  const row = rowBytes;
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
  const weight = theta(embeddingSize);
  const bias = theta(biasOffset(0));
  const concat = mode == CONCAT;
  for (let x = 0; x < n; x++) {
    const embedding = theta(x * d);
    const at = usize(x) * rowBytes;
    project(embedding, weight, bias, 1, leftTable + at);
    if (concat) project(embedding, weight + usize(d) * rowBytes, 0, 1, rightTable + at);
    else project(embedding, weight, 0, -1, rightTable + at);
  }
}

// @ts-ignore: decorator
@inline
function activate(kind: i32, x: v128): v128 {
  return kind == TANH ? tanh(x) : x;
}

/**
 * Four units of four pairs, whose elements' rows of both tables are at `x0`... and `y0`...: their
 * pre-activations to the rows of units at `to`, or the slopes that lie there to the tables' slopes.
 */
// @ts-ignore: decorator
@inline
function four(
  kind: i32,
  to: usize,
  x0: usize, x1: usize, x2: usize, x3: usize,
  y0: usize, y1: usize, y2: usize, y3: usize,
): void {
  const scatter = kind == SCATTER;
  const a = scatter ? v128.load(to) : f32x4.add(v128.load(x0), v128.load(y0));
  const b = scatter ? v128.load(to, STRIDE) : f32x4.add(v128.load(x1), v128.load(y1));
  const c = scatter ? v128.load(to, 2 * STRIDE) : f32x4.add(v128.load(x2), v128.load(y2));
  const e = scatter ? v128.load(to, 3 * STRIDE) : f32x4.add(v128.load(x3), v128.load(y3));
  const g0 = activate(kind, front(low(a, b), low(c, e)));
  const g1 = activate(kind, back(low(a, b), low(c, e)));
  const g2 = activate(kind, front(high(a, b), high(c, e)));
  const g3 = activate(kind, back(high(a, b), high(c, e)));
  if (scatter) {
    add(x0, g0);
    add(y0, g0);
    add(x1, g1);
    add(y1, g1);
    add(x2, g2);
    add(y2, g2);
    add(x3, g3);
    add(y3, g3);
  } else {
    v128.store(to, g0);
    v128.store(to, g1, STRIDE);
    v128.store(to, g2, 2 * STRIDE);
    v128.store(to, g3, 3 * STRIDE);
  }
}

/** Between the rows `own` of units of a block and the tables' rows `xs` and `ys` of its elements. */
// @ts-ignore: decorator
@inline
function transpose(kind: i32, own: usize, xs: usize, ys: usize, rows: usize, bytes: usize): void {
  const length = rowBytes;
  for (let p: usize = 0; p < bytes; p += 16) {
    const x = left + rows + p;
    const y = right + rows + p;
    const x0 = xs + i32.load(x);
    const x1 = xs + i32.load(x, 4);
    const x2 = xs + i32.load(x, 8);
    const x3 = xs + i32.load(x, 12);
    const y0 = ys + i32.load(y);
    const y1 = ys + i32.load(y, 4);
    const y2 = ys + i32.load(y, 8);
    const y3 = ys + i32.load(y, 12);
    let to = own + p;
    for (let q: usize = 0; q < length; q += 16) {
      four(kind, to, x0 + q, x1 + q, x2 + q, x3 + q, y0 + q, y1 + q, y2 + q, y3 + q);
      to += 4 * STRIDE;
    }
  }
}

/** Where the embedding of the element in a row of `left` or `right` begins, in bytes. */
// @ts-ignore: decorator
@inline
function embeddingOf(row: usize): usize {
  return usize(u32(i32.load(row)) / u32(rowBytes)) * usize(d) * 4;
}

/** The decoder's inputs of a block in squared difference. */
function squares(rows: usize, bytes: usize): void {
  for (let p: usize = 0; p < bytes; p += 4) {
    const x = parameters + embeddingOf(left + rows + p);
    const y = parameters + embeddingOf(right + rows + p);
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
    if (depth > 0) transpose(TANH, hidden, leftTable, rightTable, rows, bytes);
    else transpose(PLAIN, hidden, leftTable, rightTable, rows, bytes);
    return;
  }
  squares(rows, bytes);
  const weight = theta(embeddingSize);
  const bias = theta(biasOffset(0));
  forward(depth > 0 ? TANH : PLAIN, input, inputs, weight, bias, hidden, units, bytes);
}

/** Adds the embedding's gradient of a block in squared difference. */
function scatterSquares(rows: usize, bytes: usize): void {
  for (let p: usize = 0; p < bytes; p += 4) {
    const x = embeddingOf(left + rows + p);
    const y = embeddingOf(right + rows + p);
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
    transpose(SCATTER, slope, leftSlope, rightSlope, rows, bytes);
    return;
  }
  weightGradient(input, inputs, slope, lanes, gradientAt(embeddingSize), bytes);
  biasGradient(slope, lanes, gradientAt(biasOffset(0)), bytes);
  backward(slope, units, theta(embeddingSize), 0, inputSlope, inputs, bytes);
  scatterSquares(rows, bytes);
}

/** Clears the tables' slopes before a step. */
export function clearTables(): void {
  if (mode == SQUARED) return;
  const bytes = usize(n) * rowBytes;
  memory.fill(leftSlope, 0, bytes);
  memory.fill(rightSlope, 0, bytes);
}

/** One table's part: gradients of `weight` and of the embedding from the slopes of its rows. */
function spread(slope: usize, weight: usize): void {
  const row = rowBytes;
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
  const row = rowBytes;
  const weight = usize(embeddingSize) << 2;
  const bias = gradientAt(biasOffset(0));
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
