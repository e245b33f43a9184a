/** @file What can be done to a drawing: the relation, or which pairs are trained on. */
import { trainMask } from "../../../experiment/dataset";
import { countOnes, packMatrix } from "../../../experiment/matrix";
import { draw } from "../../../kit/live/model/actions";
import { elementNames } from "../../../kit/live/model/names";
import { relation } from "../../../kit/live/model/selectors";
import type { Store } from "../../../kit/live/model/store";
import type { Pair } from "../../../kit/live/view/matrix";
import type { ClassName } from "../../../theory/className";
import { CLOSURES, type ClosureName, changedPairs } from "../../../theory/closures";
import { makeRelation, type RelationName } from "../../../theory/relation";
import { type Marks, sketch, stroked } from "./sketch";

/** What is painted. */
export type Target = "matrix" | "mask";

const settingsOf = (store: Store) => store.getState().link.settings;

/** Points something out in the drawing as it now is; null takes that away. */
export const mark = (store: Store, marks: Omit<Marks, "board"> | null): void =>
  sketch(store).setState({ marks: marks && { ...marks, board: store.getState().drawing.board } });

const say = (store: Store, words: string): void => mark(store, { pairs: [], elements: [], words });

function put(store: Store, target: Target, bits: Uint8Array, phase?: "stroke"): void {
  if (target === "matrix") {
    draw(store, { relation: "custom", matrix: packMatrix(bits) }, phase);
    return;
  }
  const trained = countOnes(bits);
  if (trained > 0 && trained < bits.length) draw(store, { mask: packMatrix(bits) }, phase);
  else
    say(
      store,
      trained === 0
        ? "At least one pair must be trained on: this stays as it was."
        : "At least one pair must be held out: this stays as it was.",
    );
}

/** The bits that are painted. [n * n] */
const bitsOf = (store: Store, target: Target): Uint8Array =>
  target === "matrix" ? relation(settingsOf(store)).truth : trainMask(settingsOf(store));

/** A part of a stroke. */
export function paint(store: Store, target: Target, pairs: readonly Pair[], value: 0 | 1): void {
  const { brush } = sketch(store).getState();
  const { n } = settingsOf(store);
  // An order of pairs means nothing to a split.
  const fits = target === "mask" && brush === "antisymmetric" ? "free" : brush;
  put(store, target, stroked(n, bitsOf(store, target), pairs, value, fits), "stroke");
}

/** Every pair is of the relation, or none. */
export const fill = (store: Store, value: 0 | 1): void =>
  put(
    store,
    "matrix",
    bitsOf(store, "matrix").map(() => value),
  );

export const invert = (store: Store, target: Target): void =>
  put(
    store,
    target,
    bitsOf(store, target).map((bit) => 1 - bit),
  );

/** The split is drawn by its fraction again. */
export const dropMask = (store: Store): void => draw(store, { mask: "" });

/** A relation of the list, as it is with the present settings or with another seed, as a new drawing. */
export function startFrom(
  store: Store,
  name: RelationName | ClassName,
  seed = settingsOf(store).seed,
): void {
  const { n, classes } = settingsOf(store);
  const { truth } = makeRelation(name, { n, classes, seed, matrix: bitsOf(store, "matrix") });
  draw(store, { relation: "custom", n, matrix: packMatrix(truth) });
}

/** Adds what a closure needs, and points out what that is. */
export function close(store: Store, name: ClosureName): void {
  const { n } = settingsOf(store);
  const before = bitsOf(store, "matrix");
  const after = CLOSURES[name](n, before);
  const pairs = changedPairs(before, after);
  if (pairs.length === 0) {
    say(store, `It is ${name} already: nothing was added.`);
    return;
  }
  put(store, "matrix", after);
  const names = elementNames(store.getState().link);
  const first = `(${names[Math.floor(pairs[0] / n)]}, ${names[pairs[0] % n]})`;
  const words =
    pairs.length === 1
      ? `One pair was added, ${first}.`
      : `${pairs.length} pairs were added, first ${first}.`;
  mark(store, { pairs, elements: [], words });
}
