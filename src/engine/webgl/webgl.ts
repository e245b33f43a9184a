/**
 * @file The engine on the graphics card.
 */
import type { Engine } from "../ensemble";
import { openDevice } from "./backend";
import { createInParts } from "./parts";

export interface WebglEngine extends Engine {
  /** Whether the renderer runs on the processor: right, but slow. */
  readonly software: boolean;
}

/** Rejects with a sentence where WebGL 2 with float32 textures is missing. */
export async function createWebglEngine(): Promise<WebglEngine> {
  const device = await openDevice();
  return {
    name: "webgl",
    detail: device.renderer,
    precision: "float32",
    software: device.software,
    create: async (settings) => createInParts(settings, device),
  };
}
