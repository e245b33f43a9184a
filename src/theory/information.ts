/**
 * @file Eq. (1) to (4) of section 3, how much data, with the inverses of (2) and (4).
 *
 * A description of b bits is b buckets; each of m samples is a ball thrown into one of them.
 */

/** (1 - 1/b)^m, the share of buckets that stay empty; b >= 1 bits, m >= 0 samples. */
const empty = (bits: number, samples: number): number =>
  samples === 0 ? 1 : Math.exp(samples * Math.log1p(-1 / bits));

/** Eq. (1): expected number of bits that the samples have fixed. */
export const fixedBits = (bits: number, samples: number): number =>
  bits * inferableFraction(bits, samples);

/** Eq. (2): share of the data that follows from m samples; `bits` >= 1. */
export const inferableFraction = (bits: number, samples: number): number =>
  samples === 0 ? 0 : -Math.expm1(samples * Math.log1p(-1 / bits));

/** Inverse of Eq. (2): samples, not rounded, after which a share 0 <= `fraction` < 1 follows. */
export const samplesForFraction = (bits: number, fraction: number): number =>
  Math.log1p(-fraction) / Math.log1p(-1 / bits) + 0;

/** Eq. (3): training fraction of `pairs` at which Eq. (2) reaches `accuracy`. */
export const criticalFraction = (accuracy: number, bits: number, pairs: number): number =>
  samplesForFraction(bits, accuracy) / pairs;

/** The better of the two constant guesses, max(p, 1 - p). */
export const bestGuess = (p: number): number => Math.max(p, 1 - p);

/** Eq. (4): accuracy when what does not follow is guessed; `p` is the paper's p*. */
export const guessedAccuracy = (bits: number, samples: number, p: number): number =>
  1 - (1 - bestGuess(p)) * empty(bits, samples);

/**
 * Inverse of Eq. (4): samples, not rounded, after which `accuracy` < 1 is reached; 0 if a guess
 * alone reaches it.
 */
export const samplesForAccuracy = (bits: number, accuracy: number, p: number): number =>
  accuracy <= bestGuess(p)
    ? 0
    : (Math.log1p(-accuracy) - Math.log1p(-bestGuess(p))) / Math.log1p(-1 / bits);
