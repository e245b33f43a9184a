/**
 * @file What a place lends to the subjects: its ways to start kernels and libraries.
 */
import type { Engine } from "../../src/engine/ensemble";
import type { Kernel } from "../../src/engine/simd/desk";

export type Backend = "cpu" | "wasm" | "webgl";

/** What a researcher would write the network in. */
export type Library = "torch" | "numpy";

/** A process that answers a line of JSON with a line of JSON, one after another. */
export interface Talk {
  ask(line: unknown): Promise<Record<string, unknown>>;
  end(): void;
}

export interface Tools {
  /** A SIMD kernel of one's own. */
  readonly kernel: () => Promise<Kernel>;
  /** Makes this backend the one of tfjs; rejects with a sentence where it does not start. */
  readonly tfjs: (backend: Backend) => Promise<void>;
  /** The product's engine on the graphics card; rejects with a sentence where there is none. */
  readonly webgl: () => Promise<Engine>;
  /** Starts subjects/peer.py on one thread; rejects with a sentence where no Python has the library. */
  readonly python: (library: Library) => Promise<Talk>;
}
