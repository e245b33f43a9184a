/**
 * @file What a browser's worker lends to the subjects.
 */

import plain from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import simd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import threaded from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url";
import { env, setBackend } from "@tensorflow/tfjs-core";
import kernel from "../../../build/kernel.wasm?url";
import { compileKernel, startKernel } from "../../../src/engine/simd/simd";
import type { Backend, Tools } from "../tools";

const REGISTER: Readonly<Record<Backend, () => Promise<unknown>>> = {
  cpu: () => import("@tensorflow/tfjs-backend-cpu"),
  async wasm() {
    const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
    setWasmPaths({
      "tfjs-backend-wasm.wasm": plain,
      "tfjs-backend-wasm-simd.wasm": simd,
      "tfjs-backend-wasm-threaded-simd.wasm": threaded,
    });
  },
  async webgl() {
    await import("@tensorflow/tfjs-backend-webgl");
    env().set("SOFTWARE_WEBGL_ENABLED", true);
  },
};

export const BROWSER_TOOLS: Tools = {
  kernel: async () => startKernel(compileKernel(await (await fetch(kernel)).arrayBuffer())),
  async tfjs(backend) {
    await import("@tensorflow/tfjs-core/dist/register_all_gradients");
    await REGISTER[backend]();
    if (!(await setBackend(backend))) throw new Error(`tfjs does not start on ${backend}`);
  },
  webgl: async () => (await import("../../../src/engine/webgl/webgl")).createWebglEngine(),
};
