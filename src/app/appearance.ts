/** @file Theme and profile as attributes of the document, for the palette to read. */
import type { Store } from "../kit/live/model/store";

export function bindAppearance(store: Store, root: HTMLElement): () => void {
  const apply = () => {
    const { theme, profile } = store.getState().link;
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
    if (profile === "lecture") root.dataset.profile = "projector";
    else delete root.dataset.profile;
  };
  apply();
  return store.subscribe(({ link }, before) => {
    if (link !== before.link) apply();
  });
}
