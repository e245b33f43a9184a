/** @file Formulae are copied as TeX, once: they stand on the page twice, for the eye and as a spoken sentence. */

const FORMULA = "[data-tex]";

const formulaAround = (node: Node): Element | null =>
  (node instanceof Element ? node : node.parentElement)?.closest(FORMULA) ?? null;

/** A copy of what is selected, each formula whole and as its TeX; null where there is none in it. */
function copied(selected: Range): HTMLElement | null {
  const range = selected.cloneRange();
  const first = formulaAround(range.startContainer);
  const last = formulaAround(range.endContainer);
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
  const copy = document.createElement("div");
  copy.append(range.cloneContents());
  for (const spoken of copy.querySelectorAll(".view-voice")) spoken.remove();
  const formulae = copy.querySelectorAll<HTMLElement>(FORMULA);
  for (const formula of formulae) formula.replaceWith(`$${formula.dataset.tex}$`);
  return formulae.length > 0 ? copy : null;
}

/** The lines of an element as they stand on the page. */
function linesOf(copy: HTMLElement): string {
  document.body.append(copy);
  const lines = copy.innerText;
  copy.remove();
  return lines.trim();
}

export function bindCopy(): void {
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !event.clipboardData) return;
    const copy = copied(selection.getRangeAt(0));
    if (!copy) return;
    event.clipboardData.setData("text/html", copy.innerHTML);
    event.clipboardData.setData("text/plain", linesOf(copy));
    event.preventDefault();
  });
}
