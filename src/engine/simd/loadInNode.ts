/**
 * @file Starts the SIMD engine in Node. Never imported by the page.
 */
import { readFile } from "node:fs/promises";
import type { Engine } from "../ensemble";
import { compileKernel, createSimdEngine } from "./simd";

const KERNEL = new URL("../../../build/kernel.wasm", import.meta.url);

export async function loadKernelModule(): Promise<WebAssembly.Module> {
  return compileKernel(new Uint8Array(await readFile(KERNEL)));
}

export async function loadSimdEngine(): Promise<Engine> {
  return createSimdEngine(await loadKernelModule());
}
