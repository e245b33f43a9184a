/** @file What the shown moment says in numbers, for the sentences of scenes. */
import { grouped } from "../../../theory/grouped";
import { heaps } from "../../../theory/heaps";
import { capital, inWords } from "../../draw/words";
import { memo } from "../../state/memo";
import type { History, Snapshot } from "./history";
import { embeddingOf, relation, shown } from "./selectors";
import type { State } from "./store";

/** Names that may stand in braces in a scene's sentence. */
export const FACTS = [
  "n",
  "last",
  "classes",
  "layers",
  "step",
  "train",
  "test",
  "entire",
  "heaps",
  "trainStep",
  "testStep",
  "gap",
] as const;
export type Fact = (typeof FACTS)[number];
export type Facts = Readonly<Record<Fact, string>>;

/** Stands where something is not known yet. */
export const UNKNOWN = "…";

const percent = (accuracy: number): string => `${Math.floor(1000 * accuracy) / 10}\u00a0%`;

const collect = memo((history: History, snapshot: Snapshot): Facts => {
  const { settings, length, steps, measures, progress } = history;
  const { n, d } = settings;
  let row = 0;
  while (row + 1 < length && steps[row + 1] <= snapshot.step) row++;
  const measured = (name: "train" | "test" | "entire") =>
    length > 0 ? percent(measures[name][row]) : UNKNOWN;
  /** Only what has happened by the shown step. */
  const passed = (step: number | null) => (step !== null && step <= snapshot.step ? step : null);
  const [train, test] = [passed(progress.train), passed(progress.test)];
  const { grouping } = relation(settings);
  return {
    n: grouped(n),
    last: grouped(n - 1),
    classes: grouping?.kind === "classes" ? inWords(grouping.count) : UNKNOWN,
    layers: inWords(settings.depth),
    step: grouped(snapshot.step),
    train: measured("train"),
    test: measured("test"),
    entire: measured("entire"),
    heaps: inWords(heaps(embeddingOf(snapshot, settings), d)),
    trainStep: train === null ? UNKNOWN : grouped(train),
    testStep: test === null ? UNKNOWN : grouped(test),
    gap: train === null || test === null ? UNKNOWN : grouped(Math.abs(test - train)),
  };
});

/** Of the shown moment; null while nothing is known of the run. */
export function factsOf(state: Pick<State, "history" | "scrub">): Facts | null {
  const snapshot = shown(state);
  return state.history && snapshot ? collect(state.history, snapshot) : null;
}

/** Facts in braces become their values, what is not known yet `UNKNOWN`; a sentence begins with a capital. */
export function filled(text: string, facts: Facts | null): string {
  const said = text.replace(/\{(\w+)\}/g, (_, name) => facts?.[name as Fact] ?? UNKNOWN);
  return capital(said);
}
