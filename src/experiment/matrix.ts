/**
 * @file A custom relation as text: n * n bits, row-major, six to a base64url character.
 */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const characters = (n: number): number => Math.ceil((n * n) / 6);

/** Whether `text` is empty or holds exactly n * n bits. */
export const matrixFits = (text: string, n: number): boolean =>
  text === "" || text.length === characters(n);

/** `truth` is [n * n] of 0 and 1. */
export const packMatrix = (truth: Uint8Array): string =>
  Array.from({ length: Math.ceil(truth.length / 6) }, (_, c) => {
    let bits = 0;
    for (let b = 0; b < 6; b++) bits = bits * 2 + (truth[c * 6 + b] ?? 0);
    return ALPHABET[bits];
  }).join("");

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
