/**
 * @file What is measured against what: the default run, written in every way.
 */
import { simdEngine } from "../../src/engine/simd/simd";
import { DEFAULTS } from "../../src/experiment/params";
import type { Subject } from "./subject";
import { makeEnsemble } from "./subjects/engine";
import { makeJax } from "./subjects/jax";
import { makeTypedArray } from "./subjects/typedArray";
import type { Backend, Tools } from "./tools";

export type PlaceName = "chromium" | "node";

export interface Variant {
  readonly make: (tools: Tools) => Promise<Subject>;
  readonly places: readonly PlaceName[];
  /** Workers that each train a subject of their own. */
  readonly workers: number;
  readonly replicas: number;
  /** Fewest steps of a measurement: each call of an engine also evaluates every replica once. */
  readonly fewest: number;
}

const EVERYWHERE = ["chromium", "node"] as const;

const one = (make: Variant["make"], places: readonly PlaceName[] = EVERYWHERE): Variant => ({
  make,
  places,
  workers: 1,
  replicas: 1,
  fewest: 1,
});

const naive = (backend: Backend) => async (tools: Tools) => {
  await tools.tfjs(backend);
  // The whole of tfjs, which no other subject should have in its worker.
  const { makeNaive } = await import("./subjects/naive");
  return makeNaive(DEFAULTS, backend === "wasm" ? "one-hot" : "gather");
};

const simd =
  (replicas: number, batch = DEFAULTS.batch) =>
  async (tools: Tools) =>
    makeEnsemble(simdEngine(await tools.kernel()), { ...DEFAULTS, batch }, replicas);

const fused = (replicas: number): Variant => ({
  ...one(async (tools) => makeEnsemble(await tools.webgl(), DEFAULTS, replicas), ["chromium"]),
  replicas,
});

/** In the order of a round: what is compared stands side by side. */
export const VARIANTS = {
  "naive tfjs, cpu": one(naive("cpu")),
  "jax-js, wasm": one(() => makeJax(DEFAULTS)),
  "naive tfjs, wasm": one(naive("wasm")),
  "SIMD, 1 replica": one(simd(1)),
  "typed arrays": one(async () => makeTypedArray(DEFAULTS)),
  "SIMD, batch 64": one(simd(1, 64)),
  "SIMD, 100 replicas": { ...one(simd(100)), replicas: 100, fewest: 30 },
  "SIMD, 2 workers": { ...one(simd(1)), workers: 2 },
  "naive tfjs, webgl": one(naive("webgl"), ["chromium"]),
  "fused WebGL, 1 replica": fused(1),
  "fused WebGL, 16 replicas": fused(16),
  "fused WebGL, 100 replicas": fused(100),
} as const satisfies Readonly<Record<string, Variant>>;

export type VariantName = keyof typeof VARIANTS;

export const VARIANT_NAMES = Object.keys(VARIANTS) as VariantName[];
