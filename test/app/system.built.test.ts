/**
 * What a reader's system and browser do to the page: forced colours, paper, right to left, other pixels, calm, what
 * is copied.
 */
import type { Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { evidence } from "../evidence";
import { openSite, type Site } from "../site";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

type Settings = Parameters<Site["browser"]["newPage"]>[0];

/** A run of chapter 1 that rests at step 120, the truth in its matrix. */
const RESTING = "v=1&at=120&look=matrix+truth";

async function open(fragment: string, settings: Settings = {}): Promise<Page> {
  const page = await site.browser.newPage({
    viewport: { width: 1280, height: 720 },
    colorScheme: "light",
    ...settings,
  });
  await page.goto(`${site.url}#${fragment}`);
  await page.locator("main h1").waitFor();
  return page;
}

async function rested(settings: Settings = {}): Promise<Page> {
  const page = await open(RESTING, settings);
  await page.getByRole("button", { name: "Play", exact: true }).first().waitFor();
  await page.locator(".view-curves .words text").first().waitFor();
  return page;
}

/** Shares of a canvas by colour, those of at least 2 %, as "r,g,b". */
const coloursOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const context = canvas.getContext("2d") as CanvasRenderingContext2D;
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const counts = new Map<string, number>();
      for (let i = 0; i < data.length; i += 4)
        if (data[i + 3] === 255) {
          const colour = `${data[i]},${data[i + 1]},${data[i + 2]}`;
          counts.set(colour, (counts.get(colour) ?? 0) + 1);
        }
      return [...counts].filter(([, n]) => n > data.length / 200).map(([colour]) => colour);
    });

/** A colour of the system, as "r,g,b". */
const systemColour = (page: Page, name: string) =>
  page.evaluate((colour) => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.cssText = `forced-color-adjust: none; color: ${colour}`;
    const [r, g, b] = getComputedStyle(probe).color.match(/\d+/g) ?? [];
    probe.remove();
    return `${r},${g},${b}`;
  }, name);

const MATRIX = ".view-matrix canvas";
const YES = "0,114,178";

test("forced colours reach canvases while the page is open, and leave them again; classes have letters", async () => {
  const page = await rested();
  await expect.poll(() => coloursOf(page, MATRIX)).toContain(YES);
  const names = () => page.locator(".repons .tag").allTextContents();
  expect((await names()).sort().slice(0, 3)).toEqual(["0", "1", "10"]);
  await page.emulateMedia({ forcedColors: "active" });
  const system = await Promise.all(
    ["Canvas", "CanvasText"].map((name) => systemColour(page, name)),
  );
  await expect.poll(() => coloursOf(page, MATRIX)).toEqual(expect.arrayContaining(system));
  expect(await coloursOf(page, MATRIX)).not.toContain(YES);
  // Modulo 3: 0 is of the first class, 1 of the second, 10 of the second, 11 of the third.
  await expect.poll(names).toEqual(expect.arrayContaining(["0 A", "1 B", "10 B", "11 C"]));
  const pressed = page.locator(".segments [aria-pressed=true]").first();
  const ground = await pressed.evaluate((button) => getComputedStyle(button).backgroundColor);
  expect(ground.match(/\d+/g)?.join()).toBe(await systemColour(page, "SelectedItem"));
  await page.emulateMedia({ forcedColors: "none" });
  await expect.poll(() => coloursOf(page, MATRIX)).toContain(YES);
  await expect.poll(names).toContain("10");
  evidence("faults", {
    fault: "forced colours are switched on and off while the page is open",
    browser: "Chromium",
    survived: "canvases take the system’s colours and give them back; classes have letters",
  });
  await page.close();
});

test("phases in forced colours: four fillings, none of them a hue of the page", async () => {
  const page = await open("v=1&chapter=phases", { forcedColors: "active" });
  const fillings = () => coloursOf(page, ".view-phase-grid canvas");
  const [highlight, text] = await Promise.all(
    ["SelectedItem", "CanvasText"].map((name) => systemColour(page, name)),
  );
  await expect.poll(fillings).toEqual(expect.arrayContaining([highlight, text]));
  expect(
    (await fillings()).filter((c) => ["47,158,95", "229,184,0", "111,63,160"].includes(c)),
  ).toEqual([]);
  await page.close();
});

