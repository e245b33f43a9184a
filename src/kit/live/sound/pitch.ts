/** @file Accuracies as tones. */

/** Hz at accuracy 0; an octave is half of all. */
const LOWEST = 220;
const OCTAVES = 2;

/** Frequency in Hz of an accuracy in [0, 1]: 220 at 0, 440 at one half, 880 at 1. */
export const pitchOf = (accuracy: number): number =>
  LOWEST * 2 ** (OCTAVES * Math.max(0, Math.min(1, accuracy)));
