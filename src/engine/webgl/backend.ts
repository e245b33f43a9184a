/**
 * @file Starts tfjs on WebGL and guards what it is asked: tfjs itself reports neither a lost context
 * nor a read that will never settle.
 */

import {
  GPGPUContext,
  MathBackendWebGL,
  setWebGLContext,
} from "@tensorflow/tfjs-backend-webgl/dist/base";
import { env, getBackend, registerBackend, removeBackend, setBackend } from "@tensorflow/tfjs-core";
import { type Card, launch, makeCard, NO_STEP } from "./card";
import { isSoftware, openContext, rendererOf } from "./context";
import { main } from "./glsl";

/** Milliseconds that a card may take for its first answer. */
const STARTUP = 10_000;

/** Bytes of textures beyond which freed ones are given back instead of kept for the next shape. */
const HOARD = 2 ** 29;

export interface Device {
  readonly renderer: string;
  /** Whether the renderer runs on the processor: right, but slow. */
  readonly software: boolean;
  readonly card: Card;
  /** Largest side of a texture. */
  readonly textureLimit: number;
  /** Passes `result` on; rejects when the context is lost first or after `limit` milliseconds. */
  guard<T>(result: Promise<T>, limit: number): Promise<T>;
  /** Throws once the context is lost. */
  check(): void;
}

function makeGuard(
  gl: WebGL2RenderingContext,
  canvas: OffscreenCanvas,
): Pick<Device, "guard" | "check"> {
  const lost = new Error("The graphics context was lost.");
  let isLost = false;
  const waiting = new Set<(reason: Error) => void>();
  canvas.addEventListener("webglcontextlost", () => {
    isLost = true;
    for (const reject of waiting) reject(lost);
  });
  return {
    check() {
      if (isLost || gl.isContextLost()) throw lost;
    },
    guard: <T>(result: Promise<T>, limit: number) =>
      new Promise<T>((resolve, reject) => {
        if (isLost) return reject(lost);
        const late = () => reject(new Error(`The graphics card gave no answer in ${limit} ms.`));
        const timer = setTimeout(late, limit);
        waiting.add(reject);
        const settled = () => {
          clearTimeout(timer);
          waiting.delete(reject);
        };
        // A read that settles after the loss gives zeros, perhaps before the loss is told.
        const settle = (value: T) => (gl.isContextLost() ? reject(lost) : resolve(value));
        result.then(settle, reject).finally(settled);
      }),
  };
}

/** Of a number near 1, in half floats. */
const HALF_ROUNDING = 2 ** -9;

/** Sends a number to the card, through a program and back, as every run will. */
async function refuseCoarse({ card, guard }: Pick<Device, "card" | "guard">): Promise<void> {
  const half = 0.5 + 2 ** -20;
  const sent = card.upload(1, 1, new Float32Array(4).fill(half));
  const twice = main(1, 1, "setOutput(2.0 * texelFetch(sent, at, 0));");
  const got = card.run(launch("got", [1, 1], ["sent"], twice), { sent }, NO_STEP);
  try {
    const values = await guard(card.read(got), STARTUP);
    if (values.every((value) => value === 2 * half)) return;
    const near = values.every((value) => Math.abs(value - 2 * half) < HALF_ROUNDING);
    throw new Error(
      near
        ? "WebGL here computes in less than float32"
        : "WebGL here hands back other numbers than it computed, as protection against fingerprinting does",
    );
  } finally {
    card.free(sent);
    card.free(got);
  }
}

/**
 * Makes WebGL the backend of tfjs, on a context of its own; any earlier one is given up, which is
 * how a lost one is recovered from. Rejects with a sentence where float32 WebGL 2 is missing.
 */
async function startWebgl(): Promise<Device> {
  const { gl, canvas } = openContext();
  env().set("SOFTWARE_WEBGL_ENABLED", true);
  env().set("WEBGL_CPU_FORWARD", false);
  env().set("WEBGL_DELETE_TEXTURE_THRESHOLD", HOARD);
  setWebGLContext(2, gl);
  removeBackend("webgl");
  const backend = new MathBackendWebGL(new GPGPUContext(gl));
  registerBackend("webgl", () => backend);
  if (!(await setBackend("webgl")) || getBackend() !== "webgl")
    throw new Error("tfjs would not start on WebGL.");
  const renderer = rendererOf(gl);
  const device: Device = {
    renderer,
    software: isSoftware(renderer),
    card: makeCard(backend),
    textureLimit: env().getNumber("WEBGL_MAX_TEXTURE_SIZE"),
    ...makeGuard(gl, canvas),
  };
  await refuseCoarse(device);
  return device;
}

/** tfjs has one backend to a thread: all share it, and its compiled programs, until it is lost. */
let shared: Promise<Device> | undefined;

/** The device of this thread, started if need be. Rejects as `startWebgl` does. */
export async function openDevice(): Promise<Device> {
  try {
    const device = await shared;
    device?.check();
    if (device) return device;
  } catch {
    // It never started or is lost: a new one is tried.
  }
  shared = startWebgl();
  return shared;
}
