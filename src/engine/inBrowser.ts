/**
 * @file The engines as a browser starts them.
 */
import { makeComparison } from "./comparison";
import type { Loaders } from "./engines";
import { referenceEngine } from "./reference/reference";
import { loadSimdEngine } from "./simd/loadInBrowser";
import { refuseWebgl } from "./webgl/context";

export const BROWSER_ORDER = ["simd", "webgl", "reference"] as const;

export const BROWSER_LOADERS: Loaders = {
  simd: loadSimdEngine,
  /** tfjs is large and most workers never need it: it is loaded when it is asked for. */
  webgl: async () => (await import("./webgl/webgl")).createWebglEngine(),
  reference: async () => referenceEngine,
};

export const compareInBrowser = () =>
  makeComparison({ loaders: BROWSER_LOADERS, refuseWebgl, now: () => performance.now() });
