/** @file One pair of repons, faster than the decoder and slower: what the scenes show. */
import type { Setup } from "./params";

/** Repons at (x, y) and at its opposite. */
export const start = (x: number, y: number) => ({ x1x: x, x1y: y, x2x: -x, x2y: -y });

const PAIR: Partial<Setup> = { ...start(1.2, 0.9), angle: 25, stiff: 1.4, soft: 0.8 };
export const FAST_REPONS: Partial<Setup> = { ...PAIR, etaX: 1e-2 };
export const FAST_DECODER: Partial<Setup> = { ...PAIR, etaA: 1e-2 };
