/**
 * @file All that the page knows. Each field says who writes it; what can be computed is a selector.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Settings } from "../../../experiment/params";
import type { Notice } from "../../../experiment/settings";
import type { Answer } from "../../../run/probe";
import type { Checkpoint, EngineInfo, Transport } from "../../../run/wire";
import { type Codec, makeCodec } from "./codec";
import { beginDrawing, type Drawing } from "./drawing";
import type { History } from "./history";
import { HOME, type Link } from "./link";
import type { Stored, StoredMoment } from "./stored";

export type Status =
  | { readonly kind: "starting" }
  | { readonly kind: "running" }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly message: string };

/** The part of latent space in sight, in the picture's coordinates. */
export interface Sight {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** A run that was put away. */
export interface PutAway {
  readonly link: State["link"];
  readonly moment: StoredMoment;
  readonly playing: boolean;
  /** Settings of the run that took its place: under any others it is of the past. */
  readonly by: Settings;
}

export interface State {
  /** Intent. Written by actions and by the link; nothing else. */
  readonly link: Link;
  /** What was drawn of relation and split. Written by actions; where it comes to rest, by the session. */
  readonly drawing: Drawing;
  /** Raised to start the same settings again. Written by actions. */
  readonly epoch: number;
  /** Written by actions. */
  readonly transport: Omit<Transport, "pace">;
  /** The step that is shown; null follows the run. Written by actions and, while it plays, by the player. */
  readonly scrub: number | null;
  /** Elements under the pointer. Written by actions. */
  readonly hovered: readonly number[];
  /** What is pointed at, in words or in pictures: a name of `points.ts`. Written by actions. */
  readonly pointed: string | null;
  /** Whether the scene's answer is shown. Written by actions. */
  readonly revealed: boolean;
  /** Written by the latent picture. */
  readonly sight: Sight | null;
  /** What the next run goes on from, where that is found; else null. Written by actions, taken by the session. */
  readonly given: Promise<StoredMoment | null> | null;

  /** How links of this page are written and read. Never changes. */
  readonly codec: Codec;
  /** Whether the run rests where a link looks. Written by a chapter while it is open; nothing else. */
  readonly rests: (link: Link) => boolean;
  /** The step that the run goes no further than for now; null: to its end. Written by a chapter while it is open; nothing else. */
  readonly bound: number | null;
  /** Moments that the page has recordings of. Never changes. */
  readonly stored: Stored;

  /** Outcome of the current run. Written by the session; nothing else. */
  readonly status: Status;
  readonly engine: EngineInfo | null;
  /** Whether the run has the same bits on every machine, from its first step on. */
  readonly exact: boolean;
  /** What went wrong and how the run goes on. Taken away by actions. */
  readonly setback: string | null;
  readonly history: History | null;
  /** The last moment from which the run could go on exactly; null before there is one. */
  readonly checkpoint: Checkpoint | null;
  /** Runs that others took the place of, and that can be had back. Written by putAway.ts; nothing else. */
  readonly putAway: readonly PutAway[];
  /** The run before, to compare with. */
  readonly ghost: History | null;
  readonly stepsPerSecond: number | null;
  /** Written by the inquiry; nothing else. */
  readonly answer: Answer | null;
  /** Why questions about the run are not answered. Written by the inquiry; nothing else. */
  readonly unanswered: string | null;
  /** What came from outside and was not usable. Written by the link binding and by actions. */
  readonly notices: readonly Notice[];
}

/** What the pictures of a run read: the page's run, or one that is stored. */
export type RunView = Pick<State, "history" | "ghost" | "answer" | "scrub" | "hovered"> & {
  readonly link: Pick<Link, "parts">;
};

export type Store = StoreApi<State>;

/** What a page is of. */
export type PageKind = Pick<State, "codec" | "rests" | "stored">;

const BARE: PageKind = { codec: makeCodec([]), rests: () => false, stored: () => null };

export const createPageStore = (
  link: Link = HOME,
  notices: readonly Notice[] = [],
  kind: PageKind = BARE,
  given: State["given"] = null,
): Store =>
  createStore<State>(() => ({
    ...kind,
    link,
    drawing: beginDrawing(link.settings),
    epoch: 0,
    bound: null,
    transport: { playing: true, until: link.at },
    scrub: null,
    hovered: [],
    pointed: null,
    revealed: false,
    sight: null,
    given,
    status: { kind: "starting" },
    engine: null,
    exact: false,
    setback: null,
    history: null,
    checkpoint: null,
    putAway: [],
    ghost: null,
    stepsPerSecond: null,
    answer: null,
    unanswered: null,
    notices,
  }));
