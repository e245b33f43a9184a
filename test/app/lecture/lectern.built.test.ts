/** What else lies within a lecturer's reach. */
import type { BrowserContext, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { codec } from "../../../src/app/chapters";
import { NOTES } from "../../../src/chapters/repons/notes";
import { openSite, type Site } from "../../site";

let site: Site;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  context = await site.browser.newContext({ viewport: { width: 1280, height: 720 } });
  page = await context.newPage();
  await page.goto(`${site.url}#mode=lecture`);
  await page.locator(".lecture-bar[data-scene]").waitFor();
  await page.locator(".hero .disc").first().waitFor();
});
afterEach(() => context.close());

const scene = (of: Page = page) => of.locator(".lecture-bar").getAttribute("data-scene");
const [first, second] = codec.scenes;

describe("keys of a lecture", () => {
  test("b makes the page black and back, whatever is pressed", async () => {
    await page.keyboard.press("b");
    await page.locator(".blank").waitFor();
    const colour = await page.locator(".blank").evaluate((cover) => {
      const { left, top, width, height } = cover.getBoundingClientRect();
      return [
        left,
        top,
        width >= innerWidth,
        height >= innerHeight,
        getComputedStyle(cover).backgroundColor,
      ];
    });
    expect(colour).toEqual([0, 0, true, true, "rgb(0, 0, 0)"]);
    await page.keyboard.press("b");
    await expect.poll(() => page.locator(".blank").count()).toBe(0);
  });

  test("d draws, and what was drawn fades", async () => {
    await page.keyboard.press("d");
    await page.locator(".ink").waitFor();
    await page.mouse.move(300, 300);
    await page.mouse.down();
    await page.mouse.move(400, 340, { steps: 8 });
    await page.mouse.up();
    const stroke = page.locator(".ink path");
    await stroke.waitFor();
    const box = await stroke.boundingBox();
    expect(box?.x).toBeGreaterThan(285);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(415);
    await expect.poll(() => stroke.count(), { timeout: 20_000 }).toBe(0);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".ink").count()).toBe(0);
    expect(await scene()).toBe(first.id);
  });

  test("? lists the keys, digits open chapters, Home and End the ends, L leaves", async () => {
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys of the lecture" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("4");
    await page.locator("main.two-repons").waitFor();
    await page.keyboard.press("End");
    await expect.poll(scene).toBe(codec.scenes.at(-1)?.id);
    await page.keyboard.press("Home");
    await expect.poll(scene).toBe(first.id);
    await page.keyboard.press("l");
    await page.locator(".head").waitFor();
    expect(await page.locator(".lecture-bar").count()).toBe(0);
    await expect.poll(() => page.url()).not.toContain("lecture");
  });

  test("a presenter's keys never move a knob that was touched before", async () => {
    const slider = page.getByRole("slider", { name: "encoder rate" }).first();
    const value = await slider.getAttribute("aria-valuetext");
    await slider.focus();
    await page.keyboard.press("PageDown");
    await page.keyboard.press("PageDown");
    await expect.poll(scene).toBe(second.id);
    expect(await slider.getAttribute("aria-valuetext")).toBe(value);
  });

  test("the first press shows the answer by playing the run to where it shows", async () => {
    await page.keyboard.press("PageDown");
    await page.locator(".answer").waitFor();
    await expect
      .poll(() => page.locator(".lecture-bar .step").textContent(), { timeout: 30_000 })
      .toBe("step 128");
    expect(await scene()).toBe(first.id);
  });
});

describe("the speaker's window", () => {
  async function speaker(): Promise<Page> {
    const [window] = await Promise.all([context.waitForEvent("page"), page.keyboard.press("s")]);
    await window.getByRole("heading", { name: first.title, exact: true }).waitFor();
    return window;
  }

  test("follows the lecture: notes, question, answer, next scene", async () => {
    const window = await speaker();
    await window.getByText(NOTES[first.id]).waitFor();
    await window.getByText("30 dots, one for each number from 0 to 29").waitFor();
    await window.getByRole("heading", { name: `Next: ${second.title}` }).waitFor();
    await page.bringToFront();
    await page.keyboard.press("PageDown");
    await window.getByText(/^Shown: /).waitFor();
    await page.keyboard.press("PageDown");
    await window.getByRole("heading", { name: second.title, exact: true }).waitFor();
    await window.getByText(NOTES[second.id]).waitFor();
  });

  test("steers it, and trains nothing itself", async () => {
    const window = await speaker();
    expect(window.workers()).toHaveLength(0);
    await window.keyboard.press("PageDown");
    await page.locator(".answer").waitFor();
    await window.keyboard.press("ArrowRight");
    await expect.poll(() => scene()).toBe(second.id);
    await window.getByRole("button", { name: "last" }).click();
    await expect.poll(() => scene()).toBe(codec.scenes.at(-1)?.id);
    await window.keyboard.press("b");
    await page.locator(".blank").waitFor();
    await window.getByText(/the screen is black/).waitFor();
  });

  test("of one lecture does not steer another", async () => {
    const window = await speaker();
    const other = await context.newPage();
    await other.goto(`${site.url}#mode=lecture`);
    await other.locator(".lecture-bar[data-scene]").waitFor();
    await window.bringToFront();
    await window.keyboard.press("End");
    await expect.poll(() => scene()).toBe(codec.scenes.at(-1)?.id);
    expect(await scene(other)).toBe(first.id);
  });
});

test("a deck is ticked, its link copied, and opened again shows those scenes in that order", async () => {
  await page.keyboard.press("k");
  const dialog = page.getByRole("dialog", { name: "Your deck" });
  await dialog.getByRole("button", { name: "None" }).click();
  await dialog.getByText("No scene is ticked.").waitFor();
  const chosen = [codec.scenes[4], codec.scenes[1]];
  for (const { title } of chosen) await dialog.getByRole("checkbox", { name: title }).check();
  const link = await dialog.getByLabel("The link to this deck").inputValue();
  expect(link).toContain(`deck=${chosen.map(({ id }) => id).join("%2C")}`);
  await page.goto("about:blank");
  await page.goto(link);
  await expect.poll(() => scene()).toBe(chosen[0].id);
  await expect.poll(() => page.locator(".lecture-bar b").textContent()).toBe("1 / 2");
  await page.keyboard.press("End");
  await expect.poll(() => scene()).toBe(chosen[1].id);
});
