/**
 * @file All that the page knows. Each field says who writes it; what can be computed is a selector.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Notice } from "../../../experiment/settings";
import type { Answer } from "../../../run/probe";
import type { EngineInfo, Transport } from "../../../run/wire";
import type { History } from "./history";
import { type Codec, HOME, type Link, makeCodec } from "./link";

export type Status =
  | { readonly kind: "starting" }
  | { readonly kind: "running" }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly message: string };

/** What the pictures show, apart from the run itself. */
export interface Display {
  readonly trails: boolean;
  readonly field: boolean;
  readonly forces: boolean;
  readonly matrix: "truth" | "prediction" | "errors";
  /** Whether rows and columns are sorted by class or rank. */
  readonly sorted: boolean;
  readonly curve: "accuracy" | "loss";
  /** Which evidence a lecture shows; a reader sees both. */
  readonly evidence: "curves" | "relation";
}

/** The part of latent space in sight, in the picture's coordinates. */
export interface Sight {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

export interface State {
  /** Intent. Written by actions and by the link; nothing else. */
  readonly link: Link;
  /** Raised to start the same settings again. Written by actions. */
  readonly epoch: number;
  /** Written by actions. */
  readonly transport: Transport;
  /** The step that is shown; null follows the run. Written by actions. */
  readonly scrub: number | null;
  /** The element x of the decoder's field. Written by actions. */
  readonly pinned: number;
  /** Elements under the pointer. Written by actions. */
  readonly hovered: readonly number[];
  /** Written by actions. */
  readonly display: Display;
  /** Written by the latent picture. */
  readonly sight: Sight | null;

  /** How links of this page are written and read. Never changes. */
  readonly codec: Codec;
  /** Whether the run rests where a link looks. Written by a chapter while it is open; nothing else. */
  readonly rests: (link: Link) => boolean;

  /** Outcome of the current run. Written by the session; nothing else. */
  readonly status: Status;
  readonly engine: EngineInfo | null;
  /** Whether the run has the same bits on every machine, from its first step on. */
  readonly exact: boolean;
  /** What went wrong and how the run goes on. Taken away by actions. */
  readonly setback: string | null;
  readonly history: History | null;
  /** The run before, to compare with. */
  readonly ghost: History | null;
  readonly stepsPerSecond: number | null;
  /** Written by the inquiry; nothing else. */
  readonly answer: Answer | null;
  /** What came from outside and was not usable. Written by the link binding and by actions. */
  readonly notices: readonly Notice[];
}

/** What the pictures of a run read: the page's run, or one that is stored. */
export type RunView = Pick<
  State,
  "history" | "ghost" | "answer" | "scrub" | "pinned" | "hovered" | "display"
>;

export type Store = StoreApi<State>;

/** What a page is of. */
export type PageKind = Pick<State, "codec" | "rests">;

const BARE: PageKind = { codec: makeCodec([]), rests: () => false };

export const createPageStore = (
  link: Link = HOME,
  notices: readonly Notice[] = [],
  kind: PageKind = BARE,
): Store =>
  createStore<State>(() => ({
    ...kind,
    link,
    epoch: 0,
    transport: { playing: true, until: link.at, speed: null },
    scrub: null,
    pinned: 0,
    hovered: [],
    display: {
      trails: true,
      field: true,
      forces: false,
      matrix: "prediction",
      sorted: false,
      curve: "accuracy",
      evidence: "curves",
    },
    sight: null,
    status: { kind: "starting" },
    engine: null,
    exact: false,
    setback: null,
    history: null,
    ghost: null,
    stepsPerSecond: null,
    answer: null,
    notices,
  }));
