/**
 * @file The worker that trains, where every WebGL is taken for fast, and which breaks when it is told.
 */
import type { MathBackendWebGL } from "@tensorflow/tfjs-backend-webgl/dist/base";
import { backend } from "@tensorflow/tfjs-core";
import { type Chooser, makeChooser } from "../../src/engine/chooser";
import { makeComparison } from "../../src/engine/comparison";
import { openEngine } from "../../src/engine/engines";
import { serve } from "../../src/engine/serve";
import { loadSimdEngine } from "../../src/engine/simd/loadInBrowser";
import { createWebglEngine } from "../../src/engine/webgl/webgl";
import type { Reply, Request } from "../../src/run/wire";

/** `measure` compares as on a card, `move` finds WebGL faster. */
export type Mood = "measure" | "move";
export type Blow = "lose context" | "throw";

/** The part of the worker's scope that is used here; the DOM library that the tests see lacks it. */
declare const self: {
  readonly name: string;
  postMessage(message: Reply, transfer: Transferable[]): void;
  addEventListener(
    type: "message",
    listener: (event: MessageEvent<Request | { readonly blow: Blow }>) => void,
  ): void;
};

const loaders = { simd: loadSimdEngine, webgl: createWebglEngine };
const now = () => performance.now();
const comparison = makeComparison({ loaders, refuseWebgl: () => null, now });
const chooser = makeChooser(["simd", "webgl"], loaders, comparison);
const moving: Chooser = {
  open: chooser.open,
  compare: async ({ engine, settings, without }, current) =>
    engine === "auto" && current === "simd" && !without?.webgl
      ? openEngine(settings, "webgl", ["webgl"], loaders)
      : null,
};

const strike: Record<Blow, () => void> = {
  "lose context": () => {
    const { gl } = (backend() as MathBackendWebGL).getGPGPUContext();
    gl.getExtension("WEBGL_lose_context")?.loseContext();
  },
  throw: () => {
    throw new Error("struck");
  },
};

serve(
  {
    postMessage: (message, transfer) => self.postMessage(message, transfer),
    onRequest: (listener) =>
      self.addEventListener("message", ({ data }) => {
        if ("blow" in data) strike[data.blow]();
        else listener(data);
      }),
  },
  self.name === ("move" satisfies Mood) ? moving : chooser,
);
