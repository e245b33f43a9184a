/**
 * @file What is measured against what: the default run, written in every way.
 */
import { simdEngine } from "../../src/engine/simd/simd";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { COSTS, type CostName } from "./costs";
import type { Subject } from "./subject";
import { makeEnsemble } from "./subjects/engine";
import { makeJax } from "./subjects/jax";
import { makePeer } from "./subjects/peer";
import { makeTypedArray } from "./subjects/typedArray";
import type { Backend, Library, Tools } from "./tools";

export type PlaceName = "chromium" | "node";

export interface Variant {
  readonly make: (tools: Tools) => Promise<Subject>;
  readonly settings: Settings;
  readonly places: readonly PlaceName[];
  /** Workers that each train a subject of their own. */
  readonly workers: number;
  readonly replicas: number;
  /** Fewest steps of a measurement: each call of an engine also evaluates every replica once. */
  readonly fewest: number;
}

const EVERYWHERE = ["chromium", "node"] as const;

const one = (
  make: (tools: Tools, settings: Settings) => Promise<Subject>,
  places: readonly PlaceName[] = EVERYWHERE,
  change: Partial<Settings> = {},
): Variant => {
  const settings = { ...DEFAULTS, ...change };
  return {
    make: (tools) => make(tools, settings),
    settings,
    places,
    workers: 1,
    replicas: 1,
    fewest: 1,
  };
};

const naive = (backend: Backend, places?: readonly PlaceName[]) =>
  one(async (tools, settings) => {
    await tools.tfjs(backend);
    // The whole of tfjs, which no other subject should have in its worker.
    const { makeNaive } = await import("./subjects/naive");
    return makeNaive(settings, backend === "wasm" ? "one-hot" : "gather");
  }, places);

const peer = (library: Library, change?: Partial<Settings>) =>
  one(
    async (tools, settings) => makePeer(await tools.python(library), library, settings),
    ["node"],
    change,
  );

const simd = (replicas: number, places?: readonly PlaceName[], change?: Partial<Settings>) => ({
  ...one(
    async (tools, settings) => makeEnsemble(simdEngine(await tools.kernel()), settings, replicas),
    places,
    change,
  ),
  replicas,
});

const fused = (replicas: number): Variant => ({
  ...one(
    async (tools, settings) => makeEnsemble(await tools.webgl(), settings, replicas),
    ["chromium"],
  ),
  replicas,
});

const BATCH = { batch: 64 };

/** In the order of a round: what is compared stands side by side. */
const WAYS = {
  "naive tfjs, cpu": naive("cpu"),
  "jax-js, wasm": one((_, settings) => makeJax(settings)),
  "naive tfjs, wasm": naive("wasm"),
  NumPy: peer("numpy"),
  PyTorch: peer("torch"),
  "SIMD, 1 replica": simd(1),
  "typed arrays": one(async (_, settings) => makeTypedArray(settings)),
  "NumPy, batch 64": peer("numpy", BATCH),
  "PyTorch, batch 64": peer("torch", BATCH),
  "SIMD, batch 64": simd(1, EVERYWHERE, BATCH),
  "SIMD, 100 replicas": { ...simd(100), fewest: 30 },
  "SIMD, 2 workers": { ...simd(1), workers: 2 },
  "naive tfjs, webgl": naive("webgl", ["chromium"]),
  "fused WebGL, 1 replica": fused(1),
  "fused WebGL, 16 replicas": fused(16),
  "fused WebGL, 100 replicas": fused(100),
} as const satisfies Readonly<Record<string, Variant>>;

/** Ways to train the default network, and its batches of 64. */
export const WAY_NAMES = Object.keys(WAYS) as (keyof typeof WAYS)[];

const costs = Object.fromEntries(
  COSTS.flatMap(({ name, change }) => (name in WAYS ? [] : [[name, simd(1, ["node"], change)]])),
) as Record<CostName, Variant>;

export const VARIANTS: Readonly<Record<keyof typeof WAYS | CostName, Variant>> = {
  ...WAYS,
  ...costs,
};

export type VariantName = keyof typeof VARIANTS;

export const VARIANT_NAMES = Object.keys(VARIANTS) as VariantName[];
