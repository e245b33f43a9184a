/**
 * @file Starts the SIMD engine in a page or its worker.
 */
import url from "../../../build/kernel.wasm?url";
import type { Engine } from "../ensemble";
import { compileKernel, createSimdEngine } from "./simd";

export async function loadSimdEngine(): Promise<Engine> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`its kernel did not load (${response.status})`);
  return createSimdEngine(compileKernel(await response.arrayBuffer()));
}
