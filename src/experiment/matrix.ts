/**
 * @file A custom relation, or a split of one's own, as text: n * n bits, row-major, six to a base64url character.
 */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const characters = (n: number): number => Math.ceil((n * n) / 6);

/** Whether `text` is empty or holds exactly n * n bits. */
export const matrixFits = (text: string, n: number): boolean =>
  text === "" || text.length === characters(n);

/** `bits` is [N] of 0 and 1. */
export const countOnes = (bits: Uint8Array): number => bits.reduce((sum, bit) => sum + bit, 0);

/** `truth` is [n * n] of 0 and 1. */
export const packMatrix = (truth: Uint8Array): string =>
  Array.from({ length: Math.ceil(truth.length / 6) }, (_, c) => {
    let bits = 0;
    for (let b = 0; b < 6; b++) bits = bits * 2 + (truth[c * 6 + b] ?? 0);
    return ALPHABET[bits];
  }).join("");

/**
 * The same matrix for another number of elements: what both have in common stays, new pairs are
 * `beyond`. The empty text stays empty.
 */
export function resizeMatrix(text: string, from: number, to: number, beyond: 0 | 1): string {
  if (text === "" || from === to) return text;
  const before = unpackMatrix(text, from);
  return packMatrix(
    Uint8Array.from({ length: to * to }, (_, pair) => {
      const [x, y] = [Math.floor(pair / to), pair % to];
      return x < from && y < from ? before[x * from + y] : beyond;
    }),
  );
}

/** Inverse of `packMatrix`; the empty text is the identity relation. */
export function unpackMatrix(text: string, n: number): Uint8Array {
  const truth = new Uint8Array(n * n);
  if (text === "") {
    for (let x = 0; x < n; x++) truth[x * n + x] = 1;
    return truth;
  }
  for (let i = 0; i < truth.length; i++)
    truth[i] = (ALPHABET.indexOf(text[Math.floor(i / 6)]) >> (5 - (i % 6))) & 1;
  return truth;
}
