/**
 * @file The fingerprint of a run at a step: equal iff every bit of every parameter is equal, but for
 * a chance of 2^-64.
 */

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
/** WebAssembly leaves the bits of a NaN open; all of them count as this one. */
const NAN = 0x7fc00000;

/** FNV-1a, 64 bits, of `bytes`, as 16 hexadecimal digits. */
export function fnv1a(bytes: Iterable<number>): string {
  let hash = OFFSET;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(16, "0");
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
  const digits = fnv1a(bytesOf(parameters));
  return `${digits.slice(0, 8)}-${digits.slice(8)}`;
}
