/**
 * @file The one table of knobs. Sliders, link codec, validation and command-line flags all come from
 * it; a new knob is a new row.
 */
import { RELATIONS, type RelationName } from "../theory/relation";

/** Where a knob stands on the page. */
export type Group = "data" | "network" | "training" | "initialisation";

interface Common {
  /** The paper's symbol as base and subscript; empty where the paper has none. */
  readonly symbol: readonly [base: string, subscript?: string];
  readonly label: string;
  readonly group: Group;
  /** One sentence for whoever has not read the paper. */
  readonly help: string;
  /** Whose default it is. */
  readonly origin: "paper" | "ours";
}

export interface NumericParam extends Common {
  readonly kind: "number";
  readonly initial: number;
  readonly min: number;
  readonly max: number;
  /** `integer` moves by ones; `log` by factors; `log-integer` by factors, rounded. */
  readonly scale: "linear" | "log" | "integer" | "log-integer";
  readonly unit?: string;
  /** What zero means, for a knob whose value is zero or within min..max. */
  readonly zero?: string;
}

export interface ChoiceParam<Value extends string = string> extends Common {
  readonly kind: "choice";
  readonly initial: NoInfer<Value>;
  /** Value and the words shown for it. */
  readonly values: Readonly<Record<Value, string>>;
}

/**
 * A text in the letters of base64url, as a rule n * n bits packed (matrix.ts); what the empty text means
 * is the row's to say.
 */
export interface MatrixParam extends Common {
  readonly kind: "matrix";
  readonly initial: string;
}

export type Param = NumericParam | ChoiceParam | MatrixParam;

const choice = <Value extends string>(
  spec: Omit<ChoiceParam<Value>, "kind">,
): ChoiceParam<Value> => ({ kind: "choice", ...spec });

const number = (spec: Omit<NumericParam, "kind">): NumericParam => ({ kind: "number", ...spec });

const matrix = (spec: Omit<MatrixParam, "kind">): MatrixParam => ({ kind: "matrix", ...spec });

const relationLabels = Object.fromEntries(
  Object.entries(RELATIONS).map(([name, { label }]) => [name, label]),
) as Record<RelationName, string>;

