/**
 * @file What a browser's worker lends to the subjects.
 */

import plain from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import simd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import threaded from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url";
import kernel from "../../../build/kernel.wasm?url";
import { compileKernel, startKernel } from "../../../src/engine/simd/simd";
import type { Tools } from "../tools";

const WASM = {
  "tfjs-backend-wasm.wasm": plain,
  "tfjs-backend-wasm-simd.wasm": simd,
  "tfjs-backend-wasm-threaded-simd.wasm": threaded,
} as const;

export const BROWSER_TOOLS: Tools = {
  kernel: async () => startKernel(compileKernel(await (await fetch(kernel)).arrayBuffer())),
  async tfjs(backend) {
    const { env, setBackend } = await import("@tensorflow/tfjs");
    if (backend === "wasm") (await import("@tensorflow/tfjs-backend-wasm")).setWasmPaths(WASM);
    env().set("SOFTWARE_WEBGL_ENABLED", true);
    if (!(await setBackend(backend))) throw new Error(`tfjs does not start on ${backend}`);
  },
  webgl: async () => (await import("../../../src/engine/webgl/webgl")).createWebglEngine(),
  python: () => Promise.reject(new Error("a browser has no Python")),
};
