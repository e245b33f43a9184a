/**
 * @file The fingerprint of a run at a step: equal iff every bit of every parameter is equal, but for
 * a chance of 2^-64.
 */

/** WebAssembly leaves the bits of a NaN open; all of them count as this one. */
const NAN = 0x7fc00000;

const digits = (word: number): string => word.toString(16).padStart(8, "0");

/** FNV-1a, 64 bits, of `bytes`, as 16 hexadecimal digits. */
export function fnv1a(bytes: Iterable<number>): string {
  // The offset basis, and its product with the prime 2^40 + 0x1b3, as words of 32 bits: exact in doubles.
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of bytes) {
    low = (low ^ byte) >>> 0;
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 2 ** 32) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return digits(high) + digits(low);
}

function* bytesOf(parameters: Float32Array): Generator<number> {
  const words = new Uint32Array(parameters.buffer, parameters.byteOffset, parameters.length);
  for (let i = 0; i < words.length; i++) {
    const word = Number.isNaN(parameters[i]) ? NAN : words[i];
    for (let shift = 0; shift < 32; shift += 8) yield (word >>> shift) & 0xff;
  }
}

/** The fingerprint of a parameter vector [P]: its float32 bits, low byte first, as "xxxxxxxx-xxxxxxxx". */
export function fingerprint(parameters: Float32Array): string {
  const text = fnv1a(bytesOf(parameters));
  return `${text.slice(0, 8)}-${text.slice(8)}`;
}
