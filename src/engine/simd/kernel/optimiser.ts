/**
 * @file One update of the parameters from the gradient: gradient descent, Adam, AdamW.
 *
 * Adam divides by the bias corrections; here they are folded into the rate and epsilon:
 * rate (m / c1) / (sqrt(v / c2) + eps) = (rate sqrt(c2) / c1) m / (sqrt(v) + eps sqrt(c2)).
 */
import { embeddingSize, gradient, moment1, moment2, parameters, size } from "./desk";
import { held, splat } from "./vector";

export const ADAM: i32 = 0;
export const GD: i32 = 2;

export const BETA1: f64 = 0.9;
export const BETA2: f64 = 0.999;
const EPSILON: f64 = 1e-8;

/** Moments below this are taken as 0: subnormal numbers are slow, and epsilon outweighs these. */
const NEGLIGIBLE: f32 = 1e-30;

/** Gradient descent over floats `from` (inclusive) to `to`, counted in bytes. */
function descend(from: usize, to: usize, rate: f64, keep: f64): void {
  const step = held(0, f32(rate));
  const kept = held(1, f32(keep));
  for (let i = from; i < to; i += 16) {
    const p = f32x4.mul(v128.load(parameters + i), kept);
    v128.store(parameters + i, f32x4.sub(p, f32x4.mul(step, v128.load(gradient + i))));
    v128.store(gradient + i, splat(0));
  }
}

/** Adam over bytes `from` to `to`; power1 and power2 are the betas to the power of the step. */
function adam(
  from: usize,
  to: usize,
  rate: f64,
  keep: f64,
  coupled: f64,
  power1: f64,
  power2: f64,
): void {
  const root = Math.sqrt(1 - power2);
  const step = held(0, f32((rate * root) / (1 - power1)));
  const epsilon = held(1, f32(EPSILON * root));
  const kept = held(2, f32(keep));
  const decay = held(3, f32(coupled));
  const beta1 = held(4, f32(BETA1));
  const beta2 = held(5, f32(BETA2));
  const rest1 = held(6, f32(1 - BETA1));
  const rest2 = held(7, f32(1 - BETA2));
  const least = held(8, NEGLIGIBLE);
  const zero = splat(0);
  const theta = parameters;
  const first = moment1;
  const second = moment2;
  const slope = gradient;
  for (let i = from; i < to; i += 16) {
    const p = f32x4.mul(v128.load(theta + i), kept);
    const g = f32x4.add(v128.load(slope + i), f32x4.mul(decay, p));
    v128.store(slope + i, zero);
    let m = f32x4.add(f32x4.mul(beta1, v128.load(first + i)), f32x4.mul(rest1, g));
    let v = f32x4.add(f32x4.mul(beta2, v128.load(second + i)), f32x4.mul(rest2, f32x4.mul(g, g)));
    m = v128.and(m, f32x4.ge(f32x4.abs(m), least));
    v = v128.and(v, f32x4.ge(v, least)); // never negative
    v128.store(first + i, m);
    v128.store(second + i, v);
    const change = f32x4.div(f32x4.mul(step, m), f32x4.add(f32x4.sqrt(v), epsilon));
    v128.store(theta + i, f32x4.sub(p, change));
  }
}

/**
 * The embedding moves with encoderRate and never decays, the decoder with decoderRate. Leaves the gradient at
 * zero, for the next step to add to.
 */
export function update(
  optimiser: i32,
  encoderRate: f64,
  decoderRate: f64,
  decay: f64,
  power1: f64,
  power2: f64,
): void {
  const middle = usize(embeddingSize) << 2;
  const end = usize(size) << 2;
  const keep = optimiser == ADAM ? 1 : 1 - decoderRate * decay;
  if (optimiser == GD) {
    descend(0, middle, encoderRate, 1);
    descend(middle, end, decoderRate, keep);
  } else {
    const coupled = optimiser == ADAM ? decay : 0;
    adam(0, middle, encoderRate, 1, 0, power1, power2);
    adam(middle, end, decoderRate, keep, coupled, power1, power2);
  }
}
