/** The story as a first visitor meets it. */
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { codec } from "../../src/app/chapters";
import { namesIn } from "../../src/kit/live/model/prose";
import { openSite, type Site } from "../site";

let site: Site;
let page: Page;
let problems: string[];
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  page = await site.browser.newPage({ viewport: { width: 1280, height: 720 } });
  problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
});
afterEach(async () => {
  expect(problems).toEqual([]);
  await page.close();
});

const step = () => page.locator(".timeline .step");
const shownStep = async (): Promise<number> =>
  Number((await step().textContent())?.replace(/back.*/, "").replace(/\D/g, ""));
const open = (fragment: string) => page.goto(`${site.url}${fragment && `#${fragment}`}`);
const current = () => page.locator(".steps [aria-current]").textContent();
const dots = () =>
  page
    .locator(".hero .disc")
    .evaluateAll((discs) =>
      discs
        .map(
          (disc) =>
            disc.getAttribute("transform") ??
            `${disc.getAttribute("cx")},${disc.getAttribute("cy")}`,
        )
        .join(),
    );

describe("a first visit", () => {
  test("stands still, then moves by itself within five seconds, slowly, and gives no verdict yet", async () => {
    await open("");
    await page.locator(".hero .disc").first().waitFor();
    expect(await shownStep()).toBe(0);
    const before = await dots();
    const opened = await page.evaluate(() => performance.now());
    await expect.poll(shownStep, { timeout: 20_000, interval: 50 }).toBeGreaterThan(1);
    const moved = await page.evaluate(() => performance.now());
    expect(await dots()).not.toBe(before);
    // From when the picture stood; a busy machine may take a while to draw it.
    expect(moved - opened).toBeLessThan(5000);
    expect(await shownStep()).toBeLessThan(60);
    expect(await page.locator(".verdict").count()).toBe(0);
    await expect.poll(shownStep, { timeout: 30_000 }).toBe(128);
    expect(await page.locator(".verdict").count()).toBe(0);
    await page.getByRole("button", { name: /^They meet/ }).click();
    await page.locator(".verdict.generalisation").waitFor();
    expect(await shownStep()).toBe(128);
  });

  test("of a reader who touches something first is left to that reader", async () => {
    await open("");
    await page.locator(".hero .disc").first().waitFor();
    await page.keyboard.press("Tab");
    await page.waitForTimeout(3500);
    expect(await shownStep()).toBe(0);
  });

  test("of somebody who wants nothing to move does not move", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open("");
    await page.locator(".hero .disc").first().waitFor();
    await page.waitForTimeout(3500);
    expect(await shownStep()).toBe(0);
  });
});

describe("the steps of the story", () => {
  test("are arrowed through, each standing at its moment, with the address saying which", async () => {
    await open("");
    const steps = codec.scenes.filter(({ link }) => link.chapter === "repons");
    await page.locator(".steps [aria-current]").focus();
    for (const scene of steps.slice(1)) {
      await page.keyboard.press("ArrowRight");
      await expect.poll(current).toContain(scene.title);
      await expect.poll(shownStep).toBe(scene.link.at);
      await expect.poll(() => page.url()).toContain(`scene=${scene.id}`);
    }
    await page.keyboard.press("ArrowLeft");
    await expect.poll(current).toContain(steps.at(-2)?.title ?? "");
  });

  test("are swiped through", async () => {
    await open("v=1&scene=meet");
    await expect.poll(shownStep).toBe(128);
    await page.locator(".cards").evaluate((strip) => {
      strip.scrollTo({ left: 2 * strip.clientWidth, behavior: "instant" });
    });
    await expect.poll(current).toContain("The paper’s rates");
  });

  test("a changed knob leaves the story, and one press leads back", async () => {
    await open("v=1&scene=meet");
    await expect.poll(shownStep).toBe(128);
    await page.getByRole("slider", { name: "encoder rate" }).first().focus();
    await page.keyboard.press("ArrowRight");
    const back = page.getByRole("button", { name: "Back to the story" });
    await back.waitFor();
    await expect.poll(() => page.url()).not.toContain("scene=");
    await expect.poll(() => page.url()).toContain("encoderRate=0.11");
    await back.click();
    await expect.poll(current).toContain("Strangers");
  });

  test("go on from a stored moment to the very bits of the recording, and say so", async () => {
    await open("v=1&scene=meet&pace=full");
    await expect.poll(shownStep).toBe(128);
    await page.getByRole("button", { name: "Go on from here" }).click();
    await page.getByText(/The same run, bit for bit/).waitFor({ timeout: 30_000 });
    await expect.poll(shownStep).toBeGreaterThan(256);
  });

  test("between stored moments no field and no prediction of another step is shown", async () => {
    await open("v=1&scene=memorised");
    await page.locator(".key-field:visible").waitFor();
    await page.getByRole("slider", { name: "Shown step of the run" }).focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(shownStep).toBeLessThan(4000);
    await expect.poll(() => page.locator(".key-field:visible").count()).toBe(0);
    await page
      .locator(".panel.matrix .note")
      .getByText(/not kept at step/)
      .waitFor();
  });
});

