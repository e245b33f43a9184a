/**
 * @file Counter-based randomness: a draw is a pure function of (seed, stream, index, lane).
 *
 * There is no cursor, so draws can be made in any order on any thread, and a new draw in one stream
 * shifts none in another. Only integer operations and + - * / sqrt in IEEE doubles are used, so
 * every engine and browser gets the same bits. `Math.log` and friends differ between browsers.
 */

/** What a draw is for. The numbers are part of every stored result: add, never renumber. */
export const STREAMS = {
  relation: 1,
  split: 2,
  embedding: 3,
  decoder: 4,
  batch: 5,
  mask: 6,
  inference: 7,
  repon: 8,
  resample: 9,
} as const;

export type Stream = keyof typeof STREAMS;

const rotl = (x: number, r: number): number => (x << r) | (x >>> (32 - r));

export const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const;
const [R0, R1, R2, R3, R4, R5, R6, R7] = ROTATIONS;

/**
 * Threefry-2x32, 20 rounds (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", 2011).
 * Returns two unsigned 32-bit words.
 */
export function threefry(
  key0: number,
  key1: number,
  counter0: number,
  counter1: number,
): readonly [number, number] {
  let first = key0 | 0;
  let second = key1 | 0;
  let third = 0x1bd11bda ^ key0 ^ key1;
  let a = (counter0 + first) | 0;
  let b = (counter1 + second) | 0;
  for (let injection = 1; injection <= 5; injection++) {
    const odd = injection % 2 === 1;
    a = (a + b) | 0;
    b = rotl(b, odd ? R0 : R4) ^ a;
    a = (a + b) | 0;
    b = rotl(b, odd ? R1 : R5) ^ a;
    a = (a + b) | 0;
    b = rotl(b, odd ? R2 : R6) ^ a;
    a = (a + b) | 0;
    b = rotl(b, odd ? R3 : R7) ^ a;
    a = (a + second) | 0;
    b = (b + third + injection) | 0;
    const used = first;
    first = second;
    second = third;
    third = used;
  }
  return [a >>> 0, b >>> 0];
}

/** An integer in [0, 2^52), uniform. */
function bits52(seed: number, stream: Stream, index: number, lane: number): number {
  const [high, low] = threefry(seed, STREAMS[stream], index, lane);
  return (high >>> 6) * 2 ** 26 + (low >>> 6);
}

/** Uniform draw in [0, 1). `seed`, `index` and `lane` are taken modulo 2^32. */
export const uniform = (seed: number, stream: Stream, index: number, lane = 0): number =>
  bits52(seed, stream, index, lane) / 2 ** 52;

/** Uniform integer in [0, count). The bias is below count / 2^52. */
export const integer = (
  seed: number,
  stream: Stream,
  index: number,
  count: number,
  lane = 0,
): number => Math.floor(uniform(seed, stream, index, lane) * count);

/** Standard normal draw. */
export const gaussian = (seed: number, stream: Stream, index: number, lane = 0): number =>
  normalQuantile((bits52(seed, stream, index, lane) + 0.5) / 2 ** 52);

/** A uniform permutation of 0..count-1 (Fisher-Yates). `lane` numbers the permutation. */
export function permutation(seed: number, stream: Stream, count: number, lane = 0): Int32Array {
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  for (let i = count - 1; i > 0; i--) {
    const j = integer(seed, stream, i, i + 1, lane);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

const words = new DataView(new ArrayBuffer(8));

/** Natural logarithm of a normal positive double by + - * / alone; relative error below 1e-15. */
export function exactLog(x: number): number {
  words.setFloat64(0, x);
  const high = words.getUint32(0);
  let exponent = (high >>> 20) - 1023;
  words.setUint32(0, (high & 0x000fffff) | (1023 << 20));
  let mantissa = words.getFloat64(0);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let sum = 0;
  for (let k = 23; k >= 1; k -= 2) sum = sum * square + 1 / k;
  return exponent * Math.LN2 + 2 * s * sum;
}

const horner = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, c) => sum * x + c, 0);

/** Coefficients of AS 241, numerator and denominator, from the constant term upwards. */
export const CENTRE = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
    45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597,
    39307.89580009271, 28729.085735721943, 5226.495278852854,
  ],
] as const;
export const TAIL = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
    1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
    0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
  ],
] as const;
export const FAR_TAIL = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
    0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
] as const;

/** Inverse of the standard normal distribution function, 0 < p < 1 (Wichura 1988, AS 241). */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * horner(CENTRE[0], r)) / horner(CENTRE[1], r);
  }
  const r = Math.sqrt(-exactLog(q < 0 ? p : 1 - p));
  const [[numerator, denominator], x] = r <= 5 ? [TAIL, r - 1.6] : [FAR_TAIL, r - 5];
  const z = horner(numerator, x) / horner(denominator, x);
  return q < 0 ? -z : z;
}
