/**
 * @file Binds the store to the window's address. The only file that says `location`.
 */
import { arrive } from "./actions";
import type { Codec } from "./codec";
import type { Link } from "./link";
import type { Store } from "./store";

/** Milliseconds without a change before the address is rewritten; browsers limit the rate. */
const PAUSE = 300;

/** Whether this page is the one file that has all within (scripts/single): it stands alone, under any name. */
const alone = (): boolean => document.documentElement.dataset.alone !== undefined;

/** The folder of the site, whichever of its pages is open; a page that stands alone, itself. */
const site = (): string => new URL(alone() ? location.pathname : ".", location.href).href;

/** What an address without a fragment says: the page of a chapter (scripts/chapterPages.ts) opens that one. */
function landing({ home, bare, scenes }: Codec): Link {
  const { chapter } = document.documentElement.dataset;
  if (chapter === undefined) return home;
  return scenes.find(({ link }) => link.chapter === chapter)?.link ?? { ...bare, chapter };
}

/** The link and notices that the address gives. */
export const readUrl = (codec: Codec) => codec.decode(location.hash.slice(1), landing(codec));

/** The address of a link while it is open. */
export const urlOf = (link: Link, { encode }: Codec): string => {
  const fragment = encode(link);
  return `${site()}${fragment && `#${fragment}`}`;
};

/** The address of a link for others: that of its chapter's page, whose title and picture are shown with it. */
export const sharedUrl = (link: Link, { encode }: Codec): string =>
  `${site()}${alone() ? "" : `${link.chapter}.html`}#${encode(link)}`;

/** Loads the page anew, with what its address says. */
export const reload = (): void => location.reload();

/** Goes where the address leads when it is changed; `adapt` has the last word. Returns what ends it. */
export function followUrl(store: Store, adapt: (link: Link, now: Link) => Link): () => void {
  const { codec } = store.getState();
  const read = () => {
    const { link, notices } = readUrl(codec);
    arrive(store, adapt(link, store.getState().link), notices);
  };
  addEventListener("hashchange", read);
  return () => removeEventListener("hashchange", read);
}

/**
 * Writes after a pause, reads on navigation. Another chapter is written at once and is an entry of the
 * browser's history, so that Back leads to the one before; its run goes on if it is the same. So is what has been
 * drawn, one entry for strokes that follow each other closely: Back undoes them.
 */
export function bindUrl(store: Store): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = false;
  /** Whether what is being drawn has its entry. */
  let entered = false;
  const { codec } = store.getState();
  const write = (link: Link) => history.replaceState(null, "", urlOf(link, codec));
  const enter = (link: Link) => history.pushState(null, "", urlOf(link, codec));
  const read = () => {
    const { link, notices } = readUrl(codec);
    if (link.check) return reload(); // Another page.
    reading = true;
    arrive(store, link, notices);
    reading = false;
  };
  const writeLater = () => {
    const { href } = location;
    timer = setTimeout(() => {
      // Back or Forward has been pressed meanwhile: that address is about to be read, not written over.
      if (location.href === href) write(store.getState().link);
    }, PAUSE);
  };
  const unsubscribe = store.subscribe(({ link, drawing: { phase } }, before) => {
    if (link === before.link && phase === before.drawing.phase) return;
    clearTimeout(timer);
    if (reading) writeLater();
    else if (link.chapter !== before.link.chapter) {
      write(before.link);
      enter(link);
    } else if (phase === "rest") writeLater();
    else {
      if (before.drawing.phase === "rest") {
        write(before.link);
        entered = false;
      }
      if (phase === "settling") {
        if (entered) write(link);
        else enter(link);
        entered = true;
      }
    }
  });
  addEventListener("hashchange", read);
  return () => {
    clearTimeout(timer);
    unsubscribe();
    removeEventListener("hashchange", read);
  };
}