test("play after going back shows again what was trained, then trains on", async () => {
  await open("v=1&at=400&pace=300");
  await expect.poll(shownStep).toBe(400);
  await page.getByRole("slider", { name: "Shown step of the run" }).focus();
  await page.keyboard.press("Home");
  await expect.poll(shownStep).toBe(0);
  await page.locator(".timeline .step").evaluate((output) => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() =>
      seen.push(Number((output.textContent ?? "").replace(/back.*/, "").replace(/\D/g, ""))),
    ).observe(output, { characterData: true, subtree: true, childList: true });
  });
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(shownStep).toBeGreaterThan(420);
  const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  // It came through the middle, not back to the end in one jump.
  expect(seen.filter((each) => each > 20 && each < 390).length).toBeGreaterThan(5);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});

test("stop at, in the past, shows that step", async () => {
  await open("v=1&at=400");
  await expect.poll(shownStep).toBe(400);
  await page.getByLabel("Stop at this step").fill("128");
  await page.keyboard.press("Enter");
  await expect.poll(shownStep).toBe(128);
  await expect.poll(() => page.url()).toContain("at=128");
});

describe("words that name a thing", () => {
  test("light it on focus, and only then, in every scene", async () => {
    await open("");
    for (const scene of codec.scenes) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `v=1&scene=${scene.id}`);
      await expect.poll(current).toContain(scene.title);
      await page.locator(`.chapter.${scene.link.chapter} .hero svg`).first().waitFor();
      const symbols = await page
        .locator(".equation [data-thing]")
        .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.thing));
      for (const symbol of symbols) {
        const things = await page.locator(`[data-thing~="${symbol}"]:not(.equation *)`).count();
        expect(things, `${symbol} of an equation`).toBeGreaterThan(0);
      }
      const names = namesIn(scene.sentence);
      const terms = page.locator(".card:not([inert]) .term");
      await expect.poll(() => terms.count(), { message: scene.id }).toBe(names.length);
      for (const [i, name] of names.entries()) {
        await page.locator(`[data-thing~="${name}"]`).first().waitFor({ state: "attached" });
        await terms.nth(i).focus();
        const lit = await page
          .locator("[data-lit]")
          .evaluateAll((all) =>
            all.map((each) => (each as HTMLElement | SVGElement).dataset.thing),
          );
        expect(lit.length, `${name} of ${scene.id}`).toBeGreaterThan(0);
        for (const thing of lit) expect(thing?.split(" ")).toContain(name);
        await terms.nth(i).blur();
        // The scene itself may still be pointing.
        await expect.poll(() => page.locator("[data-lit]").count()).toBe(0);
      }
    }
  });

  test("are lit by their scene for a moment, as it is opened", async () => {
    // A busy machine may be too late to see it: the page takes note itself.
    await page.addInitScript(() => {
      const lit = new Set<string>();
      Object.assign(window, { lit });
      new MutationObserver((changes) => {
        for (const { target } of changes)
          if (target instanceof SVGElement && target.dataset.lit !== undefined)
            lit.add(target.dataset.thing ?? "");
      }).observe(document, { subtree: true, attributeFilter: ["data-lit"] });
    });
    await open("v=1&scene=memorised");
    const lit = () => page.evaluate(() => [...(window as unknown as { lit: Set<string> }).lit]);
    await expect.poll(lit).toContain("test");
    await expect.poll(() => page.locator("[data-lit]").count()).toBe(0);
  });

  test("and symbols of the equation light the picture and the word", async () => {
    await open("v=1&scene=meet");
    await expect.poll(shownStep).toBe(128);
    await page.locator(".equation [data-thing=repon]").first().hover();
    await page.locator(".repons[data-lit]").waitFor();
    await expect
      .poll(() => page.locator(".card:not([inert]) .term.lit").textContent())
      .toBe("in one place");
    // The scene's own pointing, over by then, has put nothing out.
    await page.waitForTimeout(2000);
    expect(await page.locator(".repons[data-lit]").count()).toBe(1);
  });
});
