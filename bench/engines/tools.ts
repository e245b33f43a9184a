/**
 * @file What a place lends to the subjects: its ways to start kernels and libraries.
 */
import type { Engine } from "../../src/engine/ensemble";
import type { Kernel } from "../../src/engine/simd/desk";

export type Backend = "cpu" | "wasm" | "webgl";

export interface Tools {
  /** A SIMD kernel of one's own. */
  readonly kernel: () => Promise<Kernel>;
  /** Makes this backend the one of tfjs; rejects with a sentence where it does not start. */
  readonly tfjs: (backend: Backend) => Promise<void>;
  /** The product's engine on the graphics card; rejects with a sentence where there is none. */
  readonly webgl: () => Promise<Engine>;
}
