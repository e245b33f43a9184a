/**
 * @file Slopes and values of the two losses in the logit z, with s = 1 - 2 target and u = s z:
 * cross-entropy log(1 + exp(u)) and squared error sigmoid(u)^2.
 */
import { losses, share, sign } from "./desk";
import { exp, log1p, splat } from "./vector";

const BCE: i32 = 0;

/** Beyond, the slope is below 1e-26: taken as 0, or products with it would be subnormal and slow. */
const SATURATED: f32 = -60;

/** `logitSlopes` of a block: d loss / dz, over the number of pairs; 0 in padding rows. */
export function slopes(loss: i32, z: usize, to: usize, rows: usize, bytes: usize): void {
  for (let p: usize = 0; p < bytes; p += 16) {
    const s = v128.load(sign + rows + p);
    const u = f32x4.mul(s, v128.load(z + p));
    const e = exp(f32x4.neg(u));
    const one = splat(1);
    const sigmoid = f32x4.div(one, f32x4.add(one, e)); // sigmoid(u)
    let g = f32x4.mul(s, sigmoid);
    if (loss != BCE) {
      const other = f32x4.mul(e, sigmoid); // sigmoid(-u)
      g = f32x4.mul(f32x4.mul(f32x4.add(g, g), sigmoid), other);
    }
    g = f32x4.mul(g, v128.load(share + rows + p));
    v128.store(to + p, v128.and(g, f32x4.ge(u, splat(SATURATED))));
  }
}

/** `losses` of a block, one for each row. */
export function values(loss: i32, z: usize, rows: usize, bytes: usize): void {
  for (let p: usize = 0; p < bytes; p += 16) {
    const u = f32x4.mul(v128.load(sign + rows + p), v128.load(z + p));
    const e = exp(f32x4.neg(f32x4.abs(u)));
    const one = splat(1);
    let value: v128;
    if (loss == BCE) value = f32x4.add(f32x4.pmax(u, splat(0)), log1p(e));
    else {
      const positive = f32x4.ge(u, splat(0));
      const sigmoid = f32x4.div(v128.bitselect(one, e, positive), f32x4.add(one, e));
      value = f32x4.mul(sigmoid, sigmoid);
    }
    v128.store(losses + p, value);
  }
}
