/** @file Faults in settings, data sets and what is stored of them. */
import type { Mutant } from "../../scripts/mutant";

const DATASET = "test/experiment/dataset.test.ts";
const LATTICE = "test/chapters/phases/model/lattice.test.ts";
const PROGRAM_DATA = "test/experiment/program/data.test.ts";
const PROGRAM_TRAINING = "test/experiment/program/training.test.ts";
const SETTINGS = "test/experiment/settings.test.ts";

export const EXPERIMENT: readonly Mutant[] = [
  {
    file: "src/experiment/dataset.ts",
    from: "Math.min(n * n - 1, Math.max(1,",
    to: "Math.min(n * n - 1, Math.max(0,",
    what: "a training set may be empty",
    tests: [DATASET],
  },
  {
    file: "src/experiment/dataset.ts",
    from: "settings.batch >= m",
    to: "settings.batch > m + 1",
    what: "a batch may be larger than the training set",
    tests: ["test/experiment/batches.test.ts"],
  },
  {
    file: "src/experiment/dataset.ts",
    from: "const pairs = new Int32Array(size);",
    to: "step++; const pairs = new Int32Array(size);",
    what: "the first batch of a run is the second",
    tests: ["test/experiment/batches.test.ts"],
  },
  {
    file: "src/experiment/dataset.ts",
    from: 'permutation(settings.seed, "batch", m, epoch)',
    to: 'permutation(settings.seed, "batch", m, 0)',
    what: "every epoch has the same order",
    tests: ["test/experiment/batches.test.ts"],
  },
  {
    file: "src/experiment/matrix.ts",
    from: "5 - (i % 6)",
    to: "(5 - i) % 6 & 7",
    what: "the bits of a matrix are read in another order than they are written",
    tests: [DATASET],
  },
  {
    file: "src/experiment/settings.ts",
    from: "x >= min && x <= max",
    to: "x > min && x < max",
    what: "the ends of a knob's range are refused",
    tests: [SETTINGS],
  },
  {
    file: "src/experiment/settings.ts",
    from: "const QUOTED = 40;",
    to: "const QUOTED = 4000;",
    what: "foreign text of any length is repeated in a message",
    tests: [SETTINGS],
  },
  {
    file: "src/kit/live/model/codec.ts",
    from: "6[0-4])$/",
    to: "6[0-3])$/",
    what: "the most workers that are allowed are refused",
    tests: ["test/app/linkLimits.test.ts"],
  },
  {
    file: "src/kit/live/model/linkReader.ts",
    from: "(\\\\d{1,7}|",
    to: "(\\\\d{1,8}|",
    what: "a stop at ten million steps is taken",
    tests: ["test/app/linkLimits.test.ts"],
  },
  {
    file: "src/experiment/initial.ts",
    from: "decoderSigma / Math.sqrt(fanIn)",
    to: "decoderSigma / Math.sqrt(fanIn + 1)",
    what: "the first weights are narrower than 1 / sqrt(fan-in)",
    tests: [DATASET],
  },
  {
    file: "src/experiment/fingerprint.ts",
    from: "Number.isNaN(parameters[i]) ? NAN : words[i]",
    to: "words[i]",
    what: "runs that diverge have fingerprints of their machine",
    tests: ["test/experiment/fingerprint.test.ts"],
  },
  {
    file: "src/chapters/phases/model/lattice.ts",
    from: "axes.slice(i + 1)",
    to: "axes.slice(i)",
    what: "a replica is found in another cell",
    tests: [LATTICE],
  },
  {
    file: "src/chapters/phases/model/lattice.ts",
    from: "value > values[i - 1]",
    to: "value >= values[i - 1]",
    what: "an axis may name one value twice",
    tests: ["test/app/linkLimits.test.ts"],
  },
  {
    file: "src/experiment/experiment.ts",
    from: "base.seed + i",
    to: "i",
    what: "several seeds are not counted from one's own",
    tests: ["test/experiment/experiment.test.ts"],
  },
  {
    file: "src/experiment/recording.ts",
    from: "column.length !== replicas",
    to: "column.length > replicas",
    what: "a recording may lack replicas",
    tests: ["test/experiment/recording.test.ts"],
  },
  {
    file: "src/experiment/program/random.ts",
    from: "left = ROTATIONS[turn % 8]",
    to: "left = ROTATIONS[(turn + 1) % 8]",
    what: "programs draw with another order of rotations",
    tests: [PROGRAM_DATA],
  },
  {
    file: "src/experiment/program/data.ts",
    from: "divmod((step - 1) * BATCH",
    to: "divmod(step * BATCH",
    what: "programs begin with the second batch",
    tests: [PROGRAM_DATA],
  },
  {
    file: "src/experiment/program/network.ts",
    from: "x.astype(np.float32).astype(np.float64)",
    to: "x.astype(np.float64)",
    what: "programs begin with weights that are not rounded as the page's are",
    tests: [PROGRAM_DATA],
  },
  {
    file: "src/experiment/program/relation.ts",
    from: "np.where(X < Y, 1, 2)",
    to: "np.where(X > Y, 1, 2)",
    what: "programs turn an antisymmetric relation round",
    tests: [PROGRAM_DATA],
  },
  {
    file: "src/experiment/program/verdict.ts",
    from: "max(1, step // 100)",
    to: "max(1, step // 50)",
    what: "programs evaluate half as often",
    tests: [PROGRAM_DATA],
  },
  {
    file: "src/experiment/program/numpy.ts",
    from: "? DECAYS[optimiser] :",
    to: "? DECAYS.adam :",
    what: "AdamW in NumPy adds the decay to the gradient",
    tests: [PROGRAM_TRAINING],
  },
  {
    file: "src/experiment/program/numpy.ts",
    from: "(1 - inputs[layer] ** 2)",
    to: "(1 - inputs[layer])",
    what: "the slope of tanh in NumPy is another function's",
    tests: [PROGRAM_TRAINING],
  },
  {
    file: "src/experiment/program/numpy.ts",
    from: "return 2 * (p - truth) * p * (1 - p)",
    to: "return (p - truth) * p * (1 - p)",
    what: "squared error in NumPy has half its slope",
    tests: [PROGRAM_TRAINING],
  },
];
