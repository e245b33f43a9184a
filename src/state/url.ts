/**
 * @file Binds the store to the window's address. The only file that says `location`.
 */
import { decode, encode, type Link } from "../experiment/link";
import type { Store } from "./store";

/** Milliseconds without a change before the address is rewritten; browsers limit the rate. */
const PAUSE = 300;

/** The link and notices that the address gives. */
export const readUrl = () => decode(location.hash.slice(1));

/** The full address of a link. */
export const urlOf = (link: Link): string => {
  const fragment = encode(link);
  return `${location.href.split("#")[0]}${fragment && `#${fragment}`}`;
};

/** Writes after a pause, reads on navigation. `replaceState` fires no `hashchange`: no loop. */
export function bindUrl(store: Store): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => history.replaceState(null, "", urlOf(store.getState().link));
  const read = () => {
    const { link, notices } = readUrl();
    store.setState(({ transport }) => ({
      link,
      notices,
      scrub: null,
      pinned: 0,
      transport: { ...transport, playing: true, until: link.at },
    }));
  };
  const unsubscribe = store.subscribe(({ link }, before) => {
    if (link === before.link) return;
    clearTimeout(timer);
    timer = setTimeout(write, PAUSE);
  });
  addEventListener("hashchange", read);
  return () => {
    clearTimeout(timer);
    unsubscribe();
    removeEventListener("hashchange", read);
  };
}
