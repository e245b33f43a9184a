/**
 * @file The three matrix products of a layer. Two units by four vectors of pairs, or two by four
 * units, stay in registers.
 */
import { STRIDE, rowBytes } from "./desk";
import { add, splat, sum, sums, tanh4 } from "./vector";

export const TANH: i32 = 0;
const SLOPE: i32 = 1;
export const PLAIN: i32 = 2;

/** x (1 - h^2): the slope of what goes into a tanh from that of `h`, which comes out. */
// @ts-ignore: decorator
@inline
function unbend(x: v128, h: v128): v128 {
  return f32x4.mul(x, f32x4.sub(splat(1), f32x4.mul(h, h)));
}

// @ts-ignore: decorator
@inline
function finish(kind: i32, x: v128, activation: usize): v128 {
  return kind == SLOPE ? unbend(x, v128.load(activation)) : x;
}

/** Finishes four vectors of one unit and stores them. */
// @ts-ignore: decorator
@inline
function put(kind: i32, a: v128, b: v128, c: v128, e: v128, to: usize, activation: usize): void {
  if (kind == TANH) {
    tanh4(a, b, c, e, to, 16);
    return;
  }
  v128.store(to, finish(kind, a, activation));
  v128.store(to, finish(kind, b, activation + 16), 16);
  v128.store(to, finish(kind, c, activation + 32), 32);
  v128.store(to, finish(kind, e, activation + 48), 48);
}

/**
 * out[j] = finish(bias[j] + sum over i of weight[i, j] from[i]) for every row; with `back`, of
 * weight[j, i] from[i]. `count` and `outputs` are even, `bytes` of rows a multiple of 64.
 */
// @ts-ignore: decorator
@inline
function multiply(
  kind: i32,
  back: bool,
  from: usize,
  count: i32,
  weight: usize,
  bias: usize,
  out: usize,
  outputs: i32,
  activation: usize,
  bytes: usize,
): void {
  const length = usize(count) * STRIDE;
  const row = rowBytes;
  const along: usize = back ? row * 2 : 8; // two outputs on
  for (let p: usize = 0; p < bytes; p += 64) {
    let to = out + p;
    let at = activation + p;
    let w = weight;
    for (let j = 0; j < outputs; j += 2) {
      let a0 = bias ? v128.load32_splat(bias + (usize(j) << 2)) : splat(0);
      let b0 = bias ? v128.load32_splat(bias + (usize(j) << 2), 4) : splat(0);
      let a1 = a0;
      let a2 = a0;
      let a3 = a0;
      let b1 = b0;
      let b2 = b0;
      let b3 = b0;
      let w0 = w;
      let w1 = w + row;
      let x = from + p;
      const stop = x + length;
      do {
        const u = v128.load32_splat(w0);
        const v = back ? v128.load32_splat(w1) : v128.load32_splat(w0, 4);
        const x0 = v128.load(x);
        const x1 = v128.load(x, 16);
        const x2 = v128.load(x, 32);
        const x3 = v128.load(x, 48);
        a0 = f32x4.add(a0, f32x4.mul(u, x0));
        a1 = f32x4.add(a1, f32x4.mul(u, x1));
        a2 = f32x4.add(a2, f32x4.mul(u, x2));
        a3 = f32x4.add(a3, f32x4.mul(u, x3));
        b0 = f32x4.add(b0, f32x4.mul(v, x0));
        b1 = f32x4.add(b1, f32x4.mul(v, x1));
        b2 = f32x4.add(b2, f32x4.mul(v, x2));
        b3 = f32x4.add(b3, f32x4.mul(v, x3));
        w0 += back ? 4 : row;
        if (back) w1 += 4;
        x += STRIDE;
      } while (x < stop);
      put(kind, a0, a1, a2, a3, to, at);
      put(kind, b0, b1, b2, b3, to + STRIDE, at + STRIDE);
      to += 2 * STRIDE;
      at += 2 * STRIDE;
      w += along;
    }
  }
}

/** out[j] = bias[j] + sum of weight[i, j] from[i], or the tanh of it where `kind` is TANH. */
export function forward(
  kind: i32,
  from: usize,
  count: i32,
  weight: usize,
  bias: usize,
  out: usize,
  outputs: i32,
  bytes: usize,
): void {
  if (kind == TANH) multiply(TANH, false, from, count, weight, bias, out, outputs, 0, bytes);
  else multiply(PLAIN, false, from, count, weight, bias, out, outputs, 0, bytes);
}

/**
 * out[i] = (1 - activation[i]^2) * sum over j of weight[i, j] slope[j]; the sum alone where there is
 * no activation (0).
 */
export function backward(
  slope: usize,
  count: i32,
  weight: usize,
  activation: usize,
  out: usize,
  outputs: i32,
  bytes: usize,
): void {
  if (activation) multiply(SLOPE, true, slope, count, weight, 0, out, outputs, activation, bytes);
  else multiply(PLAIN, true, slope, count, weight, 0, out, outputs, 0, bytes);
}

/**
 * gradient[i, j] += sum over rows of from[i] slope[j]; `count` even, `outputs` a multiple of 4,
 * `bytes` of rows a multiple of 64.
 */
