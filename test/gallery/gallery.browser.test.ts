/**
 * @file The pictures in a browser: they draw, say what they show, report what the reader does, and
 * leave nothing behind.
 */
import { describe, expect, test, vi } from "vitest";
import { networkMap } from "../../src/app/map/map";
import { currentPalette, onPaletteChange } from "../../src/kit/draw/palette";
import { CHAPTERS } from "../app/figures/map";
import { frame, makeStand } from "../stand";
import { FIGURES } from "./figures";

const stand = makeStand(500, 500);

describe("every picture of the gallery", () => {
  test.for(Object.entries(FIGURES))(
    "%s has a name and leaves nothing behind",
    async ([, figure]) => {
      const [width, height] = figure.size;
      stand.root.style.cssText = `width: ${width}px; height: ${height}px`;
      const remove = figure.draw(stand.root);
      await frame();
      await frame();
      expect(stand.find("[aria-label]").getAttribute("aria-label")).toMatch(/\w{4}/);
      expect(stand.root.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
      remove();
      await frame();
      expect(stand.root.childElementCount).toBe(0);
    },
  );
});

describe("map of the page", () => {
  test("shows the chapters it is given, marks the current one and opens on a click", () => {
    const onOpen = vi.fn();
    const chapters = CHAPTERS.slice(0, 3).map((chapter, i) => ({
      ...chapter,
      number: i + 1,
      current: i === 1,
    }));
    const view = stand.mount(networkMap, { chapters }, { onOpen });
    const buttons = [...stand.root.querySelectorAll("button")];
    expect(buttons.map((button) => button.querySelector("strong")?.textContent).sort()).toEqual([
      "1Repons",
      "2How much data?",
      "3How complex?",
    ]);
    expect(stand.find("[aria-current=page]").textContent).toContain("How much data?");
    buttons.find((button) => button.textContent?.includes("Repons"))?.click();
    expect(onOpen.mock.calls).toEqual([["repons"]]);
    view.destroy();
  });
});

describe("palette", () => {
  test("follows theme and profile, and is watched only while somebody listens", async () => {
    const page = document.documentElement;
    const changed = vi.fn();
    const stop = onPaletteChange(changed);
    page.dataset.theme = "dark";
    await frame();
    const dark = currentPalette();
    page.dataset.theme = "light";
    page.dataset.profile = "projector";
    await frame();
    const projector = currentPalette();
    expect([dark.dark, projector.dark]).toEqual([true, false]);
    expect([dark.size, projector.size, projector.stroke]).toEqual([1, 1.35, 1.6]);
    expect(projector.colour.ground).toBe("rgb(255, 255, 255)");
    expect(dark.classes[0]).toBe("rgb(91, 180, 240)");
    stop();
    const calls = changed.mock.calls.length;
    delete page.dataset.theme;
    delete page.dataset.profile;
    await frame();
    expect(changed).toHaveBeenCalledTimes(calls);
  });
});
