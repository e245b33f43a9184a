/** @file The size of type in a browser: it grows with the screen, and pictures hear of it. */
import "../../../src/kit/draw/palette.css";
import { afterEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { currentPalette, onPaletteChange } from "../../../src/kit/draw/palette";

const stops: (() => void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  document.documentElement.removeAttribute("style");
  await page.viewport(1280, 720);
});

const bodyText = () => {
  const probe = document.body.appendChild(document.createElement("p"));
  probe.style.fontSize = "var(--text-body)";
  const size = Number.parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return size;
};

test("type is 14 px on small screens, and at least 17 on one of 1920 x 1080", async () => {
  for (const [width, height] of [
    [390, 844],
    [1024, 768],
    [1280, 720],
  ]) {
    await page.viewport(width, height);
    expect(bodyText()).toBe(14);
  }
  await page.viewport(1920, 1080);
  expect(bodyText()).toBeGreaterThanOrEqual(17);
});

test("a wide window without height keeps small type", async () => {
  await page.viewport(1920, 600);
  expect(bodyText()).toBe(14);
});

test("pictures are told once the size is another, by the screen or by the page's own style", async () => {
  await page.viewport(1280, 720);
  const heard = vi.fn();
  stops.push(onPaletteChange(heard));
  expect(currentPalette().size).toBe(1);
  await page.viewport(1300, 730);
  await new Promise((done) => setTimeout(done, 50));
  expect(heard).not.toHaveBeenCalled();
  await page.viewport(1920, 1080);
  await expect.poll(() => currentPalette().size).toBe(1.25);
  expect(heard).toHaveBeenCalled();
  document.documentElement.style.setProperty("--size", "2");
  await expect.poll(() => currentPalette().size).toBe(2);
});

test("colours that were read while the page was hidden are not kept", () => {
  const root = document.documentElement;
  const sheet = document.head.appendChild(document.createElement("style"));
  stops.push(
    () => sheet.remove(),
    onPaletteChange(() => {}),
  );
  root.style.display = "none";
  sheet.textContent = ":root { --ink: rgb(1 2 3) }";
  expect(currentPalette().colour.ink).toBe("rgb(1, 2, 3)");
  // As a frame that is shown: nothing tells of its colours.
  sheet.textContent = ":root { --ink: rgb(4 5 6) }";
  root.style.display = "";
  expect(currentPalette().colour.ink).toBe("rgb(4, 5, 6)");
  sheet.textContent = ":root { --ink: rgb(7 8 9) }";
  expect(currentPalette().colour.ink).toBe("rgb(4, 5, 6)");
});
