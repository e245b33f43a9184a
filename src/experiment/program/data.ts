/**
 * @file What a program trains on: split and batches of `experiment/dataset.ts` in Python.
 */
import { batchSize, trainCount } from "../dataset";
import type { Settings } from "../params";
import { heading, paragraphs } from "./pieces";

const DRAWN = `
# Every pair has one draw; those with the smallest are trained on.

TRAINED = min(N * N - 1, max(1, math.floor(TRAIN_FRACTION * N * N + 0.5)))
ORDER = np.argsort(uniform("split", np.arange(N * N)), kind="stable")
TRAIN, TEST = np.sort(ORDER[:TRAINED]), np.sort(ORDER[TRAINED:])`;

const CHOSEN = `
TRAIN, TEST = np.flatnonzero(bits(MASK)), np.flatnonzero(~bits(MASK))`;

const BATCHES = `
@functools.lru_cache(maxsize=2)
def epoch(number):
    """All training pairs in an order of their own."""
    return TRAIN[permutation("batch", len(TRAIN), lane=number)]


def batch(step):
    """The pairs of the \`step\`-th update: epochs are laid end to end and cut."""
    number, start = divmod((step - 1) * BATCH, len(TRAIN))
    return np.concatenate((epoch(number), epoch(number + 1)))[start : start + BATCH]`;

/** Whether every step takes the whole training set. */
const isFullBatch = (settings: Settings): boolean => batchSize(settings) === trainCount(settings);

/** The training pairs of an update, as Python. */
export const pairsOf = (settings: Settings): string =>
  isFullBatch(settings) ? "TRAIN" : "batch(step)";

export const dataSection = (settings: Settings): string =>
  paragraphs(
    `${heading("Training pairs and test pairs")}${settings.mask === "" ? DRAWN : CHOSEN}`,
    isFullBatch(settings) ? "" : BATCHES,
  );
