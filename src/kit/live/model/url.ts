/**
 * @file Binds the store to the window's address. The only file that says `location`.
 */
import { arrive } from "./actions";
import type { Codec, Link } from "./link";
import type { Store } from "./store";

/** Milliseconds without a change before the address is rewritten; browsers limit the rate. */
const PAUSE = 300;

/** The link and notices that the address gives. */
export const readUrl = ({ decode }: Codec) => decode(location.hash.slice(1));

/** The full address of a link. */
export const urlOf = (link: Link, { encode }: Codec): string => {
  const fragment = encode(link);
  return `${location.href.split("#")[0]}${fragment && `#${fragment}`}`;
};

/** Loads the page anew, with what its address says. */
export const reload = (): void => location.reload();

/**
 * Writes after a pause, reads on navigation. Another chapter is written at once and is an entry of the
 * browser's history, so that Back leads to the one before; its run goes on if it is the same.
 */
export function bindUrl(store: Store): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = false;
  const { codec } = store.getState();
  const write = (link: Link) => history.replaceState(null, "", urlOf(link, codec));
  const read = () => {
    const { link, notices } = readUrl(codec);
    reading = true;
    arrive(store, link, notices);
    reading = false;
  };
  const unsubscribe = store.subscribe(({ link }, before) => {
    if (link === before.link) return;
    clearTimeout(timer);
    if (link.chapter === before.link.chapter || reading) {
      timer = setTimeout(() => write(store.getState().link), PAUSE);
      return;
    }
    write(before.link);
    history.pushState(null, "", urlOf(link, codec));
  });
  addEventListener("hashchange", read);
  return () => {
    clearTimeout(timer);
    unsubscribe();
    removeEventListener("hashchange", read);
  };
}
