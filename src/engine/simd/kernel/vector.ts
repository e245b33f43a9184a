/**
 * @file Four floats at a time: tanh, exp and log1p made of + - * / alone, and transposition.
 *
 * Nothing here depends on the machine: WebAssembly fixes every rounding.
 */

// @ts-ignore: decorator
@inline
export function splat(x: f32): v128 {
  return f32x4.splat(x);
}

const HELD: usize = memory.data(10 * 16, 16);

/**
 * `x` in all four, by way of place `k` (below 10): what is read from memory before a loop stays in a register,
 * what is computed there compilers move into the loop and compute in every round.
 */
// @ts-ignore: decorator
@inline
export function held(k: usize, x: f32): v128 {
  v128.store(HELD + (k << 4), splat(x));
  return v128.load(HELD + (k << 4));
}

/** Adds to the four floats at `at`. */
// @ts-ignore: decorator
@inline
export function add(at: usize, x: v128): void {
  v128.store(at, f32x4.add(v128.load(at), x));
}

// @ts-ignore: decorator
@inline
function madd(x: v128, y: v128, c: f32): v128 {
  return f32x4.add(f32x4.mul(x, y), splat(c));
}

// prettier-ignore
const CONSTANTS: usize = memory.data<f32>([
  1.335464714258786e-8, 2.060907097796319e-5, 3.4955874026093197e-3, 0.13381025025930396, 0.9999999794766999,
  7.776552133026846e-7, 3.2856336557179954e-4, 0.02587697942133502, 0.46714340623807216,
  1, -1, 9, -9,
  80, -80, 1.4426950408889634, 0.693359375, 2.1219444005469057e-4,
  0.0001984126984126984, 0.001388888888888889, 0.008333333333333333, 0.041666666666666664, 0.16666666666666666, 0.5,
]);

/** Loaded, not `splat`: compilers build a constant vector anew at every use, which costs more. */
// @ts-ignore: decorator
@inline
function constant(k: usize): v128 {
  return v128.load32_splat(CONSTANTS + (k << 2));
}

// @ts-ignore: decorator
@inline
function clamp(x: v128, bound: v128, other: v128): v128 {
  return f32x4.pmax(f32x4.pmin(x, bound), other);
}

// @ts-ignore: decorator
@inline
function horner(t: v128, sum: v128, c: v128): v128 {
  return f32x4.add(f32x4.mul(t, sum), c);
}

/**
 * tanh of four vectors, each to its place, `apart` bytes from one to the next: x P(x^2) / Q(x^2), fitted to the least
 * relative error on [-9, 9] (2.1e-8 in exact arithmetic); beyond, tanh rounds to 1. In float32 the error is below
 * 3.5e-7, absolute and relative. Side by side: a constant is loaded once for all, and none waits for another.
 */
// @ts-ignore: decorator
@inline
export function tanh4(a: v128, b: v128, c: v128, e: v128, to: usize, apart: usize): void {
  let k = constant(11);
  let l = constant(12);
  const xa = clamp(a, k, l);
  const xb = clamp(b, k, l);
  const xc = clamp(c, k, l);
  const xe = clamp(e, k, l);
  const ta = f32x4.mul(xa, xa);
  const tb = f32x4.mul(xb, xb);
  const tc = f32x4.mul(xc, xc);
  const te = f32x4.mul(xe, xe);
  k = constant(0);
  l = constant(1);
  let pa = horner(ta, k, l);
  let pb = horner(tb, k, l);
  let pc = horner(tc, k, l);
  let pe = horner(te, k, l);
  k = constant(2);
  pa = horner(ta, pa, k);
  pb = horner(tb, pb, k);
  pc = horner(tc, pc, k);
  pe = horner(te, pe, k);
  k = constant(3);
  pa = horner(ta, pa, k);
  pb = horner(tb, pb, k);
  pc = horner(tc, pc, k);
  pe = horner(te, pe, k);
  k = constant(4);
  pa = horner(ta, pa, k);
  pb = horner(tb, pb, k);
  pc = horner(tc, pc, k);
  pe = horner(te, pe, k);
  pa = f32x4.mul(xa, pa);
  pb = f32x4.mul(xb, pb);
  pc = f32x4.mul(xc, pc);
  pe = f32x4.mul(xe, pe);
  k = constant(5);
  l = constant(6);
  let ua = horner(ta, k, l);
  let ub = horner(tb, k, l);
  let uc = horner(tc, k, l);
  let ue = horner(te, k, l);
  k = constant(7);
  ua = horner(ta, ua, k);
  ub = horner(tb, ub, k);
  uc = horner(tc, uc, k);
  ue = horner(te, ue, k);
  k = constant(8);
  ua = horner(ta, ua, k);
  ub = horner(tb, ub, k);
  uc = horner(tc, uc, k);
  ue = horner(te, ue, k);
  k = constant(9);
  ua = horner(ta, ua, k);
  ub = horner(tb, ub, k);
  uc = horner(tc, uc, k);
  ue = horner(te, ue, k);
  l = constant(10);
  v128.store(to, clamp(f32x4.div(pa, ua), k, l));
  v128.store(to + apart, clamp(f32x4.div(pb, ub), k, l));
  v128.store(to + 2 * apart, clamp(f32x4.div(pc, uc), k, l));
  v128.store(to + 3 * apart, clamp(f32x4.div(pe, ue), k, l));
}

