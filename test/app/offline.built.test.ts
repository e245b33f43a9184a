/** @file The built site after one visit: without its server, and when it has been published anew. */
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PLAIN_FLAGS } from "../../scripts/chromium";
import { evidence } from "../evidence";
import { DIST, openSite, type Site } from "../site";

const COPY = join(import.meta.dirname, "../../build/published");

let site: Site;
let context: BrowserContext;
let page: Page;
let problems: string[];

/** The site's files in a folder of their own, so that they can be changed. */
beforeEach(async () => {
  cpSync(DIST, COPY, { recursive: true });
  site = await openSite(PLAIN_FLAGS, COPY);
  context = await site.browser.newContext({
    viewport: { width: 1280, height: 720 },
    serviceWorkers: "allow",
  });
  page = await context.newPage();
  problems = [];
  page.on("pageerror", ({ message }) => problems.push(message));
});
afterEach(async () => {
  await site.close();
  rmSync(COPY, { recursive: true });
});

/** Until the page that is open is served by what it has kept. */
const kept = () =>
  expect
    .poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller)), {
      timeout: 120_000,
    })
    .toBe(true);

function change(name: string, from: string | RegExp, to: string): void {
  const before = readFileSync(join(COPY, name), "utf8");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(join(COPY, name), after);
}

const openChapter = (chapter: number) =>
  page
    .getByRole("button", { name: new RegExp(`^${chapter} `) })
    .first()
    .click();

test("after one visit every chapter, every recording and a new run are there without the server", async () => {
  await page.goto(site.url);
  await kept();
  await site.closeServer();
  const files = readdirSync(join(DIST, "data"), { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.\w+$/.test(name),
  );
  expect(files.length).toBeGreaterThan(40);
  const sizes = await page.evaluate(
    (names) =>
      Promise.all(
        names.map(async (name) => (await (await fetch(`./data/${name}`)).arrayBuffer()).byteLength),
      ),
    files,
  );
  expect(sizes).toEqual(files.map((name) => readFileSync(join(DIST, "data", name)).length));
  for (const chapter of [2, 3, 4, 5, 6, 7]) {
    await openChapter(chapter);
    await page.locator("main.chapter:not([aria-busy]) svg").first().waitFor();
  }
  // A page of its own, whatever stands behind its question mark.
  await page.goto(`${site.url}depth.html?from=course`);
  await page.locator("main.chapter.depth svg").first().waitFor();
  await page.goto(`${site.url}#v=1&seed=7&at=60`);
  await expect
    .poll(() => page.locator(".panel.latent .note").first().textContent())
    .toContain("60");
  expect(await page.locator(".problem").count()).toBe(0);
  expect(problems).toEqual([]);
  evidence("faults", {
    fault: "the server is gone after one visit",
    browser: "Chromium",
    survived: "every chapter opens, every recording is there, a new link trains",
  });
});

/** Opens the page twice, and publishes another one in its place that `spoilt` is done to; resolves to the notice of it. */
async function publishedAnew(spoilt = () => {}) {
  await page.goto(site.url);
  await kept();
  const other = await context.newPage();
  await other.goto(site.url);
  await other.locator(".panel.latent svg").first().waitFor();
  // The next version: another page, and the program of chapter 3 has another name.
  const [old] = readdirSync(join(COPY, "assets")).filter((name) => /^Depth-.*\.js$/.test(name));
  renameSync(join(COPY, "assets", old), join(COPY, "assets/Depth-anew.js"));
  change("index.html", "<title>GenEFT", "<title>Anew");
  change("sw.js", `assets/${old}`, "assets/Depth-anew.js");
  change("sw.js", /"revision":"\w+",("url":"index\.html")/, '"revision":"anew",$1');
  spoilt();
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  const notice = page.getByRole("alert").filter({ hasText: "newer version" });
  await notice.waitFor({ timeout: 60_000 });
  expect(await page.title()).not.toContain("Anew");
  return { other, load: notice.getByRole("button", { name: "Load it now" }) };
}

/** It is of the version before, and still finds its programs. */
async function expectBefore(other: Page): Promise<void> {
  expect(await other.title()).not.toContain("Anew");
  await other.getByRole("button", { name: /^3 / }).first().click();
  await other.locator("main.chapter.depth svg").first().waitFor();
}

test("a version published anew is told of, and loaded when it is asked for; open pages keep theirs", async () => {
  const { other, load } = await publishedAnew();
  await load.click();
  await expect.poll(() => page.title()).toContain("Anew");
  await expectBefore(other);
  expect(problems).toEqual([]);
  evidence("faults", {
    fault: "published anew while the page is open",
    browser: "Chromium",
    survived: "a notice, no reload by itself; an open page still opens chapters of its version",
  });
});

test("a version that is never put in charge comes from the network; without one nothing is lost", async () => {
  const { other, load } = await publishedAnew(() => change("sw.js", "self.skipWaiting()", "0"));
  await context.setOffline(true);
  await load.click();
  await page.getByRole("button", { name: "It is being loaded" }).waitFor();
  await load.waitFor();
  await page.reload();
  await page.locator(".panel.latent svg").first().waitFor();
  expect(await page.title()).not.toContain("Anew");
  await context.setOffline(false);
  await load.click();
  await expect.poll(() => page.title()).toContain("Anew");
  await expectBefore(other);
  expect(problems).toEqual([]);
  evidence("faults", {
    fault: "a newer version is never put in charge",
    browser: "Chromium",
    survived:
      "it comes from the network; without one the page stays as it was, and its site is kept",
  });
});
