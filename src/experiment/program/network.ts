/**
 * @file The network of a program in whatever library: its sizes and `experiment/initial.ts` in Python.
 */
import type { Settings } from "../params";
import { heading } from "./pieces";

const INPUTS: Readonly<Record<Settings["mode"], string>> = {
  concat: "2 * D",
  difference: "D",
  "squared-difference": "D",
};

export const networkSection = ({ mode, depth }: Settings): string => `
${heading("Network")}

SIZES = [${INPUTS[mode]}]${depth > 0 ? " + DEPTH * [WIDTH] + " : " + "}[1]  # of the decoder: input, ${depth > 0 ? "hidden layers, " : ""}output


def first_parameters():
    """Embedding [N, D]; weights [fan_in, fan_out] and biases [fan_out] of the decoder."""
    embedding = EMBEDDING_SIGMA * normal("embedding", np.arange(N * D)).reshape(N, D)
    weights, biases, drawn = [], [], 0
    for fan_in, fan_out in zip(SIZES, SIZES[1:]):
        index = np.arange(drawn, drawn + (fan_in + 1) * fan_out)
        drawn += len(index)
        bound = DECODER_SIGMA / math.sqrt(fan_in)
        layer = bound * (2 * uniform("decoder", index) - 1)
        weights.append(single(layer[: fan_in * fan_out].reshape(fan_in, fan_out)))
        biases.append(single(layer[fan_in * fan_out :]))
    return single(embedding), weights, biases


def single(x):
    """Rounded to single precision, as the first parameters are in the page."""
    return x.astype(np.float32).astype(np.float64)`;