test("another screen has other pixels: canvases at rest become as fine", async () => {
  const page = await rested();
  // A page at rest draws no frame by itself, and hears of what has changed in one.
  const widths = async () => {
    await page.evaluate(() => new Promise(requestAnimationFrame));
    return page
      .locator("main canvas")
      .evaluateAll((all: HTMLCanvasElement[]) =>
        all.map(({ width, style }) => width / Number.parseFloat(style.width)),
      );
  };
  expect((await widths()).map(Math.round)).toEqual([1, 1, 1]);
  const session = await page.context().newCDPSession(page);
  for (const deviceScaleFactor of [2, 3, 1]) {
    await session.send("Emulation.setDeviceMetricsOverride", {
      ...{ width: 1280, height: 720, mobile: false, deviceScaleFactor },
    });
    // Chromium looks at its queries anew when what else they ask for is another, not when pixels are emulated.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await expect
      .poll(async () => (await widths()).map(Math.round))
      .toEqual(Array(3).fill(deviceScaleFactor));
  }
  await page.close();
});

test("on paper: light from dark, nothing to press, folded parts open, settings and link; then as before", async () => {
  const page = await open("v=1&scene=memorised", { colorScheme: "dark" });
  await page.locator(".view-curves .words text").first().waitFor();
  const loaded = page.waitForResponse(/paper-.*\.js/);
  await page.mouse.move(200, 200);
  await page.mouse.move(210, 210);
  await loaded;
  const canvas = () =>
    page
      .locator(MATRIX)
      .first()
      .evaluate(({ style }: HTMLCanvasElement) => style.width);
  const before = await canvas();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect.poll(() => page.locator(".printed").count()).toBe(1);
  const light = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await light("body")).toBe("rgb(255, 255, 255)");
  expect(await coloursOf(page, MATRIX)).toContain(YES);
  expect(await page.locator(":is(button, input, select):visible:not(.term, .badge)").count()).toBe(
    0,
  );
  // All five sentences of the story, whichever is read.
  expect(await page.locator(".card:visible").count()).toBe(5);
  expect(await page.locator(".instrument > p:visible").count()).toBe(1);
  const foot = await page.locator(".printed").innerText();
  expect(foot).toContain("decoder rate 0.01");
  expect(foot).toContain(`${site.url}repons.html#v=1&scene=memorised`);
  const wide = await page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll("main *")].map((e) => e.getBoundingClientRect().right),
    ),
  );
  expect(wide).toBeLessThanOrEqual(681);
  await page.emulateMedia({ media: "screen", colorScheme: "dark" });
  await expect.poll(() => page.locator(".printed").count()).toBe(0);
  await expect.poll(canvas).toBe(before);
  expect(await page.locator(".instrument").evaluate((part: HTMLDetailsElement) => part.open)).toBe(
    false,
  );
  // Browsers that print say so; then nothing is left of it.
  expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(20_000);
  await expect.poll(canvas).toBe(before);
  await page.close();
});

test("a formula is copied as TeX, once, and the prose around it stays", async () => {
  const page = await rested();
  const loaded = page.waitForResponse(/paper-.*\.js/);
  await page.mouse.move(200, 200);
  await page.mouse.move(210, 210);
  await loaded;
  const copied = (from: string, to: string) =>
    page.evaluate(
      ([first, last]) => {
        const ends = [first, last].map((selector) => document.querySelector(selector) as Element);
        getSelection()?.setBaseAndExtent(ends[0], 0, ends[1], ends[1].childNodes.length);
        const clipboardData = new DataTransfer();
        const event = new ClipboardEvent("copy", {
          clipboardData,
          bubbles: true,
          cancelable: true,
        });
        document.body.dispatchEvent(event);
        return {
          text: clipboardData.getData("text/plain"),
          html: clipboardData.getData("text/html"),
        };
      },
      [from, to],
    );
  const squeezed = (text: string) => text.replace(/\s|\\(big|left|right|,|;|mathrm)/g, "");
  // From one letter of it to another: the formula is copied whole.
  await expect
    .poll(async () => (await copied(".katex-html .mord", ".katex-html .mclose")).text)
    .toMatch(/^\$.*\$$/);
  const alone = (await copied(".katex-html .mord", ".katex-html .mclose")).text;
  expect(squeezed(alone)).toContain(squeezed("P[R(x,y)"));
  expect(alone).not.toMatch(/htmlData|σ/);
  const { text, html } = await copied(".story h1", ".instrument > p");
  expect(text.split(alone)).toHaveLength(2);
  expect(html.split("sigma")).toHaveLength(2);
  expect(text).toContain("30 vectors, looking for their places\n");
  expect(text).toContain("Each dot is one element’s learned vector");
  await page.close();
});

