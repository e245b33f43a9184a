/** @file Where an action goes: a point of the screen, or a control wherever it is. */
import type { Chance } from "./chance";

export interface Target {
  readonly element: Element;
  /** In px of the screen. */
  readonly x: number;
  readonly y: number;
}

const CONTROLS =
  "a[href], button, input, select, textarea, summary, [tabindex], [role=slider], [contenteditable]";

/** What a modal dialog covers cannot be reached. */
const reachable = (): ParentNode => document.querySelector("dialog[open]") ?? document;

const shown = (element: Element): boolean => element.checkVisibility();

/** So often another is drawn where one is not shown. */
const DRAWS = 5;

/** A control that is shown; null where none was drawn. */
export function anyControl(chance: Chance, selector = CONTROLS): Element | null {
  const found = reachable().querySelectorAll(selector);
  for (let draw = 0; draw < DRAWS && found.length > 0; draw++) {
    const control = chance.of(found);
    if (shown(control)) return control;
  }
  return null;
}

function atPoint(chance: Chance): Target {
  const [x, y] = [chance.between(0, innerWidth), chance.between(0, innerHeight)];
  return { element: document.elementFromPoint(x, y) ?? document.body, x, y };
}

/** A point of a control, which is brought into sight. */
function ofControl(chance: Chance): Target | null {
  const element = anyControl(chance);
  if (!element) return null;
  element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  const { x, y, width, height } = element.getBoundingClientRect();
  return { element, x: x + chance.share() * width, y: y + chance.share() * height };
}

export const anyTarget = (chance: Chance): Target =>
  (chance.share() < 0.5 ? ofControl(chance) : null) ?? atPoint(chance);

/** For whoever reads what was done: "button “Share”". */
export function nameOf(element: Element): string {
  const label = element.getAttribute("aria-label") ?? element.textContent ?? "";
  const kind = element.getAttribute("class");
  return `${element.localName}${kind ? `.${kind.split(" ").join(".")}` : ""} “${label.trim().slice(0, 30)}”`;
}
