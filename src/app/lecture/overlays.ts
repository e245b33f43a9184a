/** @file What may lie over a lecture's page, one at a time; and its other window. */
import { createStore, type StoreApi } from "zustand/vanilla";
import { perPage } from "../../kit/live/model/perPage";
import type { Store } from "../../kit/live/model/store";
import { urlOf } from "../../kit/live/model/url";
import { windowName } from "./speakerWindow";

export const OVERLAYS = ["blank", "code", "pen", "deck", "keys"] as const;
export type Overlay = (typeof OVERLAYS)[number];

export interface Overlays {
  readonly store: StoreApi<{ readonly shown: Overlay | null }>;
  /** Names this page to its speaker's window. */
  readonly lecture: string;
  toggle(overlay: Overlay): void;
  /** Returns whether there was one. */
  close(): boolean;
  fullscreen(): void;
  /** Opens the speaker's window. */
  speaker(): void;
}

/** The page's own. */
export const overlaysOf = perPage((page: Store): Overlays => {
  const store = createStore<{ readonly shown: Overlay | null }>(() => ({ shown: null }));
  const lecture = Math.random().toString(36).slice(2, 10);
  return {
    store,
    lecture,
    toggle: (overlay) =>
      store.setState(({ shown }) => ({ shown: shown === overlay ? null : overlay })),
    close() {
      const open = store.getState().shown !== null;
      store.setState({ shown: null });
      return open;
    },
    fullscreen() {
      const change = document.fullscreenElement
        ? document.exitFullscreen()
        : document.documentElement.requestFullscreen?.();
      // A frame may forbid it; then the page stays as it is.
      change?.catch(() => {});
    },
    speaker() {
      const { link, codec } = page.getState();
      const address = urlOf({ ...link, profile: "speaker" }, codec);
      window.open(address, windowName(lecture), "width=900,height=640");
    },
  };
});
