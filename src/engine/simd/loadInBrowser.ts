/**
 * @file Starts the SIMD engine in a page or its worker.
 */
import url from "../../../build/kernel.wasm?url";
import type { Engine } from "../ensemble";
import { compileKernel, createSimdEngine } from "./simd";

async function fetchKernel(): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.arrayBuffer();
}

/** The same bytes as code of the page: what blocks files by their kind takes the .wasm alone. */
async function importKernel(): Promise<Uint8Array<ArrayBuffer>> {
  const { default: data } = await import("../../../build/kernel.wasm?url&inline");
  return Uint8Array.from(atob(data.slice(data.indexOf(",") + 1)), (byte) => byte.charCodeAt(0));
}

/** Rejects with a sentence where it does not load or may not run. */
export async function loadSimdEngine(): Promise<Engine> {
  const bytes = await fetchKernel().catch((error: Error) =>
    importKernel().catch(() => {
      throw new Error(`its kernel did not load (${error.message})`);
    }),
  );
  return createSimdEngine(compileKernel(bytes));
}
