/**
 * @file Choosing pairs and theories, and what can be computed of the answers.
 */
import { DEFAULTS, type Settings } from "../../../experiment/params";
import { alikeBut } from "../../../experiment/settings";
import {
  adjust,
  applyPreset,
  pin,
  scrubTo,
  setPlaying,
  stopAt,
} from "../../../kit/live/model/actions";
import type { Snapshot } from "../../../kit/live/model/history";
import { dataset, newestStep, pinnedOf, shown } from "../../../kit/live/model/selectors";
import type { Store } from "../../../kit/live/model/store";
import { memo } from "../../../kit/state/memo";
import { alikePairs } from "../../../theory/alike";
import { correlation } from "../../../theory/correlation";
import { type PairMap, THEORIES, type Theory } from "../worker/wire";
import { PAIRS_PART, type PairsEntry } from "./choices";
import type { PairChoices, PairsState, Scope } from "./store";

/** Looks at other pairs, or otherwise at them. */
export function study(page: Store, { pair, horizon, ...rest }: Partial<PairChoices>): void {
  adjust(page, PAIRS_PART, {
    ...rest,
    ...(horizon !== undefined && { horizon: String(horizon) as PairsEntry["horizon"] }),
    ...(pair !== undefined && { one: pair?.[0] ?? -1, other: pair?.[1] ?? -1 }),
  });
}

/** Pairs of one class in this run's relation. */
export const pairsOf = memo((settings: Settings) => alikePairs(dataset(settings).relation));

const closest = memo(
  (settings: Settings, { parameters }: Snapshot): readonly [number, number] | null => {
    const { d } = settings;
    const distance = ([p, q]: readonly [number, number]) => {
      let sum = 0;
      for (let i = 0; i < d; i++) sum += (parameters[p * d + i] - parameters[q * d + i]) ** 2;
      return sum;
    };
    let best: { pair: readonly [number, number]; distance: number } | null = null;
    for (const pair of pairsOf(settings)) {
      const at = distance(pair);
      if (!best || at < best.distance) best = { pair, distance: at };
    }
    return best?.pair ?? null;
  },
);

/** The chosen pair if it is one of this relation's, else the closest; null where there is none. */
export function chosenPair({ page, pairs }: PairsState): readonly [number, number] | null {
  const { settings } = page.link;
  const { pair } = pairs;
  if (pair && pairsOf(settings).some(([p, q]) => p === pair[0] && q === pair[1])) return pair;
  const snapshot = shown(page);
  return snapshot && page.history?.settings === settings ? closest(settings, snapshot) : null;
}

/** Two repons of one class chosen one after the other are the pair. */
export function pickElement(store: Store, element: number): void {
  const { link } = store.getState();
  const pinned = pinnedOf(link);
  const pair = [Math.min(pinned, element), Math.max(pinned, element)] as const;
  pin(store, element);
  if (pairsOf(link.settings).some(([p, q]) => p === pair[0] && q === pair[1]))
    study(store, { pair });
}

/** Whether the run is that of these changes to the defaults, whatever its seed. */
export const isRun = (settings: Settings, changes: Partial<Settings>): boolean =>
  alikeBut(settings, { ...DEFAULTS, ...changes }, ["seed"]);

/** Shows `step` of the run with these settings, trained anew only where it has to be. */
export function goToMoment(store: Store, changes: Partial<Settings>, step: number): void {
  const { link, history } = store.getState();
  study(store, { pair: null });
  if (isRun(link.settings, changes) && newestStep(history) >= step) {
    setPlaying(store, false);
    scrubTo(store, step);
    return;
  }
  applyPreset(store, changes);
  stopAt(store, step);
}

/** Positions of pairs in a map, those nearer than the median or all. */
export const within = memo((map: PairMap, scope: Scope): readonly number[] => {
  const order = Array.from(map.separation.keys());
  if (scope === "all") return order;
  const sorted = order.sort((i, j) => map.separation[i] - map.separation[j] || i - j);
  return sorted.slice(0, Math.floor(order.length / 2));
});

export type Scores = Readonly<Record<Theory, Readonly<Record<Scope, number | null>>>>;

/** Correlation of predicted with actual one-step change, for every theory and scope. */
export const scoresOf = memo((map: PairMap): Scores => {
  const score = (theory: Theory, scope: Scope) =>
    correlation(map.actual, map.predicted[theory], within(map, scope));
  return Object.fromEntries(
    THEORIES.map((theory) => [theory, { all: score(theory, "all"), near: score(theory, "near") }]),
  ) as unknown as Scores;
});

/** What may be said of a correlation: 0.9 is where a theory is said to hold. */
export function judge(score: number | null): "holds" | "partly" | "fails" | "none" {
  if (score === null) return "none";
  return score > 0.9 ? "holds" : score > 0.5 ? "partly" : "fails";
}
