/** @file Runs that a key or a button has put others in the place of; they can be had back. */
import { isPlaying, newestStep } from "./selectors";
import type { PutAway, State, Store } from "./store";

/** Most that are held: each has a history. */
const MOST = 4;

/** Those that can be had back, the last one last. */
const within = ({ putAway, link }: Pick<State, "putAway" | "link">): readonly PutAway[] =>
  putAway.at(-1)?.by === link.settings ? putAway : [];

/** The step that the run has come to which would be had back; null where there is none. */
export const wayBack = (state: Pick<State, "putAway" | "link">): number | null => {
  const last = within(state).at(-1);
  return last ? newestStep(last.moment.history) : null;
};

/** Lets `act` put another run in the place of the present one, which is kept if it has been trained for a while. */
export function putAway(store: Store, act: (store: Store) => void): void {
  const before = store.getState();
  const { link, history, checkpoint, exact } = before;
  const playing = isPlaying(before);
  act(store);
  const by = store.getState().link.settings;
  const kept = within(before);
  if (history && checkpoint) {
    const away = { link, moment: { history, checkpoint, exact }, playing, by };
    store.setState({ putAway: [...kept, away].slice(-MOST) });
  } else
    store.setState({
      putAway: kept.map((each, i) => (i === kept.length - 1 ? { ...each, by } : each)),
    });
}

/** The run that was put away last goes on, or rests, where it was. */
export function haveBack(store: Store): void {
  const state = store.getState();
  const kept = within(state);
  const last = kept.at(-1);
  if (!last) return;
  const { link, moment, playing } = last;
  const { exact: _, scene: __, ...here } = state.link;
  store.setState({
    link: {
      ...here,
      settings: link.settings,
      at: link.at,
      ...(link.exact !== undefined && { exact: link.exact }),
      ...(link.scene !== undefined && { scene: link.scene }),
    },
    epoch: state.epoch + 1,
    given: Promise.resolve(moment),
    transport: { playing: true, until: playing ? link.at : newestStep(moment.history) },
    scrub: null,
    putAway: kept.slice(0, -1),
  });
}
