/**
 * @file Everything a reader can do. Panels call these and write the store nowhere else.
 */

import { relationOf } from "../../../experiment/dataset";
import { packMatrix } from "../../../experiment/matrix";
import { DEFAULTS, type Settings } from "../../../experiment/params";
import { alikeBut } from "../../../experiment/settings";
import type { Pace } from "../../../run/pace";
import type { StagedScene } from "./codec";
import {
  arrivedAt,
  type Board,
  type Drawing,
  drawnOf,
  type Fitted,
  fitted,
  stepped,
} from "./drawing";
import { lockedOf } from "./embed";
import { isKept } from "./history";
import { type Link, partsWith } from "./link";
import type { LinkPart } from "./linkPart";
import { LOOK_PART, type Look } from "./look";
import { NAMES_PART, withNames } from "./names";
import { newestStep, sceneOf } from "./selectors";
import type { Sight, State, Store } from "./store";

const PLAY = { playing: true, until: null } as const;

/** What a link says beside its run. */
type Whereabouts = Partial<Omit<Link, "settings" | "at">>;

/**
 * A new run with these settings, from its first weights, outside of the story; and where to look at it.
 * Nothing, where it would change a knob that an embedded picture locks.
 */
export const change = (store: Store, changes: Partial<Settings>, also: Whereabouts = {}): void =>
  alter(store, changes, also, "rest");

/**
 * The same stroke by stroke: all of a stroke is one board (drawing.ts), and the run begins again when the drawing
 * rests. An `n` is the present one, with a drawing that is new.
 */
export const draw = (
  store: Store,
  changes: Partial<Pick<Settings, "n" | "relation" | "matrix" | "mask">>,
  phase: "stroke" | "settling" = "settling",
): void => alter(store, changes, {}, phase);

function alter(
  store: Store,
  changes: Partial<Settings>,
  also: Whereabouts,
  phase: Drawing["phase"],
): void {
  store.setState(({ link, drawing }) => {
    if (lockedOf(link, changes).length > 0) return {};
    const here = withNamesOf(drawing, link);
    const next = fitted(here, link.settings, changes);
    // A stroke over cells that are so already draws nothing.
    if (phase !== "rest" && next.drawing === here) return {};
    return {
      link: {
        ...left(unclaimed(link)),
        ...namesAfter(link, here, next),
        ...also,
        settings: next.settings,
        at: null,
      },
      drawing: { ...next.drawing, phase },
      transport: PLAY,
      scrub: null,
    };
  });
}

/** A stroke has ended. */
export const liftBrush = (store: Store): void =>
  store.setState(({ drawing }) =>
    drawing.phase === "stroke" ? { drawing: { ...drawing, phase: "settling" } } : {},
  );

/** Goes to the board before the present one (-1), or on to one that was undone (1). */
export const stepDrawing = (store: Store, by: -1 | 1): void =>
  store.setState(({ link, drawing }) => {
    const next = stepped(withNamesOf(drawing, link), by);
    if (!next) return {};
    const drawn = drawnOf(next.board);
    if (lockedOf(link, drawn).length > 0) return {};
    const phase = drawn.n === link.settings.n ? "settling" : "rest";
    return {
      link: {
        ...left(unclaimed(link)),
        ...withNames(link, next.board.names),
        settings: { ...link.settings, ...drawn },
        at: null,
      },
      drawing: { ...next, phase },
      transport: PLAY,
      scrub: null,
    };
  });

/** With the names that the elements of the own relation have now. */
function withNamesOf(drawing: Drawing, { settings, parts }: Link): Drawing {
  const names = (parts[NAMES_PART.key] as Board["names"] | undefined) ?? null;
  const known = settings.relation !== "custom" || names === drawing.board.names;
  return known ? drawing : { ...drawing, board: { ...drawing.board, names } };
}

/** Names are those of a matrix: another one, where another relation was shown, has none. */
function namesAfter(link: Link, { board }: Drawing, { settings, drawing }: Fitted) {
  const appears = link.settings.relation !== "custom" && settings.relation === "custom";
  if (!appears || link.settings.matrix === settings.matrix) return {};
  return withNames(link, drawing.board.matrix === board.matrix ? board.names : null);
}

/** Another run is not the one that a link claimed. */
function unclaimed({ exact: _, ...link }: Link): Link {
  return link;
}

/** What is no longer as a scene has it is no scene. */
function left({ scene: _, ...link }: Link): Link {
  return link;
}

/**
 * Goes where a link leads. Its run goes on where it is the page's and its moment is kept; otherwise it is
 * trained, or fetched where it is stored.
 */
