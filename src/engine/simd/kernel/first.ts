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
import { add, back, front, high, low, splat, tanh4 } from "./vector";

/**
 * Rows of a table, four elements at a time: bias + factor * sum over i of weight[i] embedding[i]. What the last
 * four lack is filled with whatever comes after the embeddings, and read by nobody.
 */
function project(weight: usize, bias: usize, factor: f32, to: usize): void {
  const row = rowBytes;
  const own = usize(d) << 2;
  for (let x = 0; x < n; x += 4) {
    const embedding = theta(x * d);
    for (let q: usize = 0; q < row; q += 16) {
      let a0 = bias ? v128.load(bias + q) : splat(0);
      let a1 = a0;
      let a2 = a0;
      let a3 = a0;
      let e = embedding;
      let w = weight + q;
      const stop = embedding + own;
      do {
        const u = f32x4.mul(splat(factor), v128.load(w));
        a0 = f32x4.add(a0, f32x4.mul(v128.load32_splat(e), u));
        a1 = f32x4.add(a1, f32x4.mul(v128.load32_splat(e + own), u));
        a2 = f32x4.add(a2, f32x4.mul(v128.load32_splat(e + 2 * own), u));
        a3 = f32x4.add(a3, f32x4.mul(v128.load32_splat(e + 3 * own), u));
        e += 4;
        w += row;
      } while (e < stop);
      v128.store(to + q, a0);
      v128.store(to + row + q, a1);
      v128.store(to + 2 * row + q, a2);
      v128.store(to + 3 * row + q, a3);
    }
    to += 4 * row;
  }
}

/** Fills both tables from the present parameters; nothing to do for the squared difference. */
export function projectElements(): void {
  if (mode == SQUARED) return;
  const weight = theta(embeddingSize);
  project(weight, theta(biasOffset(0)), 1, leftTable);
  if (mode == CONCAT) project(weight + usize(d) * rowBytes, 0, 1, rightTable);
  else project(weight, 0, -1, rightTable);
}

/**
 * Pre-activations left[x] + right[y] of a block, or with `bent` their tanh, in the rows of `hidden`: four units
 * of four pairs at a time.
 */
// @ts-ignore: decorator
@inline
function gather(bent: bool, rows: usize, bytes: usize): void {
  const xs = leftTable;
  const ys = rightTable;
  const length = rowBytes;
  const to = hidden;
  for (let p: usize = 0; p < bytes; p += 16) {
    const x = left + rows + p;
    const y = right + rows + p;
    let x0 = xs + i32.load(x);
    let x1 = xs + i32.load(x, 4);
    let x2 = xs + i32.load(x, 8);
    let x3 = xs + i32.load(x, 12);
    let y0 = ys + i32.load(y);
    let y1 = ys + i32.load(y, 4);
    let y2 = ys + i32.load(y, 8);
    let y3 = ys + i32.load(y, 12);
    let at = to + p;
    const stop = x0 + length;
    do {
      const a = f32x4.add(v128.load(x0), v128.load(y0));
      const b = f32x4.add(v128.load(x1), v128.load(y1));
      const c = f32x4.add(v128.load(x2), v128.load(y2));
      const e = f32x4.add(v128.load(x3), v128.load(y3));
      const g0 = front(low(a, b), low(c, e));
      const g1 = back(low(a, b), low(c, e));
      const g2 = front(high(a, b), high(c, e));
      const g3 = back(high(a, b), high(c, e));
      if (bent) {
        tanh4(g0, g1, g2, g3, at, STRIDE);
      } else {
        v128.store(at, g0);
        v128.store(at, g1, STRIDE);
        v128.store(at, g2, 2 * STRIDE);
        v128.store(at, g3, 3 * STRIDE);
      }
      at += 4 * STRIDE;
      x0 += 16;
      x1 += 16;
      x2 += 16;
      x3 += 16;
      y0 += 16;
      y1 += 16;
      y2 += 16;
      y3 += 16;
    } while (x0 < stop);
  }
}

function gatherBent(rows: usize, bytes: usize): void {
  gather(true, rows, bytes);
}

function gatherPlain(rows: usize, bytes: usize): void {
  gather(false, rows, bytes);
}

/** The other way: the slopes in the rows `from` of a block's units are added to the tables' slopes. */
function scatter(from: usize, rows: usize, bytes: usize): void {
  const xs = leftSlope;
  const ys = rightSlope;
  const length = rowBytes;
  for (let p: usize = 0; p < bytes; p += 16) {
    const x = left + rows + p;
    const y = right + rows + p;
    let x0 = xs + i32.load(x);
    let x1 = xs + i32.load(x, 4);
    let x2 = xs + i32.load(x, 8);
    let x3 = xs + i32.load(x, 12);
    let y0 = ys + i32.load(y);
    let y1 = ys + i32.load(y, 4);
    let y2 = ys + i32.load(y, 8);
    let y3 = ys + i32.load(y, 12);
    let at = from + p;
    const stop = x0 + length;
    // As most are in a training set, which is in order; the same sum, and no waiting for memory in between.
    const alike = x0 == x1 && x0 == x2 && x0 == x3;
    do {
      const a = v128.load(at);
      const b = v128.load(at, STRIDE);
      const c = v128.load(at, 2 * STRIDE);
      const e = v128.load(at, 3 * STRIDE);
      const g0 = front(low(a, b), low(c, e));
      const g1 = back(low(a, b), low(c, e));
      const g2 = front(high(a, b), high(c, e));
      const g3 = back(high(a, b), high(c, e));
      if (alike) {
        const sum = f32x4.add(f32x4.add(v128.load(x0), g0), g1);
        v128.store(x0, f32x4.add(f32x4.add(sum, g2), g3));
      } else {
        add(x0, g0);
        add(x1, g1);
        add(x2, g2);
        add(x3, g3);
      }
      add(y0, g0);
      add(y1, g1);
      add(y2, g2);
      add(y3, g3);
      at += 4 * STRIDE;
      x0 += 16;
      x1 += 16;
      x2 += 16;
      x3 += 16;
      y0 += 16;
      y1 += 16;
      y2 += 16;
      y3 += 16;
    } while (x0 < stop);
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
    if (depth > 0) gatherBent(rows, bytes);
    else gatherPlain(rows, bytes);
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
    scatter(slope, rows, bytes);
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
