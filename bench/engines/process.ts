/**
 * @file A process of the benchmark in Node.
 */
import { readFile } from "node:fs/promises";
import { compileKernel, startKernel } from "../../src/engine/simd/simd";
import { answer, makeService, type Question } from "./service";
import type { Tools } from "./tools";

/** The kernel's file and the folder of tfjs's WebAssembly. */
const [kernelFile, wasmFolder] = process.argv.slice(2);

const NODE_TOOLS: Tools = {
  kernel: async () => startKernel(compileKernel(new Uint8Array(await readFile(kernelFile)))),
  async tfjs(backend) {
    const { setBackend } = await import("@tensorflow/tfjs");
    if (backend === "wasm")
      (await import("@tensorflow/tfjs-backend-wasm")).setWasmPaths(wasmFolder);
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