test("right to left: formulae, sliders, charts and the story keep their order", async () => {
  const page = await rested();
  const parts = () =>
    page
      .locator(".equation .katex-html")
      .first()
      .evaluate((formula) =>
        [...formula.querySelectorAll(".mord, .mopen, .mclose, .mrel")]
          .filter((part) => part.children.length === 0 && part.textContent)
          .map((part) => ({ text: part.textContent, x: part.getBoundingClientRect().left }))
          .sort((a, b) => a.x - b.x)
          .map((part) => part.text)
          .join(""),
      );
  const before = await parts();
  expect(before).toMatch(/^P\[/);
  const numbers = () =>
    page
      .locator(".view-curves .grid text")
      .evaluateAll((texts) =>
        texts.map((text) =>
          Math.round(
            text.getBoundingClientRect().left -
              (text.closest("svg") as Element).getBoundingClientRect().left,
          ),
        ),
      );
  const stood = await numbers();
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  expect(await parts()).toBe(before);
  await expect.poll(numbers).toEqual(stood);
  const slider = page.getByRole("slider", { name: "encoder rate" });
  const value = async () =>
    Number(await page.getByRole("textbox", { name: "encoder rate, value" }).inputValue());
  const box = await slider.boundingBox();
  await slider.click({ position: { x: (box?.width ?? 0) - 12, y: 8 } });
  const high = await value();
  await slider.click({ position: { x: 12, y: 8 } });
  expect(high).toBeGreaterThan(10 * (await value()));
  // The sentence that is read is the one that is open.
  await page.locator(".steps button").nth(3).click();
  const strip = page.locator(".cards");
  await expect
    .poll(async () => {
      const [outer, inner] = [
        await strip.boundingBox(),
        await page.locator(".card").nth(3).boundingBox(),
      ];
      return Math.abs((outer?.x ?? 0) - (inner?.x ?? 99));
    })
    .toBeLessThan(2);
  expect(await page.locator(".steps [aria-current]").innerText()).toMatch(/^4/);
  await page.close();
});

test("who wants nothing to move sees nothing begin by itself, also from the middle on", async () => {
  const [calm, turned, plays] = await Promise.all([
    open("", { reducedMotion: "reduce" }),
    open(""),
    open("v=1&chapter=two-repons"),
  ]);
  const step = (page: Page) => page.locator(".transport .step").first().innerText();
  const began = performance.now();
  await turned.emulateMedia({ reducedMotion: "reduce" });
  // It may have begun by then; it rests.
  await turned.getByRole("button", { name: "Play", exact: true }).first().waitFor();
  let stopped = "";
  await expect
    .poll(async () => {
      const before = stopped;
      stopped = await step(turned);
      return stopped === before;
    })
    .toBe(true);
  // In chapter 4 time goes on until that is asked for.
  const time = () => plays.locator("input[type=range]").first().inputValue();
  await expect.poll(() => plays.getByRole("button", { name: "Pause" }).count()).toBe(1);
  await plays.emulateMedia({ reducedMotion: "reduce" });
  await plays.getByRole("button", { name: "Play", exact: true }).first().waitFor();
  const rests = await time();
  await expect.poll(() => performance.now() - began, { timeout: 20_000 }).toBeGreaterThan(3500);
  expect(await step(calm)).toMatch(/step 0\b/);
  expect(await step(turned)).toBe(stopped);
  expect(await time()).toBe(rests);
  // What is asked for begins.
  await calm.getByRole("button", { name: "Play", exact: true }).first().click();
  await expect.poll(() => step(calm)).not.toMatch(/step 0\b/);
  await Promise.all([calm, turned, plays].map((page) => page.close()));
});
