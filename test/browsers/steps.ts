/** @file What tests in every engine do on the page, and wait for. */
import { expect } from "vitest";
import type { Opened } from "./open";
import { type Spot, seen, type Visit } from "./visit";

/** Waits until every picture in sight says what it shows, and nothing is busy. */
export const drawn = (visit: Visit) =>
  seen(
    visit,
    "all pictures drawn",
    () => {
      const count = (selector: string) =>
        [...document.querySelectorAll(selector)].filter((node) => node.checkVisibility()).length;
      return (
        count("main h1, .lecture-bar") > 0 &&
        count("main :is([role=img], table, pre)") > 0 &&
        count("[aria-busy=true], .view-plot > svg:not([role]), [role=img]:not([aria-label])") ===
          0 &&
        count("[role=slider]:not([aria-valuenow])") === 0
      );
    },
    null,
  );

/** Waits until that step is shown. */
export const atStep = (visit: Visit, step: number) =>
  seen(
    visit,
    `step ${step}`,
    (asked) => {
      const text = document.querySelector(".timeline .step")?.textContent ?? "";
      return /[\d,]+/.exec(text)?.[0].replaceAll(",", "") === asked;
    },
    `${step}`,
  );

/** Opens a link anew. */
export async function openLink(visit: Opened, fragment: string): Promise<void> {
  await visit.goto(`${visit.url}#v=1${fragment}`);
}

/** Middle of the one element that matches, once it is in sight. */
export const middleOf = (visit: Visit, selector: string): Promise<Spot> =>
  seen(
    visit,
    selector,
    (asked) => {
      const node = document.querySelector(asked);
      if (!node?.checkVisibility()) return null;
      node.scrollIntoView({ block: "nearest" });
      const { left, right, top, bottom } = node.getBoundingClientRect();
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    },
    selector,
  );

/** Presses the button with that text. */
export async function pressButton(visit: Visit, name: string): Promise<void> {
  const at = await seen(
    visit,
    `a button “${name}”`,
    (asked) => {
      const button = [...document.querySelectorAll("button")].find(
        (each) => each.checkVisibility() && each.textContent?.trim() === asked && !each.disabled,
      );
      if (!button) return null;
      button.scrollIntoView({ block: "nearest" });
      const { left, right, top, bottom } = button.getBoundingClientRect();
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    },
    name,
  );
  await visit.click(at);
}

/** Waits until the text of what matches contains `words`. */
export const says = (visit: Visit, selector: string, words: string) =>
  seen(
    visit,
    `“${words}” in ${selector}`,
    (asked) =>
      [...document.querySelectorAll(asked.selector)].some((node) =>
        node.textContent?.includes(asked.words),
      ),
    { selector, words },
  );

/** Waits until the address contains `text`. */
export const addressHas = (visit: Visit, text: string) =>
  seen(visit, `${text} in the address`, (asked) => location.href.includes(asked), text);

/** Expects that nothing is wider than the window. */
export async function expectNothingWider(visit: Visit): Promise<void> {
  const [wanted, given] = await visit.ask(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth] as const;
  }, null);
  expect(wanted).toBeLessThanOrEqual(given);
}
