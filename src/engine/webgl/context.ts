/**
 * @file WebGL in this thread as the browser gives it: what can be known before tfjs is loaded.
 */

import { sentence } from "../../experiment/sentence";

/** Renderers that draw on the processor. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|lavapipe/i;

interface Context {
  readonly gl: WebGL2RenderingContext;
  readonly canvas: OffscreenCanvas;
}

/** A context that can compute in float32; throws a sentence where there is none. */
export function openContext(): Context {
  const canvas = typeof OffscreenCanvas === "undefined" ? null : new OffscreenCanvas(1, 1);
  const gl = canvas?.getContext("webgl2", { alpha: false, antialias: false, depth: false });
  if (!canvas || !gl) throw new Error("no WebGL in workers in this browser");
  if (!gl.getExtension("EXT_color_buffer_float"))
    throw new Error("WebGL here cannot compute in float32: its textures hold no floats");
  return { gl, canvas };
}

export function rendererOf(gl: WebGL2RenderingContext): string {
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  return String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}

/** Whether a renderer runs on the processor: right, but slow. */
export const isSoftware = (renderer: string): boolean => SOFTWARE.test(renderer);

/** Why this renderer need not be measured; null where it may be fast. */
export const refuseRenderer = (renderer: string): string | null =>
  isSoftware(renderer) ? `software renderer (${renderer})` : null;

/** Why WebGL need not be tried here; null where it may be fast. */
export function refuseWebgl(): string | null {
  try {
    const { gl } = openContext();
    const refusal = refuseRenderer(rendererOf(gl));
    gl.getExtension("WEBGL_lose_context")?.loseContext(); // Browsers allow few contexts at a time.
    return refusal;
  } catch (error) {
    return sentence(error);
  }
}
