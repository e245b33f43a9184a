/**
 * @file The engine of headless runs.
 */

import { loadSimdEngine } from "../engine/simd/loadInNode";
import { sentence } from "../experiment/sentence";
import type { EngineName } from "../run/engineChoice";

/** The SIMD engine; where it does not start the reference, with a line on stderr that says why. */
export async function headlessEngine(): Promise<EngineName> {
  try {
    await loadSimdEngine();
    return "simd";
  } catch (error) {
    const reason = sentence(error);
    console.error(`The SIMD engine does not start (${reason}); the slow reference trains instead.`);
    return "reference";
  }
}
