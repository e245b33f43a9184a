/**
 * @file The page on paper: light, as wide as a sheet, its pictures drawn anew for it, without what is pressed, folded
 * parts open, and below it what it shows and where it is found.
 */
import "./print.css";
import { address, hasRun, momentLink } from "../../kit/live/model/moment";
import type { State, Store } from "../../kit/live/model/store";
import { settingsWords } from "../../kit/live/take/credits";

/** Device pixels for each of the pictures', on paper. */
const FINE = 3;

function footOf(state: State): HTMLElement {
  const link = momentLink(state);
  const foot = document.createElement("footer");
  foot.className = "printed";
  const lines = [
    hasRun(state) ? `Settings: ${settingsWords(link.settings)}.` : "",
    address(link, state),
  ];
  for (const line of lines) foot.appendChild(document.createElement("p")).textContent = line;
  return foot;
}

/** Puts the page on paper while it is printed. */
export function bindPrint(store: Store): void {
  const root = document.documentElement;
  let restore: (() => void) | null = null;
  const begin = () => {
    if (restore) return;
    const foot = document.body.appendChild(footOf(store.getState()));
    // Of those with a name one alone can be open: they hold knobs.
    const folded = [
      ...document.querySelectorAll<HTMLDetailsElement>("details:not([open], [name])"),
    ];
    for (const part of folded) part.open = true;
    root.dataset.ratio = `${FINE}`;
    root.dataset.print = "";
    restore = () => {
      delete root.dataset.print;
      delete root.dataset.ratio;
      for (const part of folded) part.open = false;
      foot.remove();
      restore = null;
    };
  };
  addEventListener("beforeprint", begin);
  addEventListener("afterprint", () => restore?.());
  matchMedia("print").addEventListener("change", ({ matches }) =>
    matches ? begin() : restore?.(),
  );
}
