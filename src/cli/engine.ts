/**
 * @file The engine of headless runs.
 */
import type { Engine } from "../engine/ensemble";
import { referenceEngine } from "../engine/reference/reference";
import { loadSimdEngine } from "../engine/simd/loadInNode";

/** The SIMD engine; where it does not start the reference, with a line on stderr that says why. */
export async function openEngine(): Promise<Engine> {
  try {
    return await loadSimdEngine();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`The SIMD engine does not start (${reason}); the slow reference trains instead.`);
    return referenceEngine;
  }
}
