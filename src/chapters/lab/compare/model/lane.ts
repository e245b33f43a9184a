/**
 * @file A second run as a store of the page's kind: what it computes is its own; how it is looked at and driven is
 * the page's, and what a reader does there is done on the page.
 */
import { createStore } from "zustand/vanilla";
import type { Settings } from "../../../../experiment/params";
import { newestStep } from "../../../../kit/live/model/selectors";
import type { State, Store } from "../../../../kit/live/model/store";
import { derive, join } from "../../../../kit/state/join";
import { memo } from "../../../../kit/state/memo";
import type { EngineName } from "../../../../run/engineChoice";

/** What a run computes, and what is computed for its own pictures. */
const OWN = [
  "status",
  "engine",
  "exact",
  "setback",
  "history",
  "ghost",
  "stepsPerSecond",
  "answer",
  "sight",
  "bound",
  "stored",
  "given",
  "checkpoint",
] as const;

type Own = Pick<State, (typeof OWN)[number]>;

const isOwn = (key: string): boolean => (OWN as readonly string[]).includes(key);

/** The fields of `changes` that are a run's own, or the others. */
const part = (changes: Partial<State>, own: boolean): Partial<State> =>
  Object.fromEntries(Object.entries(changes).filter(([key]) => isOwn(key) === own));

const BEFORE: Own = {
  status: { kind: "starting" },
  engine: null,
  exact: false,
  setback: null,
  history: null,
  ghost: null,
  stepsPerSecond: null,
  answer: null,
  sight: null,
  bound: null,
  stored: () => null,
  given: null,
  checkpoint: null,
};

/** A run with these settings beside that of `page`. Where it is behind, it goes on at full speed, even in a pause. */
export function laneStore(page: Store, settings: Settings): Store {
  const own = createStore<Own>(() => BEFORE);
  const linkOf = memo((link: State["link"], engine: EngineName | undefined, behind: boolean) => ({
    ...link,
    settings,
    // Runs are compared on one engine: that which the page's has come to.
    engine: engine ?? link.engine,
    ...(behind ? { pace: "full" as const } : {}),
  }));
  const transportOf = memo((transport: State["transport"], behind: boolean) =>
    behind ? { playing: true, until: null } : transport,
  );
  const { getState, getInitialState, subscribe } = derive(
    join<{ page: State; own: Own }>({ page, own }),
    ({ page: shared, own: mine }): State => {
      const behind = newestStep(mine.history) < newestStep(shared.history);
      return {
        ...shared,
        ...mine,
        link: linkOf(shared.link, shared.engine?.name, behind),
        transport: transportOf(shared.transport, behind),
        scrub: behind ? null : shared.scrub,
      };
    },
  );
  return {
    getState,
    getInitialState,
    subscribe,
    setState(given) {
      const changes = typeof given === "function" ? given(getState()) : given;
      own.setState(part(changes, true));
      // It is the page's run that says when all rest.
      const { link, transport: _, ...others } = part(changes, false);
      if (Object.keys(others).length > 0) page.setState(others);
      if (link)
        page.setState(({ link: { settings: kept, engine, pace } }) => ({
          link: { ...link, settings: kept, engine, pace },
        }));
    },
  };
}
