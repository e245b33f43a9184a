/**
 * @file What the lab asks the page's network: one pair with its reason, all pairs with it, and all pairs of the run
 * before.
 *
 * Shapes: n elements, N = n * n pairs.
 */
import { createStore } from "zustand/vanilla";
import type { Settings } from "../../../../experiment/params";
import { alikeBut } from "../../../../experiment/settings";
import { type History, isWhole, snapshotAt } from "../../../../kit/live/model/history";
import { inquire } from "../../../../kit/live/model/inquire";
import { type Link, partOf } from "../../../../kit/live/model/link";
import { perPage } from "../../../../kit/live/model/perPage";
import { newestStep, shown } from "../../../../kit/live/model/selectors";
import type { State, Store } from "../../../../kit/live/model/store";
import { join } from "../../../../kit/state/join";
import { memo } from "../../../../kit/state/memo";
import type { Pair, Probe, Question, Reason } from "../../../../run/probe";
import { LAB_PART } from "../../model/choices";
import { labProbe } from "../../model/probe";

/** What a network answers at one of its steps. */
export interface Answered {
  readonly settings: Settings;
  readonly step: number;
  /** P[R(x, y) = 1]. [N] */
  readonly predictions: Float32Array;
}

export interface Known {
  readonly now: (Answered & { readonly reason: Reason }) | null;
  /** The run before, at the same step or the last that it has before. */
  readonly before: Answered | null;
}

const NOTHING: Known = { now: null, before: null };

const knownOf = perPage(() => createStore<Known>(() => NOTHING));

export interface AskState {
  readonly page: State;
  readonly known: Known;
}

export const askState = perPage((page) => join<AskState>({ page, known: knownOf(page) }));

const samePair = memo((x: number, y: number): Pair => ({ x, y }));

/** The pair that a link asks about; an element that the relation has not is the last that it has. */
export function pairOf({ settings, parts }: Pick<Link, "settings" | "parts">): Pair {
  const { x, y } = partOf({ parts }, LAB_PART);
  return samePair(Math.min(x, settings.n - 1), Math.min(y, settings.n - 1));
}

/** Runs that differ in these are one network with more or fewer pairs left out. */
const SPLIT = ["mask", "trainFraction"] as const;

/**
 * The run whose answers are held against those of now: that before the first pair was left out by hand, as long as no
 * later one has come further. Null where the last one has other elements.
 */
export function runBefore(
  kept: History | null,
  ghost: History | null,
  now: Settings,
): History | null {
  if (!ghost || ghost.settings.n !== now.n) return null;
  const stays =
    kept !== null &&
    alikeBut(kept.settings, now, SPLIT) &&
    alikeBut(kept.settings, ghost.settings, SPLIT) &&
    newestStep(kept) >= newestStep(ghost);
  return stays ? kept : ghost;
}

interface Asking {
  readonly now: Question;
  readonly before: Question | null;
}

/** A question about all pairs at `step`, or the last step before it; null where not all parameters are kept. */
function questionAt(history: History, step: number): Question | null {
  const snapshot = snapshotAt(history, step);
  if (!snapshot || !isWhole(history, snapshot)) return null;
  const { parameters } = snapshot;
  const { settings } = history;
  return { settings, step: snapshot.step, parameters, field: null, forces: false };
}

function asking({ link, history, scrub }: State, before: History | null): Asking | null {
  const snapshot = shown({ history, scrub });
  if (!history || !snapshot || history.settings !== link.settings) return null;
  const now = questionAt(history, snapshot.step);
  return (
    now && {
      now: { ...now, pair: pairOf(link) },
      before: before && questionAt(before, snapshot.step),
    }
  );
}

const same = (a: Asking, b: Asking): boolean =>
  a.now.parameters === b.now.parameters &&
  a.now.pair === b.now.pair &&
  a.before?.parameters === b.before?.parameters;

/** Milliseconds between two questions at least: training needs the machine. */
const PAUSE = 60;

/** Asks about the shown moment while the bench is open. Returns what ends it. */
export function bindAsking(page: Store, probe: Probe = labProbe(page)): () => void {
  const known = knownOf(page);
  let before: History | null = null;
  const look = () => {
    const state = page.getState();
    before = runBefore(before, state.ghost, state.link.settings);
    return asking(state, before);
  };
  const answeredTo = async (question: Question) => {
    const { settings } = question;
    return { settings, ...(await probe(question)) };
  };
  return inquire(page, {
    question: look,
    same,
    ask: (question: Asking) =>
      Promise.all([answeredTo(question.now), question.before && answeredTo(question.before)]),
    answered([now, former]) {
      const { reason } = now;
      known.setState({ now: reason ? { ...now, reason } : null, before: former });
    },
    pause: (took) => Math.max(PAUSE, took),
  });
}