export function weightGradient(
  from: usize,
  count: i32,
  slope: usize,
  outputs: i32,
  gradient: usize,
  bytes: usize,
): void {
  const row = rowBytes;
  for (let i = 0; i < count; i += 2) {
    let s = slope;
    let to = gradient;
    for (let j = 0; j < outputs; j += 4) {
      let u = v128.load(from);
      let v = v128.load(from, STRIDE);
      let y = v128.load(s);
      let a0 = f32x4.mul(u, y);
      let b0 = f32x4.mul(v, y);
      y = v128.load(s, STRIDE);
      let a1 = f32x4.mul(u, y);
      let b1 = f32x4.mul(v, y);
      y = v128.load(s, 2 * STRIDE);
      let a2 = f32x4.mul(u, y);
      let b2 = f32x4.mul(v, y);
      y = v128.load(s, 3 * STRIDE);
      let a3 = f32x4.mul(u, y);
      let b3 = f32x4.mul(v, y);
      let x = from + 16;
      let at = s + 16;
      const stop = from + bytes;
      while (x < stop) {
        u = v128.load(x);
        v = v128.load(x, STRIDE);
        y = v128.load(at);
        a0 = f32x4.add(a0, f32x4.mul(u, y));
        b0 = f32x4.add(b0, f32x4.mul(v, y));
        y = v128.load(at, STRIDE);
        a1 = f32x4.add(a1, f32x4.mul(u, y));
        b1 = f32x4.add(b1, f32x4.mul(v, y));
        y = v128.load(at, 2 * STRIDE);
        a2 = f32x4.add(a2, f32x4.mul(u, y));
        b2 = f32x4.add(b2, f32x4.mul(v, y));
        y = v128.load(at, 3 * STRIDE);
        a3 = f32x4.add(a3, f32x4.mul(u, y));
        b3 = f32x4.add(b3, f32x4.mul(v, y));
        x += 16;
        at += 16;
      }
      add(to, sums(a0, a1, a2, a3));
      add(to + row, sums(b0, b1, b2, b3));
      s += STRIDE * 4;
      to += 16;
    }
    from += STRIDE * 2;
    gradient += row << 1;
  }
}

/** gradient[j] += sum over rows of slope[j]; `outputs` a multiple of 4. */
export function biasGradient(
  slope: usize,
  outputs: i32,
  gradient: usize,
  bytes: usize,
): void {
  for (let j = 0; j < outputs; j += 4) {
    let a = splat(0);
    let b = splat(0);
    let c = splat(0);
    let e = splat(0);
    for (let p: usize = 0; p < bytes; p += 16) {
      const at = slope + p;
      a = f32x4.add(a, v128.load(at));
      b = f32x4.add(b, v128.load(at, STRIDE));
      c = f32x4.add(c, v128.load(at, 2 * STRIDE));
      e = f32x4.add(e, v128.load(at, 3 * STRIDE));
    }
    add(gradient, sums(a, b, c, e));
    slope += STRIDE * 4;
    gradient += 16;
  }
}

/** logits = bias + sum over i of weight[i] from[i]. */
export function output(
  from: usize,
  count: i32,
  weight: usize,
  bias: f32,
  logits: usize,
  bytes: usize,
): void {
  for (let p: usize = 0; p < bytes; p += 64) {
    let a0 = splat(bias);
    let a1 = a0;
    let a2 = a0;
    let a3 = a0;
    let x = from + p;
    for (let i = 0; i < count; i++) {
      const u = v128.load32_splat(weight + (usize(i) << 2));
      a0 = f32x4.add(a0, f32x4.mul(u, v128.load(x)));
      a1 = f32x4.add(a1, f32x4.mul(u, v128.load(x, 16)));
      a2 = f32x4.add(a2, f32x4.mul(u, v128.load(x, 32)));
      a3 = f32x4.add(a3, f32x4.mul(u, v128.load(x, 48)));
      x += STRIDE;
    }
    put(PLAIN, a0, a1, a2, a3, logits + p, 0);
  }
}

/** From the logits' slopes: slopes of the last hidden layer, gradients of weight and bias. */
export function outputBackward(
  logitSlopes: usize,
  from: usize,
  count: i32,
  weight: usize,
  out: usize,
  weightGradient: usize,
  biasGradient: usize,
  bytes: usize,
): void {
  for (let i = 0; i < count; i++) {
    const w = v128.load32_splat(weight + (usize(i) << 2));
    let even = splat(0);
    let odd = splat(0);
    for (let p: usize = 0; p < bytes; p += 32) {
      let g = v128.load(logitSlopes + p);
      let h = v128.load(from + p);
      even = f32x4.add(even, f32x4.mul(g, h));
      v128.store(out + p, unbend(f32x4.mul(g, w), h));
      g = v128.load(logitSlopes + p, 16);
      h = v128.load(from + p, 16);
      odd = f32x4.add(odd, f32x4.mul(g, h));
      v128.store(out + p, unbend(f32x4.mul(g, w), h), 16);
    }
    const at = weightGradient + (usize(i) << 2);
    f32.store(at, f32.load(at) + sum(f32x4.add(even, odd)));
    from += STRIDE;
    out += STRIDE;
  }
  let total = splat(0);
  for (let p: usize = 0; p < bytes; p += 16) total = f32x4.add(total, v128.load(logitSlopes + p));
  f32.store(biasGradient, f32.load(biasGradient) + sum(total));
}
