/**
 * @file Everything a reader can do. Panels call these and write the store nowhere else.
 */

import { relationOf } from "../../../experiment/dataset";
import { packMatrix } from "../../../experiment/matrix";
import { DEFAULTS, type Settings } from "../../../experiment/params";
import { type Link, partsWith } from "./link";
import type { LinkPart } from "./linkPart";
import type { Display, Sight, Store } from "./store";

const PLAY = { playing: true, until: null } as const;

/** What a link says beside its run. */
type Whereabouts = Partial<Omit<Link, "settings" | "at">>;

/** A new run with these settings, from its first weights; and where to look at it. */
export function change(store: Store, changes: Partial<Settings>, also: Whereabouts = {}): void {
  store.setState(({ link, transport, pinned }) => {
    const settings = { ...link.settings, ...fitting(link.settings, changes) };
    return {
      link: { ...unclaimed(link), ...also, settings, at: null },
      transport: { ...transport, ...PLAY },
      scrub: null,
      pinned: Math.min(pinned, settings.n - 1),
    };
  });
}

/** Another run is not the one that a link claimed. */
function unclaimed({ exact: _, ...link }: Link): Link {
  return link;
}

/** A custom relation without a matrix starts as the one that was shown; another n starts it anew. */
function fitting(before: Settings, changes: Partial<Settings>): Partial<Settings> {
  if (changes.matrix) return changes;
  if (changes.relation === "custom" && before.relation !== "custom")
    return { ...changes, matrix: packMatrix(relationOf(before).truth) };
  if (changes.n !== undefined && changes.n !== before.n) return { ...changes, matrix: "" };
  return changes;
}

/** Settings that are all defaults but these; the seed stays. */
export const applyPreset = (store: Store, changes: Partial<Settings>): void =>
  change(store, { ...DEFAULTS, seed: store.getState().link.settings.seed, ...changes });

export const newSeed = (store: Store): void =>
  change(store, { seed: (store.getState().link.settings.seed + 1) % 2 ** 32 });

/** The same run again, from the same first weights. */
export const reset = (store: Store): void =>
  store.setState(({ epoch, transport }) => ({
    epoch: epoch + 1,
    scrub: null,
    transport: { ...transport, until: null },
  }));

/** Plays on from where the run is, or pauses it. */
export const setPlaying = (store: Store, playing: boolean): void =>
  store.setState(({ transport, scrub }) => ({
    transport: { ...transport, playing, until: playing ? null : transport.until },
    scrub: playing ? null : scrub,
  }));

/** One update; what is shown follows the run again. */
export const stepOnce = (store: Store): void =>
  store.setState(({ transport, history }) => ({
    transport: { ...transport, playing: true, until: (history?.snapshots.at(-1)?.step ?? 0) + 1 },
    scrub: null,
  }));

/** Steps per second at most; null is as fast as it goes. */
export const setSpeed = (store: Store, speed: number | null): void =>
  store.setState(({ transport }) => ({ transport: { ...transport, speed } }));

/** Trains no further than this step; null is to the end. Part of the link. */
export const stopAt = (store: Store, at: number | null): void =>
  store.setState(({ link, transport }) => ({
    link: { ...unclaimed(link), at },
    transport: { ...transport, until: at, playing: true },
  }));

/** Shows an earlier step, or follows the run again (null). Training goes on. */
export const scrubTo = (store: Store, scrub: number | null): void => store.setState({ scrub });

export const pin = (store: Store, pinned: number): void => store.setState({ pinned });

export const hover = (store: Store, hovered: readonly number[]): void =>
  store.setState(({ hovered: before }) =>
    before.length === hovered.length && before.every((x, i) => x === hovered[i]) ? {} : { hovered },
  );

export const show = (store: Store, display: Partial<Display>): void =>
  store.setState((state) => ({ display: { ...state.display, ...display } }));

export const lookAt = (store: Store, sight: Sight): void => store.setState({ sight });

/** Where and how to read: chapter, engine, theme, profile. */
export const visit = (store: Store, changes: Whereabouts): void =>
  store.setState(({ link }) => ({ link: { ...link, ...changes } }));

/** Changes some of the values of a chapter's part of the link. */
export const choose = <Value extends object>(
  store: Store,
  part: LinkPart<Value>,
  changes: Partial<Value>,
): void => visit(store, partsWith(store.getState().link, part, changes));

/** The chapter that an empty link opens. */
export const landing = (store: Store): Pick<Link, "chapter"> => ({
  chapter: store.getState().codec.home.chapter,
});

/** Changes one bit of the relation, which becomes a custom one. */
export function togglePair(store: Store, x: number, y: number): void {
  const { settings } = store.getState().link;
  const truth = relationOf(settings).truth.slice();
  truth[x * settings.n + y] = 1 - truth[x * settings.n + y];
  change(store, { relation: "custom", matrix: packMatrix(truth) });
}

export const dismiss = (store: Store): void => store.setState({ notices: [] });

export const dismissSetback = (store: Store): void => store.setState({ setback: null });
