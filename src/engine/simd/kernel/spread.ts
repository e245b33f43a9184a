/**
 * @file What the slopes that were scattered to the tables of the first layer make of its gradients, and of the
 * embedding's: once a step, over elements instead of pairs.
 */
import {
  CONCAT,
  SQUARED,
  biasOffset,
  d,
  embeddingSize,
  gradient,
  gradientAt,
  input,
  leftSlope,
  mode,
  n,
  parameters,
  rightSlope,
  rowBytes,
  units,
} from "./desk";
import { add, splat, sums } from "./vector";

/**
 * One table's part of a weight's gradient: for every input i the sum over elements of embedding[i] slope. Four
 * vectors of units side by side; what the last four lack is read from the row that follows and not kept.
 */
function spreadWeight(slope: usize, weight: usize): void {
  const row = rowBytes;
  const own = usize(d) << 2;
  const length = usize(n) * row;
  for (let i: usize = 0; i < own; i += 4) {
    for (let q: usize = 0; q < row; q += 64) {
      const to = gradient + weight + q;
      let a = v128.load(to);
      let b = v128.load(to, 16);
      let c = v128.load(to, 32);
      let f = v128.load(to, 48);
      let e = parameters + i;
      let at = slope + q;
      const stop = at + length;
      do {
        const u = v128.load32_splat(e);
        a = f32x4.add(a, f32x4.mul(u, v128.load(at)));
        b = f32x4.add(b, f32x4.mul(u, v128.load(at, 16)));
        c = f32x4.add(c, f32x4.mul(u, v128.load(at, 32)));
        f = f32x4.add(f, f32x4.mul(u, v128.load(at, 48)));
        at += row;
        e += own;
      } while (at < stop);
      v128.store(to, a);
      if (q + 16 < row) v128.store(to, b, 16);
      if (q + 32 < row) v128.store(to, c, 32);
      if (q + 48 < row) v128.store(to, f, 48);
    }
    weight += row;
  }
}

/** Adds to the float at `at`. */
// @ts-ignore: decorator
@inline
function addOne(at: usize, x: f32): void {
  f32.store(at, f32.load(at) + x);
}

/** One table's part of the embedding's gradient, four elements at a time. */
function spreadEmbedding(slope: usize, weight: usize): void {
  const row = rowBytes;
  const own = usize(d) << 2;
  for (let x = 0; x < n; x += 4) {
    let to = gradientAt(x * d);
    for (let i = 0; i < d; i++) {
      let a = splat(0);
      let b = splat(0);
      let c = splat(0);
      let e = splat(0);
      let at = slope;
      let w = parameters + weight + usize(i) * row;
      const stop = w + row;
      do {
        const u = v128.load(w);
        a = f32x4.add(a, f32x4.mul(v128.load(at), u));
        b = f32x4.add(b, f32x4.mul(v128.load(at + row), u));
        c = f32x4.add(c, f32x4.mul(v128.load(at + 2 * row), u));
        e = f32x4.add(e, f32x4.mul(v128.load(at + 3 * row), u));
        at += 16;
        w += 16;
      } while (w < stop);
      const four = sums(a, b, c, e);
      addOne(to, f32x4.extract_lane(four, 0));
      if (x + 1 < n) addOne(to + own, f32x4.extract_lane(four, 1));
      if (x + 2 < n) addOne(to + 2 * own, f32x4.extract_lane(four, 2));
      if (x + 3 < n) addOne(to + 3 * own, f32x4.extract_lane(four, 3));
      to += 4;
    }
    slope += 4 * row;
  }
}

/** One table's part: gradients of `weight` and of the embedding from the slopes of its rows. */
function spread(slope: usize, weight: usize): void {
  spreadWeight(slope, weight);
  spreadEmbedding(slope, weight);
}

/** Gradients of the first layer and of the embedding, once all blocks are taken in. */
export function finishFirst(): void {
  if (mode == SQUARED) return;
  const row = rowBytes;
  const weight = usize(embeddingSize) << 2;
  const bias = gradientAt(biasOffset(0));
  const length = usize(n) * row;
  for (let q: usize = 0; q < row; q += 16) {
    let sum = v128.load(bias + q);
    for (let at = leftSlope + q; at < leftSlope + length; at += row) {
      const g = v128.load(at);
      sum = f32x4.add(sum, g);
      if (mode != CONCAT) v128.store(at, f32x4.sub(g, v128.load(at - leftSlope + rightSlope)));
    }
    v128.store(bias + q, sum);
  }
  spread(leftSlope, weight);
  if (mode == CONCAT) spread(rightSlope, weight + usize(d) * row);
}
