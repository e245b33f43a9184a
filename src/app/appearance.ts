/** @file Theme, profile and, in a lecture, the size of type as attributes of the document, for the palette to read. */
import type { Store } from "../kit/live/model/store";

/** The smallest type of a lecture, as a share of the height of the screen, and in px where `--size` is 1. */
const SHARE = 0.0245;
const SMALLEST = 12.5;
/** A narrow screen is wide enough for this many px at `--size` 1. */
const NARROWEST = 640;

/** `--size` in a lecture on a screen of so many px: so that those in the last row can read. */
export const lectureSize = (width: number, height: number): number =>
  Math.max(1, Math.min((SHARE * height) / SMALLEST, width / NARROWEST));

export function bindAppearance(store: Store, root: HTMLElement): () => void {
  const apply = () => {
    const { theme, profile } = store.getState().link;
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
    if (profile === "lecture") {
      root.style.setProperty("--size", lectureSize(innerWidth, innerHeight).toFixed(3));
      root.dataset.profile = "projector";
    } else {
      root.style.removeProperty("--size");
      delete root.dataset.profile;
    }
  };
  apply();
  addEventListener("resize", apply);
  const unsubscribe = store.subscribe(({ link }, before) => {
    if (link !== before.link) apply();
  });
  return () => {
    removeEventListener("resize", apply);
    unsubscribe();
  };
}
