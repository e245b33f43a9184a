/**
 * @file Network and training of a program in NumPy alone: the gradient is written out.
 */
import type { Settings } from "../params";
import { pairsOf } from "./data";
import { heading, paragraphs } from "./pieces";

/** The decoder's input, and what its slope says of the embeddings of x and of y. */
const MODES: Readonly<
  Record<Settings["mode"], { readonly input: string; readonly slopes: string }>
> = {
  concat: {
    input: "np.hstack((left, right))",
    slopes: "to_left, to_right = slope[:, :D], slope[:, D:]",
  },
  difference: {
    input: "left - right",
    slopes: "to_left, to_right = slope, -slope",
  },
  "squared-difference": {
    input: "(left - right) ** 2",
    slopes: `slope = 2 * (embedding[X[pairs]] - embedding[Y[pairs]]) * slope
    to_left, to_right = slope, -slope`,
  },
};

const LOSSES: Readonly<Record<Settings["loss"], string>> = {
  bce: `
def losses(z, truth):
    """Binary cross-entropy of each pair."""
    return np.logaddexp(0, np.where(truth, -z, z))


def loss_slope(z, truth):
    """Its derivative by z: sigmoid(z) - truth, which would lose digits in this form."""
    return np.where(truth, -sigmoid(-z), sigmoid(z))`,
  mse: `
def losses(z, truth):
    """Squared error of each pair."""
    return (sigmoid(z) - truth) ** 2


def loss_slope(z, truth):
    """Its derivative by z."""
    p = sigmoid(z)
    return 2 * (p - truth) * p * (1 - p)`,
};

const gradients = ({ mode, depth }: Settings): string => `
def gradients(pairs):
    """The slopes of the mean loss over \`pairs\`, in the order of \`parameters\`."""
    z, inputs = forward(pairs)
    slope = (loss_slope(z, TRUTH[pairs]) / len(pairs))[:, np.newaxis]
${
  depth === 0
    ? `    to_weights, to_biases = [inputs[0].T @ slope], [slope.sum(axis=0)]
    slope = slope @ weights[0].T`
    : `    to_weights, to_biases = [], []
    for layer in range(DEPTH, -1, -1):
        to_weights.insert(0, inputs[layer].T @ slope)
        to_biases.insert(0, slope.sum(axis=0))
        slope = slope @ weights[layer].T
        if layer > 0:
            slope = slope * (1 - inputs[layer] ** 2)  # of tanh`
}
    ${MODES[mode].slopes}
    one_hot = np.eye(N)
    to_embedding = one_hot[X[pairs]].T @ to_left + one_hot[Y[pairs]].T @ to_right
    return [to_embedding, *to_weights, *to_biases]`;

const forward = ({ mode, depth }: Settings): string => `
def forward(pairs):
    """The decoder's output for each pair before the sigmoid, and the input of each layer."""
    left, right = embedding[X[pairs]], embedding[Y[pairs]]
    inputs = [${MODES[mode].input}]
${
  depth === 0
    ? ""
    : `    for weight, bias in zip(weights[:-1], biases[:-1]):
        inputs.append(np.tanh(inputs[-1] @ weight + bias))
`
}    return (inputs[-1] @ weights[-1] + biases[-1])[:, 0], inputs`;

const RATE = "rate = ENCODER_RATE if i == 0 else DECODER_RATE  # the embedding is the first";

const SHRINK = `        if i > 0:
            parameters[i] *= 1 - DECODER_RATE * DECODER_DECAY
`;

function descent(settings: Settings): string {
  return `
def learn(step):
    """The \`step\`-th update: gradient descent."""
    for i, slope in enumerate(gradients(${pairsOf(settings)})):
        ${RATE}
${settings.decoderDecay > 0 ? SHRINK : ""}        parameters[i] -= rate * slope`;
}

/** What Adam and AdamW make of a decay. */
const DECAYS: Readonly<Record<"adam" | "adamw", string>> = {
  adam: `        if i > 0:
            slope = slope + DECODER_DECAY * parameters[i]
`,
  adamw: SHRINK,
};

function adam(settings: Settings, optimiser: "adam" | "adamw"): string {
  return `
BETA1, BETA2, EPSILON = 0.9, 0.999, 1e-8
first = [np.zeros_like(parameter) for parameter in parameters]
second = [np.zeros_like(parameter) for parameter in parameters]


def learn(step):
    """The \`step\`-th update, from 1: ${optimiser === "adam" ? "Adam" : "AdamW"}."""
    for i, slope in enumerate(gradients(${pairsOf(settings)})):
        ${RATE}
${settings.decoderDecay > 0 ? DECAYS[optimiser] : ""}        first[i] = BETA1 * first[i] + (1 - BETA1) * slope
        second[i] = BETA2 * second[i] + (1 - BETA2) * slope**2
        mean = first[i] / (1 - BETA1**step)
        square = second[i] / (1 - BETA2**step)
        parameters[i] -= rate * mean / (np.sqrt(square) + EPSILON)`;
}

export const numpySection = (settings: Settings): string =>
  paragraphs(
    `
embedding, weights, biases = first_parameters()
parameters = [embedding, *weights, *biases]`,
    forward(settings),
    `
def evaluate():
    """Mean loss of the training pairs; share of right answers of training and test pairs."""
    z, _ = forward(np.arange(N * N))
    right = (z > 0) == TRUTH
    return losses(z, TRUTH)[TRAIN].mean(), right[TRAIN].mean(), right[TEST].mean()`,
    `${heading("Training")}`,
    `
def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))`,
    LOSSES[settings.loss],
    gradients(settings),
    settings.optimiser === "gd" ? descent(settings) : adam(settings, settings.optimiser),
  );
