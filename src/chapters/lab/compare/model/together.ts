/**
 * @file The runs of the bench as they stand at one common step, and what the networks of two of them answer there.
 *
 * Shapes: n elements, N = n * n pairs.
 */
import { createStore } from "zustand/vanilla";
import type { Settings } from "../../../../experiment/params";
import { isWhole, type Snapshot, snapshotAt } from "../../../../kit/live/model/history";
import { inquire } from "../../../../kit/live/model/inquire";
import { partOf } from "../../../../kit/live/model/link";
import { perPage } from "../../../../kit/live/model/perPage";
import { projectionOf } from "../../../../kit/live/model/selectors";
import type { RunView, State, Store } from "../../../../kit/live/model/store";
import { join } from "../../../../kit/state/join";
import type { Probe, Question } from "../../../../run/probe";
import { LAB_PART } from "../../model/choices";
import { labProbe } from "../../model/probe";
import { type Lane, lanesOf } from "./lanes";
import { commonStep } from "./lockstep";

/** What both networks answer at one step. */
export interface Met {
  readonly step: number;
  readonly settings: readonly [a: Settings, b: Settings];
  /** P[R(x, y) = 1] of A and of B. Each [N] */
  readonly predictions: readonly [a: Float32Array, b: Float32Array];
}

const metOf = perPage(() => createStore<{ readonly met: Met | null }>(() => ({ met: null })));

export interface CompareState {
  readonly page: State;
  readonly lanes: { readonly others: readonly Lane[] };
  readonly answers: { readonly met: Met | null };
}

export const compareState = perPage((page) =>
  join<CompareState>({ page, lanes: lanesOf(page), answers: metOf(page) }),
);

export type Shown = Omit<Lane, "store">;

/** All runs, the page's own first. */
export function lanesIn({ page, lanes }: CompareState): readonly Shown[] {
  const { settings } = page.link;
  const two = partOf(page.link, LAB_PART).lanes === "two";
  const name = two ? "A" : `seed ${settings.seed}`;
  return [{ name, settings, state: page, projection: projectionOf }, ...lanes.others];
}

/** The step that all of them are shown at; null before there is one. */
export const stepIn = (state: CompareState): number | null =>
  commonStep(
    lanesIn(state).map((lane) => lane.state),
    state.page.scrub,
  );

/** A run as it is at the common step, without answers of a later one; null before there is one. */
export function viewOf(state: CompareState, index: number): RunView | null {
  const lane = lanesIn(state)[index];
  const step = stepIn(state);
  if (!lane || step === null) return null;
  const { answer } = lane.state;
  return { ...lane.state, scrub: step, answer: answer && answer.step <= step ? answer : null };
}

/** What is kept of a run at the common step. */
export function momentOf(state: CompareState, index: number): Snapshot | null {
  const view = viewOf(state, index);
  return view?.history ? snapshotAt(view.history, view.scrub) : null;
}

/** Both questions about A and B; null while there is nothing to ask of both. */
interface Both {
  readonly step: number;
  readonly questions: readonly [Question, Question];
}

function questionOf(state: CompareState): Both | null {
  const step = stepIn(state);
  const lanes = lanesIn(state);
  if (step === null || lanes.length !== 2) return null;
  const questions = lanes.flatMap(({ settings, state: { history } }): Question[] => {
    const snapshot = history?.settings === settings ? snapshotAt(history, step) : null;
    if (!history || !snapshot || !isWhole(history, snapshot)) return [];
    const { parameters } = snapshot;
    return [{ settings, step: snapshot.step, parameters, field: null, forces: false }];
  });
  return questions.length === 2 ? { step, questions: questions as [Question, Question] } : null;
}

/** Milliseconds between two questions at least: training needs the machine. */
const PAUSE = 60;

/** Keeps what is known of the answers that of the shown step. Returns what ends it. */
export function bindMeeting(page: Store, probe: Probe = labProbe(page)): () => void {
  const state = compareState(page);
  return inquire(state, {
    question: () => questionOf(state.getState()),
    same: (a: Both, b: Both) =>
      a.questions.every(({ parameters }, i) => parameters === b.questions[i].parameters),
    async ask({ questions }: Both) {
      const [a, b] = await Promise.all(questions.map(probe));
      return [a.predictions, b.predictions] as const;
    },
    answered(predictions, { step, questions: [a, b] }) {
      const met: Met = { step, settings: [a.settings, b.settings], predictions };
      metOf(page).setState({ met });
    },
    pause: (took) => Math.max(PAUSE, took),
  });
}
