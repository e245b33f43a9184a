/** The page where it is not as it is at home: beside scrollbars that take room, and over plain http. */
import { afterEach, describe, expect, test } from "vitest";
import { browserPath, onDisplay } from "../../scripts/browsers";
import { CHAPTERS } from "../../src/app/chapters";
import { type Opened, openIn } from "./open";
import { drawn, openLink } from "./steps";

let visit: Opened | undefined;
afterEach(async () => {
  await visit?.close();
  visit = undefined;
});

/** Runs in the page: what of the equations, and of choices, does not fit into its place, px. */
const cutOff = (): string[] => {
  const out = (node: Element, by: number) => `${node.textContent?.slice(0, 30)}: ${by} px`;
  const equations = [...document.querySelectorAll(".equation")].flatMap((equation) => {
    const { top, bottom } = equation.getBoundingClientRect();
    const wide = equation.scrollWidth - equation.clientWidth;
    // KaTeX's lines; boxes of letters have room above and below their ink.
    const letters = [...equation.querySelectorAll(".katex-html .mord")].map((letter) =>
      letter.getBoundingClientRect(),
    );
    const high = Math.max(
      top - Math.min(...letters.map((letter) => letter.top)),
      Math.max(...letters.map((letter) => letter.bottom)) - bottom,
    );
    return [...(wide > 0 ? [out(equation, wide)] : []), ...(high > 1 ? [out(equation, high)] : [])];
  });
  const pen = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
  const choices = [...document.querySelectorAll("select")].flatMap((select) => {
    if (!select.checkVisibility()) return [];
    const style = getComputedStyle(select);
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const text = select.selectedOptions[0]?.textContent ?? "";
    const room =
      select.clientWidth -
      Number.parseFloat(style.paddingLeft) -
      Number.parseFloat(style.paddingRight);
    const over = pen.measureText(text).width - room;
    return over > 1 ? [`${text}: ${over} px`] : [];
  });
  return [...equations, ...choices];
};

describe.runIf(browserPath("chromium") !== null)("Chromium", () => {
  test.runIf(onDisplay().length > 0 || process.env.DISPLAY)(
    "beside scrollbars that take room no equation and no choice is cut off",
    async () => {
      visit = await openIn("chromium", { classicScrollbars: true });
      for (const { id } of CHAPTERS) {
        // In a class of two letters' more than any other.
        await openLink(visit, `&chapter=${id}&data=class+equivalence`);
        await drawn(visit);
        const bar = await visit.ask(() => {
          const box = document.body.appendChild(document.createElement("div"));
          box.style.cssText = "overflow: scroll; width: 100px; height: 100px; position: fixed";
          const room = box.offsetWidth - box.clientWidth;
          box.remove();
          return room;
        }, null);
        expect(bar).toBeGreaterThan(10);
        expect(await visit.ask(cutOff, null), id).toEqual([]);
      }
      expect(await visit.complaints()).toEqual([]);
      visit.tried("classic scrollbars");
    },
  );

  test("over plain http, from another host, every chapter is drawn", async () => {
    visit = await openIn("chromium", { names: ["lesson.test"] });
    const there = { ...visit, url: visit.url.replace("127.0.0.1", "lesson.test") };
    for (const { id } of CHAPTERS) {
      await openLink(there, `&chapter=${id}&at=100`);
      await drawn(there);
      expect(await there.ask(() => isSecureContext, null)).toBe(false);
      expect(await there.ask(() => document.querySelectorAll(".problem").length, null)).toBe(0);
    }
    expect(await visit.complaints()).toEqual([]);
    visit.tried("plain http on a name");
  });
});