export const PARAMS = {
  relation: choice<RelationName>({
    symbol: ["R"],
    label: "relation",
    group: "data",
    initial: "modulo-3",
    values: relationLabels,
    help: "The yes-or-no question about a pair (x, y) that the network learns to answer.",
    origin: "paper",
  }),
  classes: number({
    symbol: ["k"],
    label: "classes",
    group: "data",
    initial: 4,
    min: 2,
    max: 30,
    scale: "integer",
    help: "How many classes; read by “equal modulo k” and “equivalence, k classes” only.",
    origin: "ours",
  }),
  matrix: matrix({
    symbol: [""],
    label: "own matrix",
    group: "data",
    initial: "",
    help: "The truth of your own relation, one bit for each ordered pair; empty: true where x = y.",
    origin: "ours",
  }),
  n: number({
    symbol: ["n"],
    label: "elements",
    group: "data",
    initial: 30,
    min: 4,
    max: 60,
    scale: "integer",
    help: "How many elements the relation is about; the data set is all n² ordered pairs.",
    origin: "paper",
  }),
  trainFraction: number({
    symbol: ["p"],
    label: "training fraction",
    group: "data",
    initial: 0.75,
    min: 0.01,
    max: 0.99,
    scale: "linear",
    help: "The share of all pairs that is trained on; the rest is held out as the test set.",
    origin: "paper",
  }),
  mask: matrix({
    symbol: [""],
    label: "own split",
    group: "data",
    initial: "",
    help: "Which pairs are trained on, one bit for each ordered pair; empty: drawn by the training fraction.",
    origin: "ours",
  }),
  seed: number({
    symbol: ["s"],
    label: "seed",
    group: "data",
    initial: 0,
    min: 0,
    max: 2 ** 32 - 1,
    scale: "integer",
    help: "Fixes every random draw: the split, the first weights, the batches, a random relation.",
    origin: "ours",
  }),
  mode: choice({
    symbol: [""],
    label: "decoder input",
    group: "network",
    initial: "concat",
    values: {
      concat: "[E(x), E(y)]",
      difference: "E(x) − E(y)",
      "squared-difference": "(E(x) − E(y))²",
    },
    help: "What the decoder is given of the two embeddings: both, their difference, or its square.",
    origin: "paper",
  }),
  d: number({
    symbol: ["d"],
    label: "embedding dimension",
    group: "network",
    initial: 2,
    min: 1,
    max: 8,
    scale: "integer",
    help: "How many numbers the encoder may use for an element.",
    origin: "paper",
  }),
  depth: number({
    symbol: ["n", "h"],
    label: "hidden layers",
    group: "network",
    initial: 3,
    min: 0,
    max: 12,
    scale: "integer",
    help: "Hidden layers of the decoder; with 0 it is one affine map and a sigmoid.",
    origin: "paper",
  }),
  width: number({
    symbol: ["w"],
    label: "width",
    group: "network",
    initial: 50,
    min: 2,
    max: 128,
    scale: "integer",
    unit: "units",
    help: "Units in each hidden layer of the decoder.",
    origin: "paper",
  }),
  encoderRate: number({
    symbol: ["η", "enc"],
    label: "encoder rate",
    group: "training",
    initial: 1e-3,
    min: 1e-6,
    max: 10,
    scale: "log",
    unit: "per step",
    help: "Learning rate of the embeddings: how fast repons move.",
    origin: "paper",
  }),
  decoderRate: number({
    symbol: ["η", "dec"],
    label: "decoder rate",
    group: "training",
    initial: 1e-3,
    min: 1e-6,
    max: 10,
    scale: "log",
    unit: "per step",
    help: "Learning rate of the decoder: how fast it adapts to where the repons are.",
    origin: "paper",
  }),
  decoderDecay: number({
    symbol: ["λ", "dec"],
    label: "decoder decay",
    group: "training",
    initial: 0,
    min: 1e-4,
    max: 10,
    scale: "log",
    zero: "none",
    help: "Weight decay of the decoder; under AdamW and gradient descent weights shrink by rate × decay a step, under Adam it is added to the gradient.",
    origin: "paper",
  }),
  optimiser: choice({
    symbol: [""],
    label: "optimiser",
    group: "training",
    initial: "adam",
    values: { adam: "Adam", adamw: "AdamW", gd: "gradient descent" },
    help: "The paper names none; Adam is our choice.",
    origin: "ours",
  }),
  loss: choice({
    symbol: [""],
    label: "loss",
    group: "training",
    initial: "bce",
    values: { bce: "cross-entropy", mse: "squared error" },
    help: "The paper names none; binary cross-entropy is our choice.",
    origin: "ours",
  }),
  batch: number({
    symbol: ["B"],
    label: "batch",
    group: "training",
    initial: 0,
    min: 1,
    max: 3600,
    scale: "log-integer",
    unit: "pairs",
    zero: "full",
    help: "Training pairs in each step; “full” takes all of them. The paper names none.",
    origin: "ours",
  }),
  steps: number({
    symbol: ["T"],
    label: "steps",
    group: "training",
    initial: 100_000,
    min: 1,
    max: 1_000_000,
    scale: "log-integer",
    help: "Where training ends and Table 4 gives its last word.",
    origin: "paper",
  }),
  embeddingSigma: number({
    symbol: ["σ", "E"],
    label: "embedding spread",
    group: "initialisation",
    initial: 1,
    min: 1e-3,
    max: 10,
    scale: "log",
    help: "Standard deviation of the first embeddings, drawn from a normal distribution.",
    origin: "ours",
  }),
  decoderSigma: number({
    symbol: ["σ", "dec"],
    label: "decoder spread",
    group: "initialisation",
    initial: 1,
    min: 1e-3,
    max: 10,
    scale: "log",
    unit: "× 1/√fan-in",
    help: "Factor on the usual width ±1/√fan-in of the decoder's first weights and biases.",
    origin: "ours",
  }),
} as const;

type Value<P> = P extends ChoiceParam<infer V> ? V : P extends NumericParam ? number : string;

/** One complete, valid description of a training run. Plain JSON. */
export type Settings = { readonly [K in keyof typeof PARAMS]: Value<(typeof PARAMS)[K]> };
export type ParamKey = keyof Settings;

export const PARAM_KEYS = Object.keys(PARAMS) as ParamKey[];

export const DEFAULTS = Object.fromEntries(
  PARAM_KEYS.map((key) => [key, PARAMS[key].initial]),
) as Settings;
