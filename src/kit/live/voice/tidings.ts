/** @file What has happened in the page's run, one by one: what a listener is told once. */
import { gathering, neighboursInOrder } from "../../../theory/gathering";
import { grouped } from "../../../theory/grouped";
import { LEARNT } from "../../../theory/phase";
import { inWords } from "../../draw/words";
import { hasGuess } from "../guess/guess";
import type { History } from "../model/history";
import { hasRun } from "../model/moment";
import { embeddingOf, relation, sceneOf } from "../model/selectors";
import type { State } from "../model/store";
import { describe } from "../model/verdict";

export interface Tiding {
  /** The same as long as it is the same thing that has happened. */
  readonly key: string;
  /** A sentence. */
  readonly words: string;
}

/** Whether classes have come apart, or ranks into order, by the newest moment. */
function formed({ settings, snapshots }: History): Tiding[] {
  const { grouping } = relation(settings);
  const newest = snapshots.at(-1);
  if (!grouping || !newest || grouping.count < 2) return [];
  const points = embeddingOf(newest, settings);
  if (grouping.kind === "ranks")
    return neighboursInOrder(points, settings.d, grouping) === grouping.count - 1
      ? [{ key: "ranks", words: "The repons stand in the order of their ranks." }]
      : [];
  const { length } = gathering(points, settings.d, grouping).gathered;
  if (length === 0) return [];
  const all = length === grouping.count;
  const words = all
    ? `${length === 2 ? "Both" : `All ${inWords(length)}`} classes of repons stand apart.`
    : `${length} of ${grouping.count} classes of repons ${length === 1 ? "stands" : "stand"} apart.`;
  return [{ key: `classes ${length}`, words }];
}

/** When the accuracies came above the line, or what the verdict makes of it. */
function judged({ progress, settings }: History): Tiding[] {
  const { phase, title, detail } = describe(progress, settings);
  if (phase) return [{ key: phase, words: `${title}: ${detail}.` }];
  return (["train", "test"] as const).flatMap((which) => {
    const step = progress[which];
    const name = which === "train" ? "Accuracy on trained pairs" : "Accuracy on held-out pairs";
    return step === null
      ? []
      : [{ key: which, words: `${name} rose above ${LEARNT} at step ${grouped(step)}.` }];
  });
}

type Told = Pick<State, "history" | "status" | "link" | "rests" | "codec" | "revealed">;

/** All that has happened so far; no verdict while a scene or a guess withholds it. */
export function tidingsOf(state: Told): Tiding[] {
  const { history, status, revealed } = state;
  if (!history || !hasRun(state as State)) return [];
  const guesses = hasGuess(state) && !revealed;
  const withheld = guesses || sceneOf(state)?.withholds === "verdict";
  const ended =
    status.kind === "done"
      ? [{ key: "ended", words: `The run has ended at step ${grouped(history.progress.step)}.` }]
      : [];
  return [...formed(history), ...(withheld ? [] : judged(history)), ...ended];
}
