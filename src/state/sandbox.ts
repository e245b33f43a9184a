/**
 * @file What chapter 4 knows: two repons, their decoder, and the moment that is shown. And everything
 * a reader can do with them.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import { centred, SANDBOX_HOME, SANDBOX_PARAMS, type Sandbox } from "../experiment/sandbox";
import { formatSandbox, parseSandbox } from "../experiment/sandboxLink";
import { visit } from "./actions";
import type { Store } from "./store";

export interface SandboxState {
  /** Intent. Written by actions and by the link; nothing else. */
  readonly sandbox: Sandbox;
  /** The moment that is shown, as a share of the timeline. Written by actions. */
  readonly at: number;
  readonly playing: boolean;
  /** The picture looked at: a lecture shows it alone, a reader sees the outcomes anyway. */
  readonly evidence: "outcome" | "time" | "odds";
}

export type SandboxStore = StoreApi<SandboxState>;

/** Seconds in which the whole timeline is played. */
const DURATION = 7;

export const createSandboxStore = (text = ""): SandboxStore =>
  createStore<SandboxState>(() => ({
    sandbox: parseSandbox(text).sandbox,
    at: 0,
    playing: true,
    evidence: "outcome",
  }));

export const changeSandbox = (store: SandboxStore, changes: Partial<Sandbox>): void =>
  store.setState(({ sandbox }) => ({ sandbox: centred({ ...sandbox, ...changes }) }));

/** Other repons and another decoder, played from the start; the random draws stay. */
export function applySandbox(store: SandboxStore, changes: Partial<Sandbox>): void {
  const { sigmaA, sigmaC, d, outputs } = store.getState().sandbox;
  changeSandbox(store, { ...SANDBOX_HOME, sigmaA, sigmaC, d, outputs, ...changes });
  store.setState({ at: 0, playing: true });
}

const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** Moves the start of the first or second repon; in the reduced system the other one mirrors it. */
export function moveRepon(store: SandboxStore, which: 1 | 2, at: readonly [number, number]): void {
  const { min, max } = SANDBOX_PARAMS.x1x;
  const [x, y] = at.map((value) => clamp(value, min, max));
  const mirrored = store.getState().sandbox.system === "reduced";
  changeSandbox(store, {
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
  store: SandboxStore,
  which: "stiff" | "soft",
  { angle, length }: { readonly angle: number; readonly length: number },
): void {
  const degrees = Math.round((angle * 1800) / Math.PI) / 10;
  const turned = ((((degrees + 180) % 360) + 360) % 360) - 180;
  const { min, max } = SANDBOX_PARAMS[which];
  changeSandbox(store, { angle: turned, [which]: clamp(length, min, max) });
}

/** Plays on, from the start where it has ended; or pauses. */
export const playSandbox = (store: SandboxStore, playing: boolean): void =>
  store.setState(({ at }) => ({ playing, at: playing && at >= 1 ? 0 : at }));

export const scrubSandbox = (store: SandboxStore, at: number): void =>
  store.setState({ at: clamp(at, 0, 1), playing: false });

/** Lets `seconds` of playing pass. */
export const advanceSandbox = (store: SandboxStore, seconds: number): void =>
  store.setState(({ at }) => {
    const next = at + seconds / DURATION;
    return next >= 1 ? { at: 1, playing: false } : { at: next };
  });

export const showEvidence = (store: SandboxStore, evidence: SandboxState["evidence"]): void =>
  store.setState({ evidence });

/** Milliseconds without a change before the link is rewritten: a drag is one change. */
const PAUSE = 150;

/** Keeps sandbox and link equal, whichever changes. Returns what ends it. */
export function bindSandbox(page: Store, store: SandboxStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    const sandbox = formatSandbox(store.getState().sandbox);
    if (sandbox !== (page.getState().link.sandbox ?? "")) visit(page, { sandbox });
  };
  const stops = [
    store.subscribe(({ sandbox }, before) => {
      if (sandbox === before.sandbox) return;
      clearTimeout(timer);
      timer = setTimeout(write, PAUSE);
    }),
    page.subscribe(({ link }, { link: before }) => {
      const text = link.sandbox ?? "";
      if (text === (before.sandbox ?? "")) return;
      if (text === formatSandbox(store.getState().sandbox)) return;
      clearTimeout(timer);
      store.setState({ sandbox: parseSandbox(text).sandbox, at: 0, playing: true });
    }),
    () => clearTimeout(timer),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
