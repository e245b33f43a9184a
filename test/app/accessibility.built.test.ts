/**
 * Every chapter as those meet it who cannot see it well, or at all: no rule of axe is broken, contrasts included; a
 * few keys lead to the picture and to Play; every picture says what it shows, and the run is told.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHAPTERS } from "../../src/app/chapters";
import { BENCHES } from "../../src/chapters/lab/model/choices";
import { openSite, type Site } from "../site";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

interface Place {
  readonly link: string;
  /** What is there once the place is open. */
  readonly there: string;
}

const chapters: readonly Place[] = CHAPTERS.map(({ id, number, title }) => ({
  link: `chapter=${id}`,
  there: `nav [aria-current=page][aria-label="${number} ${title}"]`,
}));
const benches: readonly Place[] = Object.keys(BENCHES).map((bench) => ({
  link: `chapter=lab&lab=bench+${bench}`,
  there: `main.lab.${bench}`,
}));
const lectures: readonly Place[] = ["repons", "phases"].map((id) => ({
  link: `profile=lecture&chapter=${id}`,
  there: "[data-profile=projector] .lecture-bar",
}));

/**
 * What axe finds broken on a page, or within a part of it: contrasts over a page that goes on behind are not for axe
 * to tell. It did look: `passed` is among what it passed.
 */
async function brokenOn(page: Page, passed = "color-contrast", within = ""): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate<AxeResults>(
    `axe.run(${within && `'${within}', `}{ resultTypes: ['violations'] })`,
  );
  expect(passes.map(({ id }) => id)).toContain(passed);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

/** Opens a place in a page that is open, and waits until its pictures say what they show. */
async function open(page: Page, { link, there }: Place): Promise<void> {
  await page.goto(`${site.url}#v=1&${link}`);
  await page.locator(there).first().waitFor();
  await page.locator("main :is([role=img], table, pre):visible").first().waitFor();
  const undrawn =
    ":is([aria-busy=true], .view-plot > svg:not([role]), [role=img]:not([aria-label]), [role=slider]:not([aria-valuenow]))";
  await expect.poll(() => page.locator(`${undrawn}:visible`).count()).toBe(0);
}

/** What has the focus after these keys, pressed at the top of the page. */
async function after(page: Page, ...keys: string[]): Promise<string> {
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
  });
  for (const key of keys) await page.keyboard.press(key);
  await page.evaluate(() => document.body.removeAttribute("tabindex"));
  return page.evaluate(() => {
    const at = document.activeElement;
    const name = at?.getAttribute("aria-label") ?? at?.textContent ?? "";
    return `${at?.closest(".hero, .transport, .head, .skip")?.classList[0]}: ${name}`;
  });
}

/** Past the head in two stops at most, where there is something to play. */
async function skipped(page: Page): Promise<string[]> {
  const plays = await page.locator(".transport > .primary").count();
  const faults: string[] = [];
  const ask = async (wanted: RegExp, ...keys: string[]) => {
    const found = await after(page, ...keys);
    if (!wanted.test(found)) faults.push(`${keys.join(", ")} leads to ${found}`);
  };
  await ask(/^skip: To the picture$/, "Tab");
  await ask(/^hero: /, "Tab", "Enter");
  if (plays > 0) await ask(/^transport: (Play|Pause)$/, "Tab", "Tab", "Enter");
  else await ask(/^head: Map$/, "Tab", "Tab");
  return faults;
}

/** Benches of the lab and lectures are of the wide page; `npm run test:browsers` has more looks of every chapter. */
const LOOKS = [
  {
    look: { colorScheme: "light", viewport: { width: 1280, height: 720 } },
    places: [...chapters, ...benches, ...lectures],
  },
  { look: { colorScheme: "dark", viewport: { width: 390, height: 844 } }, places: chapters },
] as const;

describe.each(LOOKS)("$look.colorScheme, $look.viewport.width wide", ({ look, places }) => {
  let page: Page;
  beforeAll(async () => {
    page = await site.browser.newPage({ ...look, reducedMotion: "reduce" });
  });
  afterAll(() => page.close());

  test("every chapter, and on the wide page every bench of the lab and lectures", async () => {
    const broken: Record<string, string[]> = {};
    for (const place of places) {
      await open(page, place);
      const faults = await brokenOn(page);
      if (chapters.includes(place)) faults.push(...(await skipped(page)));
      if (faults.length > 0) broken[place.link] = faults;
    }
    expect(broken).toEqual({});
  });

  test("what is heard of a run: news of it, and in every picture what it shows", async () => {
    // A page of its own: nothing has the focus in it.
    await page.goto("about:blank");
    await open(page, chapters[0]);
    await page.keyboard.press("r");
    const told = page.locator("output.told");
    await expect.poll(() => told.textContent()).toMatch(/above 0\.9|stands? apart/);
    const figures = await page.locator(".figure:has(> .take)").count();
    expect(figures).toBeGreaterThan(2);
    const findings = page.locator(".figure > .finding");
    await expect
      .poll(async () => (await findings.allTextContents()).filter(Boolean).length)
      .toBe(figures);
    expect((await findings.allTextContents()).join(" ")).toMatch(
      /repons .*held-out pairs .*(pairs are answered right|The relation holds for)/s,
    );
    const spoken = await page.locator(".equation .view-voice").allTextContents();
    expect(spoken.join(" ")).toMatch(/^The probability that R of x and y/);
  });

  test("a picture's numbers, and help with the sound", async () => {
    await open(page, chapters[0]);
    const corner = page.getByRole("button", { name: "Numbers and files of this picture" }).first();
    await corner.focus();
    await page.keyboard.press("Enter");
    await page.locator(".take-menu .finding:not(:empty)").waitFor();
    expect(await brokenOn(page, "button-name", "dialog[open]")).toEqual([]);
    await page.getByRole("button", { name: "Read its numbers" }).press("Enter");
    await page.locator("dialog.numbers tbody tr").first().waitFor();
    expect(await brokenOn(page, "button-name", "dialog[open]")).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await corner.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.getByRole("button", { name: "Help" }).click();
    const sound = page.getByRole("button", { name: "Hear it while it trains" });
    expect(await sound.getAttribute("aria-pressed")).toBe("false");
    await sound.click();
    expect(await sound.getAttribute("aria-pressed")).toBe("true");
    expect(await brokenOn(page, "button-name", "dialog[open]")).toEqual([]);
    await sound.click();
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Help");
  });

  test("what can be shared", async () => {
    await page.goto(`${site.url}#v=1&at=20`);
    await page.getByRole("button", { name: "Share" }).click();
    await page.locator("dialog.share .qr[aria-busy=false]").waitFor();
    await page.getByRole("button", { name: "Copy HTML to embed" }).click();
    expect(await brokenOn(page, "button-name", "dialog[open]")).toEqual([]);
    await page.getByRole("button", { name: "Large" }).click();
    await page.locator("dialog.share-qr-large .qr[aria-busy=false]").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Share");
  });

  test("a picture alone", async () => {
    await page.goto("about:blank");
    await page.goto(`${site.url}#v=1&at=20&embed=latent&show=encoderRate,depth&lock=depth`);
    await page.locator(".hero [role=img][aria-label]").first().waitFor();
    expect(await brokenOn(page)).toEqual([]);
  });
});
