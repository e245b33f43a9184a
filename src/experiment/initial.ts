/**
 * @file The first parameters of a run: embeddings N(0, embeddingSigma^2), decoder weights and biases
 * U(-1, 1) * decoderSigma / sqrt(fanIn). Our choice; the paper names none.
 */
import { gaussian, uniform } from "../theory/random";
import type { Settings } from "./params";
import { shapeOf } from "./shape";

/** Flat vector of `shapeOf(settings).size` numbers, rounded to float32 so that all engines agree. */
export function initialParameters(settings: Settings): Float32Array {
  const { embedding, layers, size } = shapeOf(settings);
  const { seed, embeddingSigma, decoderSigma } = settings;
  const parameters = new Float32Array(size);
  for (let i = 0; i < embedding; i++)
    parameters[i] = embeddingSigma * gaussian(seed, "embedding", i);
  for (const { fanIn, fanOut, weight, bias } of layers) {
    const bound = decoderSigma / Math.sqrt(fanIn);
    for (let i = weight; i < bias + fanOut; i++)
      parameters[i] = bound * (2 * uniform(seed, "decoder", i - embedding) - 1);
  }
  return parameters;
}
