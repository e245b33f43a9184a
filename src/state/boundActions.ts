/**
 * @file What a reader can do in chapter 2.
 */
import { DATA_HOME, type DataChoices } from "../experiment/dataChoices";
import { DEFAULTS, type Settings } from "../experiment/params";
import { change, visit } from "./actions";
import type { BoundStudy } from "./boundStudy";
import { BLANK, type Guess } from "./guess";
import type { Store } from "./store";

const write = (store: Store, changes: Partial<BoundStudy>): void =>
  store.setState(({ bound }) => ({ bound: { ...bound, ...changes } }));

export const chooseData = (store: Store, changes: Partial<DataChoices>): void =>
  visit(store, { data: { ...store.getState().link.data, ...changes } });

/** Another relation is known by its own class at first; one's own matrix by the class that it had. */
export function chooseRelation(store: Store, relation: Settings["relation"]): void {
  if (relation !== "custom") chooseData(store, { class: "own" });
  change(store, { relation });
}

/** A relation as it was meant to be seen; what does not concern the relation stays. */
export function applyDataPreset(
  store: Store,
  settings: Partial<Settings>,
  choices: Partial<DataChoices>,
): void {
  const { n, classes, matrix } = DEFAULTS;
  const { alpha, unit, figure } = store.getState().link.data;
  visit(store, { data: { ...DATA_HOME, alpha, unit, figure, ...choices } });
  change(store, { n, classes, matrix, ...settings });
}

/** Stops the work on this curve, or takes it up again. */
export const stopBound = (store: Store, stopped: boolean): void => write(store, { stopped });

/** Looks at a sample of this training fraction. */
export const lookAtFraction = (store: Store, at: number): void => write(store, { at });

/** Hides the curve and lets the reader draw; null puts the drawing away. */
export const drawGuess = (store: Store, guess: Guess | null = BLANK): void =>
  write(store, { guess });

/** Moves one point of the drawing. */
export function moveGuess(store: Store, handle: number, value: number): void {
  const { guess } = store.getState().bound;
  if (!guess?.drawing) return;
  const inside = Math.min(1, Math.max(0, value));
  write(store, {
    guess: { ...guess, values: guess.values.map((old, i) => (i === handle ? inside : old)) },
  });
}

export function revealGuess(store: Store): void {
  const { guess } = store.getState().bound;
  if (guess) write(store, { guess: { ...guess, drawing: false } });
}
