/**
 * @file A process of the benchmark in Node.
 */
import { readFile } from "node:fs/promises";
import { setBackend } from "@tensorflow/tfjs-core";
import { compileKernel, startKernel } from "../../src/engine/simd/simd";
import { answer, makeService, type Question } from "./service";
import type { Backend, Tools } from "./tools";

/** The kernel's file and the folder of tfjs's WebAssembly. */
const [kernelFile, wasmFolder] = process.argv.slice(2);

const REGISTER: Readonly<Record<Backend, () => Promise<unknown>>> = {
  cpu: () => import("@tensorflow/tfjs-backend-cpu"),
  async wasm() {
    const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
    setWasmPaths(wasmFolder);
  },
  webgl: () => Promise.reject(new Error("Node has no WebGL")),
};

const NODE_TOOLS: Tools = {
  kernel: async () => startKernel(compileKernel(new Uint8Array(await readFile(kernelFile)))),
  async tfjs(backend) {
    await import("@tensorflow/tfjs-core/dist/register_all_gradients");
    await REGISTER[backend]();
    if (!(await setBackend(backend))) throw new Error(`tfjs does not start on ${backend}`);
  },
  webgl: () => Promise.reject(new Error("Node has no WebGL")),
};

const service = makeService(NODE_TOOLS);

process.on("message", async (question: Question | "processor") => {
  if (question !== "processor") process.send?.(await answer(service, question));
  else {
    const { user, system } = process.cpuUsage();
    process.send?.({ value: (user + system) / 1e6 });
  }
});
