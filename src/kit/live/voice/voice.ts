/**
 * @file The page's voice for who does not see it: every few seconds one polite message of what is new, and in
 * each picture the sentence of what it shows. Panels whose words change while something is computed have
 * `data-told` in place of `aria-live`.
 */
import { isOver, isPlaying } from "../model/selectors";
import type { Store } from "../model/store";
import { TAKEABLE } from "../take/takeable";
import { makeTeller } from "./teller";
import { tidingsOf } from "./tidings";

/** Milliseconds between two messages at least. */
export const CALM = 5000;

/** Heard, not seen (stage.css). */
const UNSEEN = "view-voice";

/** Words of the panels that say what is computed, by their elements. */
function statements(root: ParentNode): ReadonlyMap<unknown, string> {
  const told = [...root.querySelectorAll<HTMLElement>("[data-told]")];
  return new Map(told.map((panel) => [panel, panel.innerText.replace(/\s+/g, " ").trim()]));
}

/** Writes into every picture what it shows. One that has nothing to say yet says nothing. */
async function findings(root: ParentNode): Promise<void> {
  for (const button of root.querySelectorAll(".figure > .take")) {
    const figure = button.parentElement as HTMLElement;
    const finding = await TAKEABLE.get(figure)
      ?.table()
      .then(
        (table) => table.finding,
        () => "", // The picture's own menu says why.
      );
    const there = figure.querySelector<HTMLElement>(":scope > .finding");
    const words = there ?? document.createElement("p");
    words.className = `finding ${UNSEEN}`;
    if (words.textContent !== finding) words.textContent = finding ?? "";
    if (!there) button.before(words);
  }
}

/** Speaks until what it returns is called. Nothing is said while the page is hidden. */
export function speak(store: Store, root: HTMLElement = document.body): () => void {
  const region = document.createElement("output");
  region.className = `told ${UNSEEN}`;
  root.append(region);
  const tell = makeTeller();
  const tick = () => {
    if (document.hidden) return;
    const state = store.getState();
    const words = tell({
      run: state.epoch + JSON.stringify(state.history?.settings ?? null),
      moves: isPlaying(state) || isOver(state),
      tidings: tidingsOf(state),
      statements: statements(root),
    });
    // A new node each time: what is said again is heard again, and nothing old is left to be read.
    region.replaceChildren(words);
    void findings(root);
  };
  tick();
  const timer = setInterval(tick, CALM);
  return () => {
    clearInterval(timer);
    region.remove();
  };
}
