/**
 * @file A process of the benchmark in Node.
 */
import { readFile } from "node:fs/promises";
import { compileKernel, startKernel } from "../../src/engine/simd/simd";
import { type Lent, startPython } from "./python";
import { answer, makeService, type Question } from "./service";
import type { Tools } from "./tools";

const lent = JSON.parse(process.argv[2]) as Lent;

const NODE_TOOLS: Tools = {
  kernel: async () => startKernel(compileKernel(new Uint8Array(await readFile(lent.kernel)))),
  async tfjs(backend) {
    const { setBackend } = await import("@tensorflow/tfjs");
    if (backend === "wasm") (await import("@tensorflow/tfjs-backend-wasm")).setWasmPaths(lent.wasm);
    if (!(await setBackend(backend))) throw new Error(`tfjs does not start on ${backend}`);
  },
  webgl: () => Promise.reject(new Error("Node has no WebGL")),
  python: async (library) => startPython(lent, library),
};

const service = makeService(NODE_TOOLS);

process.on("message", async (question: Question | "processor") => {
  if (question !== "processor") process.send?.(await answer(service, question));
  else {
    const { user, system } = process.cpuUsage();
    process.send?.({ value: (user + system) / 1e6 });
  }
});
