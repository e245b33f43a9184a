/**
 * @file Lights what is pointed at, on the whole page: elements name what they show by `data-thing`, and
 * pointing at one of those in an equation or a key lights the words and the other pictures of it.
 */
import { point } from "./model/actions";
import type { Store } from "./model/store";

const LIT = "data-lit";

/** Things that are pointed at in a picture; a word does it itself. */
const REVERSE = ".equation [data-thing], .view-caption [data-thing]";

/** Whether a reader is at a word or a symbol that names a thing. */
export function isReading(): boolean {
  const names = document.querySelectorAll(`.term, ${REVERSE}`);
  return [...names].some((name) => name.matches(":hover, :focus"));
}

/** Lights elements under `root`. Returns what ends it. */
export function bindPointing(store: Store, root: HTMLElement): () => void {
  const light = (name: string | null) => {
    for (const element of root.querySelectorAll(`[${LIT}]`)) element.removeAttribute(LIT);
    if (name === null) return;
    for (const element of root.querySelectorAll(`[data-thing~="${CSS.escape(name)}"]`))
      element.setAttribute(LIT, "");
  };
  const thingAt = ({ target }: Event): string | null =>
    (target instanceof Element &&
      target.closest<HTMLElement>(REVERSE)?.dataset.thing?.split(" ")[0]) ||
    null;
  let mine: string | null = null;
  const over = (event: Event) => {
    const thing = thingAt(event);
    if (thing === mine) return;
    mine = thing;
    point(store, thing);
  };
  root.addEventListener("pointerover", over);
  // A picture may be drawn, or drawn anew, while something in it is pointed at.
  const drawn = new MutationObserver(() => light(store.getState().pointed));
  const unsubscribe = store.subscribe(({ pointed }, before) => {
    if (pointed === before.pointed) return;
    light(pointed);
    drawn.disconnect();
    if (pointed !== null) drawn.observe(root, { childList: true, subtree: true });
  });
  return () => {
    unsubscribe();
    drawn.disconnect();
    root.removeEventListener("pointerover", over);
  };
}