/**
 * 2^k times the Taylor sum of degree 7 of the rest, |rest| <= ln(2) / 2; relative error below 3e-7.
 * Arguments are held within [-80, 80], so that no result is subnormal.
 */
// @ts-ignore: decorator
@inline
export function exp(a: v128): v128 {
  const x = clamp(a, constant(13), constant(14));
  const k = f32x4.nearest(f32x4.mul(x, constant(15)));
  // ln(2) in two parts; the first has so few bits that k times it is exact.
  let r = f32x4.sub(x, f32x4.mul(k, constant(16)));
  r = f32x4.add(r, f32x4.mul(k, constant(17)));
  let s = horner(r, constant(18), constant(19));
  s = horner(r, s, constant(20));
  s = horner(r, s, constant(21));
  s = horner(r, s, constant(22));
  s = horner(r, s, constant(23));
  s = horner(r, s, constant(9));
  s = horner(r, s, constant(9));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(k), i32x4.splat(127)), 23);
  return f32x4.mul(s, power);
}

/** log(1 + x) for 0 <= x <= 1 as 2 artanh(x / (2 + x)); absolute error below 1.5e-7. */
// @ts-ignore: decorator
@inline
export function log1p(x: v128): v128 {
  const s = f32x4.div(x, f32x4.add(splat(2), x));
  const t = f32x4.mul(s, s);
  let sum = madd(t, splat(2.0 / 13.0), 2.0 / 11.0);
  sum = madd(t, sum, 2.0 / 9.0);
  sum = madd(t, sum, 2.0 / 7.0);
  sum = madd(t, sum, 2.0 / 5.0);
  sum = madd(t, sum, 2.0 / 3.0);
  sum = madd(t, sum, 2);
  return f32x4.mul(s, sum);
}

/** [a0, b0, a1, b1] */
// @ts-ignore: decorator
@inline
export function low(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 0, 4, 1, 5);
}

/** [a2, b2, a3, b3] */
// @ts-ignore: decorator
@inline
export function high(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 2, 6, 3, 7);
}

/** [a0, a1, b0, b1] */
// @ts-ignore: decorator
@inline
export function front(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 0, 1, 4, 5);
}

/** [a2, a3, b2, b3] */
// @ts-ignore: decorator
@inline
export function back(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 2, 3, 6, 7);
}

/** [sum a, sum b, sum c, sum d], each as (x0 + x2) + (x1 + x3). */
// @ts-ignore: decorator
@inline
export function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(low(a, b), high(a, b));
  const cd = f32x4.add(low(c, d), high(c, d));
  return f32x4.add(front(ab, cd), back(ab, cd));
}

/** The sum of the four, as (x0 + x2) + (x1 + x3). */
// @ts-ignore: decorator
@inline
export function sum(a: v128): f32 {
  const pair = f32x4.add(a, back(a, a));
  return f32x4.extract_lane(pair, 0) + f32x4.extract_lane(pair, 1);
}
