/**
 * @file The engine of headless runs.
 */
import { loadSimdEngine } from "../engine/simd/loadInNode";
import type { EngineName } from "../run/wire";

/** The SIMD engine; where it does not start the reference, with a line on stderr that says why. */
export async function headlessEngine(): Promise<EngineName> {
  try {
    await loadSimdEngine();
    return "simd";
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`The SIMD engine does not start (${reason}); the slow reference trains instead.`);
    return "reference";
  }
}