export function arrive(store: Store, link: Link, notices: State["notices"] = []): void {
  const { link: now, history, transport, drawing } = store.getState();
  const { at } = link;
  const known =
    alikeBut(link.settings, now.settings) && link.engine === now.engine && link.exact === now.exact;
  const kept = known && at !== null && history !== null && isKept(history, at);
  const follows = known && at === now.at;
  const fresh = {
    notices,
    revealed: false,
    pointed: null,
    drawing: arrivedAt(withNamesOf(drawing, now), link.settings),
  };
  if (kept)
    store.setState({
      ...fresh,
      link: { ...link, settings: now.settings },
      transport: { playing: false, until: null },
      scrub: at === newestStep(history) ? null : at,
    });
  else if (follows)
    store.setState({ ...fresh, link: { ...link, settings: now.settings }, transport, scrub: null });
  else
    store.setState(({ epoch }) => ({
      ...fresh,
      link,
      epoch: epoch + 1,
      transport: { playing: true, until: at },
      scrub: null,
    }));
}

/** Goes to a scene; how the page is read stays. */
export function openScene(store: Store, { link }: StagedScene): void {
  const { theme, profile, deck, workers, engine } = store.getState().link;
  arrive(store, {
    ...link,
    theme,
    profile,
    engine,
    ...(deck && { deck }),
    ...(workers && { workers }),
  });
}

/** Shows the answer to the scene's question, and plays what it is about. */
export function reveal(store: Store): void {
  const { link, codec } = store.getState();
  const plays = sceneOf({ link, codec })?.question?.plays;
  store.setState({
    revealed: true,
    ...(plays !== undefined && { transport: { playing: true, until: plays } }),
  });
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

/** Plays on from the shown step, what is kept first (player.ts), or pauses. */
export const setPlaying = (store: Store, playing: boolean): void =>
  store.setState(({ transport }) => ({
    transport: { playing, until: playing ? null : transport.until },
  }));

/** One update, or the next moment that is kept of those already made. */
export const stepOnce = (store: Store): void =>
  store.setState(({ transport, history, scrub }) => {
    const kept = history?.snapshots.find(({ step }) => scrub !== null && step > scrub);
    return kept && kept.step < newestStep(history)
      ? { scrub: kept.step, transport: { ...transport, playing: false } }
      : { scrub: null, transport: { playing: true, until: newestStep(history) + 1 } };
  });

export const setPace = (store: Store, pace: Pace): void => visit(store, { pace });

/** Goes no further than this step, and to it where the run is past it; null is to the end. Part of the link. */
export const stopAt = (store: Store, at: number | null): void =>
  store.setState(({ link, history }) => ({
    link: { ...left(unclaimed(link)), at },
    ...(at !== null && at <= newestStep(history)
      ? { transport: { playing: false, until: null }, scrub: at }
      : { transport: { playing: true, until: at }, scrub: null }),
  }));

/** Shows an earlier step and rests there, or what the run has come to (null). */
export const scrubTo = (store: Store, scrub: number | null): void =>
  store.setState(({ transport }) =>
    scrub === null ? { scrub } : { scrub, transport: { ...transport, playing: false } },
  );

/** Shows the element's field. */
export const pin = (store: Store, pinned: number): void => show(store, { pinned });

/** Lights what a word or a symbol is about; null puts it out. */
export const point = (store: Store, pointed: string | null): void => store.setState({ pointed });

export const hover = (store: Store, hovered: readonly number[]): void =>
  store.setState(({ hovered: before }) =>
    before.length === hovered.length && before.every((x, i) => x === hovered[i]) ? {} : { hovered },
  );

/** Changes how something is looked at; a scene stays the one that it is. */
export const adjust = <Value extends object>(
  store: Store,
  part: LinkPart<Value>,
  changes: Partial<Value>,
): void => store.setState(({ link }) => ({ link: { ...link, ...partsWith(link, part, changes) } }));

/** Changes how the run is looked at. */
export const show = (store: Store, look: Partial<Look>): void => adjust(store, LOOK_PART, look);

export const lookAt = (store: Store, sight: Sight): void => store.setState({ sight });

/** How to read: engine, pace, theme, profile; or where, which leaves the story. */
export const visit = (store: Store, changes: Whereabouts): void =>
  store.setState(({ link }) => {
    const leaves = changes.chapter !== undefined || changes.parts !== undefined;
    return { link: { ...(leaves ? left(link) : link), ...changes } };
  });

/**
 * Opens a chapter: at its first scene for a reader of the story and in a lecture, with the page's run for
 * others.
 */
export function openChapter(store: Store, chapter: string): void {
  const { link, codec } = store.getState();
  const first = codec.scenes.find((scene) => scene.link.chapter === chapter);
  if (first && (link.scene !== undefined || link.profile === "lecture")) openScene(store, first);
  else visit(store, { chapter });
}

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
