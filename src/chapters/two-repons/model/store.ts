/**
 * @file What chapter 4 knows: two repons, their decoder, and the moment that is shown. And everything
 * a reader can do with them.
 */
import { createStore } from "zustand/vanilla";
import { calm } from "../../../kit/draw/calm";
import { choose } from "../../../kit/live/model/actions";
import { partOf } from "../../../kit/live/model/link";
import { perPage } from "../../../kit/live/model/perPage";
import type { Store } from "../../../kit/live/model/store";
import { derive, join } from "../../../kit/state/join";
import {
  centred,
  SETUP_HOME,
  SETUP_KEYS,
  SETUP_PARAMS,
  type Setup,
  TWO_REPONS_PART,
} from "./params";

interface Playback {
  /** The two that are played; others are played from their start. */
  readonly of: Setup;
  /** The moment that is shown, as a share of the timeline. Written by actions. */
  readonly at: number;
  readonly playing: boolean;
  /** It rests, whatever the reader has chosen to play. Written by actions. */
  readonly held: boolean;
  /** The picture looked at: a lecture shows it alone, a reader sees the outcomes anyway. */
  readonly evidence: "outcome" | "time" | "odds";
}

export interface TwoReponsState extends Omit<Playback, "of"> {
  /** Intent. Written by actions and by the link; nothing else. */
  readonly setup: Setup;
}

/** Seconds in which the whole timeline is played. */
const DURATION = 7;

const setupOf = (page: Store): Setup => partOf(page.getState().link, TWO_REPONS_PART);

const playback = perPage((page) =>
  createStore<Playback>(() => ({
    of: setupOf(page),
    at: 0,
    playing: !calm(),
    held: false,
    evidence: "outcome",
  })),
);

/** All that chapter 4 shows. */
export const twoReponsState = perPage((page) =>
  derive(
    join({ page, playback: playback(page) }),
    ({ page: { link }, playback: { of: _, ...shown } }): TwoReponsState => ({
      setup: partOf(link, TWO_REPONS_PART),
      ...shown,
    }),
  ),
);

export function changeSetup(page: Store, changes: Partial<Setup>): void {
  const of = centred({ ...setupOf(page), ...changes });
  playback(page).setState({ of });
  choose(page, TWO_REPONS_PART, of);
}

/** Other repons and another decoder, played from the start; the random draws stay. */
export function applySetup(page: Store, changes: Partial<Setup>): void {
  const { sigmaA, sigmaC, d, outputs } = setupOf(page);
  changeSetup(page, { ...SETUP_HOME, sigmaA, sigmaC, d, outputs, ...changes });
  playback(page).setState({ at: 0, playing: !calm() });
}

const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** Moves the start of the first or second repon; in the reduced system the other one mirrors it. */
export function moveRepon(page: Store, which: 1 | 2, at: readonly [number, number]): void {
  const { min, max } = SETUP_PARAMS.x1x;
  const [x, y] = at.map((value) => clamp(value, min, max));
  const mirrored = setupOf(page).system === "reduced";
  changeSetup(page, {
    ...((which === 1 || mirrored) && {
      x1x: which === 1 ? x : 0 - x,
      x1y: which === 1 ? y : 0 - y,
    }),
    ...((which === 2 || mirrored) && {
      x2x: which === 2 ? x : 0 - x,
      x2y: which === 2 ? y : 0 - y,
    }),
  });
}

/** Moves the end of the stiff or soft axis of A0. `angle` in radians, of the stiff axis. */
export function moveAxis(
  page: Store,
  which: "stiff" | "soft",
  { angle, length }: { readonly angle: number; readonly length: number },
): void {
  const degrees = Math.round((angle * 1800) / Math.PI) / 10;
  const turned = ((((degrees + 180) % 360) + 360) % 360) - 180;
  const { min, max } = SETUP_PARAMS[which];
  changeSetup(page, { angle: turned, [which]: clamp(length, min, max) });
}

/** Plays on, from the start where it has ended; or pauses. */
export const play = (page: Store, playing: boolean): void =>
  playback(page).setState(({ at }) => ({ playing, at: playing && at >= 1 ? 0 : at }));

export const hold = (page: Store, held: boolean): void => playback(page).setState({ held });

export const scrub = (page: Store, at: number): void =>
  playback(page).setState({ at: clamp(at, 0, 1), playing: false });

/** Lets `seconds` of playing pass. */
export const advance = (page: Store, seconds: number): void =>
  playback(page).setState(({ at }) => {
    const next = at + seconds / DURATION;
    return next >= 1 ? { at: 1, playing: false } : { at: next };
  });

export const showEvidence = (page: Store, evidence: TwoReponsState["evidence"]): void =>
  playback(page).setState({ evidence });

/** Plays from their start what a link brings. Returns what ends it. */
export function bindPlayback(page: Store): () => void {
  const look = () => {
    const of = setupOf(page);
    if (SETUP_KEYS.some((key) => of[key] !== playback(page).getState().of[key]))
      playback(page).setState({ of, at: 0, playing: !calm() });
  };
  look();
  return page.subscribe(look);
}
