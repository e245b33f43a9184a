/** @file What is kept, where the browser refuses it, tabs share it, clocks are coarse and pages are put by. */
import type { BrowserContext, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { evidence } from "../evidence";
import { openSite, type Site } from "../site";

const LINK = "v=1&n=8&width=8&depth=1&engine=simd";
const GRID =
  "v=1&chapter=phases&n=8&width=8&depth=1&engine=simd&phases=figure+here+columns+9+rows+9+steps+20000+seeds+3";
const NOTEBOOK = "chapter=lab&lab=bench+notebook";

let site: Site;
let context: BrowserContext;
let problems: string[];
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  problems = [];
  context = await site.browser.newContext({ viewport: { width: 1280, height: 720 } });
  context.on("weberror", (error) => problems.push(error.error().message));
});
afterEach(async () => {
  await context.close();
  expect(problems).toEqual([]);
});

const survived = (fault: string, what: string) =>
  evidence("faults", { fault, browser: "Chromium", survived: what });

const stepOf = async (page: Page): Promise<number> =>
  Number((await page.locator(".timeline .step").textContent())?.replace(/\D/g, ""));

interface Mark {
  readonly key: string;
  readonly step: number;
}
/** What the tab would go on from. */
const markOf = (page: Page) =>
  page.evaluate((): Mark => JSON.parse(sessionStorage.getItem("geneft-run") ?? "{}"));

describe("a grid that trains", () => {
  const words = (page: Page) => page.locator(".grid-training p").first().textContent();
  const notice = (page: Page) =>
    page.getByRole("status").filter({ hasText: "This browser keeps no results" });
  const decided = async (page: Page) => Number(/\d+/.exec((await words(page)) ?? "")?.[0]);
  const train = async (page: Page) => {
    await page
      .locator(".grid-training")
      .getByRole("button", { name: /^Train/ })
      .click();
    await expect.poll(() => decided(page)).toBeGreaterThan(0);
  };
  const pause = (page: Page) =>
    page.locator(".grid-training").getByRole("button", { name: "Pause" }).click();

  const refusals: readonly (readonly [string, () => void])[] = [
    [
      "IndexedDB is forbidden (opening it throws at once)",
      () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException("The operation is insecure.", "SecurityError");
        };
      },
    ],
    [
      "IndexedDB never answers",
      () => {
        IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
      },
    ],
  ];

  test.each(refusals)(
    "goes on, says so, and makes way for a recording, where %s",
    async (fault, refuse) => {
      const page = await context.newPage();
      await page.addInitScript(refuse);
      await page.goto(`${site.url}#${GRID}`);
      await train(page);
      await notice(page).waitFor();
      await pause(page);
      await expect.poll(() => words(page)).toContain("Paused; kept until the page is closed.");
      const figure = page.locator(".figure-picker select");
      const grid = page.locator(".view-phase-grid svg");
      await figure.selectOption("figure-5-greater-than");
      await expect.poll(() => grid.getAttribute("aria-label")).toMatch(/greater-than/);
      await expect.poll(() => grid.getAttribute("aria-label")).toContain("generalisation");
      expect(await notice(page).count()).toBe(0);
      // The address follows after a moment; until then it is the one that is to be gone back to.
      await expect.poll(() => page.url()).toContain("greater-than");
      await page.evaluate((link) => {
        location.hash = link;
      }, GRID);
      await expect.poll(() => decided(page)).toBeGreaterThan(0);
      await notice(page).waitFor();
      expect(await words(page)).not.toContain("kept here");
      survived(
        fault,
        "a grid trains on and says that it is not kept; recordings open, and it is there again after them",
      );
    },
  );

  test("loses nothing where the disk is full for a while, or the database is taken away", async () => {
    const page = await context.newPage();
    await page.goto(`${site.url}#${GRID}`);
    const devtools = await context.newCDPSession(page);
    const { origin } = new URL(site.url);
    // Before the first write: Chromium remembers for a while how much room there was.
    await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
    await train(page);
    await notice(page).waitFor();
    await devtools.send("Storage.overrideQuotaForOrigin", { origin });
    await notice(page).waitFor({ state: "detached" });
    survived(
      "the disk is full (quota of 1 byte) while a grid trains",
      "it trains on and says so; once there is room all of it is kept",
    );
    await devtools.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
    const before = await decided(page);
    await expect.poll(() => decided(page)).toBeGreaterThan(before);
    await pause(page);
    await expect.poll(() => words(page)).toContain("Paused; kept here.");
    expect(await notice(page).count()).toBe(0);
    await page.waitForTimeout(1000);
    await page.reload();
    await expect.poll(() => words(page)).toContain("Paused; kept here.");
    expect(await decided(page)).toBeGreaterThan(0);
    survived(
      "the database is deleted by the browser while a grid trains",
      "the page connects anew and keeps what is trained from then on",
    );
  });
});

/** What is on the page as text is words and numbers. */
async function sayNothingWrong(page: Page): Promise<void> {
  const text = await page.locator("body").innerText();
  expect(text).not.toMatch(/NaN|Infinity|undefined|\bnull\b/);
  expect(await page.getByRole("alert").allTextContents()).toEqual([]);
}

test("five tabs with one link keep a run each, through reloads, and one notebook", async () => {
  const pages = await Promise.all(Array.from({ length: 5 }, () => context.newPage()));
  await Promise.all(pages.map((page) => page.goto(`${site.url}#${LINK}&pace=20`)));
  for (const page of pages)
    await expect.poll(async () => (await markOf(page)).step).toBeGreaterThan(10);
  const keys = await Promise.all(pages.map(async (page) => (await markOf(page)).key));
  expect(new Set(keys).size).toBe(5);
  const before = await Promise.all(pages.map(async (page) => (await markOf(page)).step));
  await Promise.all(pages.map((page) => page.reload()));
  for (const [i, page] of pages.entries()) {
    await expect.poll(() => stepOf(page)).toBeGreaterThanOrEqual(before[i]);
    expect((await markOf(page)).key).toBe(keys[i]);
  }
  // A tab that is duplicated has what the other's session has.
  const opening = context.waitForEvent("page");
  await pages[0].evaluate(() => void open(location.href));
  const twin = await opening;
  expect((await markOf(twin)).key).toBe(keys[0]);
  await expect.poll(async () => (await markOf(twin)).key).not.toBe(keys[0]);
  const [first, ...others] = pages;
  await first.reload();
  await expect.poll(async () => (await markOf(first)).key).toBe(keys[0]);
  for (const page of others) await page.close();
  await twin.goto(`${site.url}#v=1&n=5&${NOTEBOOK}`);
  const rows = twin.getByRole("rowheader", { name: /n 8/ });
  await rows.waitFor();
  expect(await rows.count()).toBe(1);
  await sayNothingWrong(first);
  await sayNothingWrong(twin);
  survived(
    "one link in five tabs, each reloaded, one of them duplicated",
    "each goes on from its own last moment; the notebook has the run once",
  );
});

/** Clocks show tenths of a second alone; the page's date is `window.late` ms before the true one. */
const COARSE = `{
  const fine = performance.now.bind(performance);
  performance.now = () => 100 * Math.floor(fine() / 100);
  const { now } = Date;
  Date.now = () => 100 * Math.floor((now() - (globalThis.late ?? 0)) / 100);
}`;

test("coarse clocks, one that is set back, and no storage of the page's own change nothing that is said", async () => {
  const page = await context.newPage();
  await page.addInitScript(COARSE);
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
  });
  await page.route("**/assets/*.worker-*.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${COARSE}${await response.text()}` });
  });
  await page.goto(`${site.url}#${LINK}&pace=log&${NOTEBOOK}`);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(100);
  await page.getByRole("combobox", { name: "Pace" }).selectOption("full");
  await expect.poll(() => stepOf(page)).toBeGreaterThan(2000);
  await page.getByRole("rowheader", { name: /n 8/ }).waitFor();
  await sayNothingWrong(page);
  await page.evaluate(() => Object.assign(window, { late: 3600_000 }));
  await page.evaluate(() => {
    location.hash = "v=1&n=7&width=9&steps=200&chapter=lab&lab=bench+notebook";
  });
  await page.getByRole("rowheader", { name: /n 7/ }).waitFor();
  expect(await page.getByRole("rowheader").first().textContent()).toMatch(/n 7/);
  await sayNothingWrong(page);
  survived(
    "clocks of 100 ms (performance.now and Date), in the page and its workers",
    "paces, speeds and times are numbers; training goes on at its pace",
  );
  survived("the system clock is set back by an hour", "the notebook’s newest run stays on top");
  survived(
    "localStorage and sessionStorage are forbidden (their getters throw)",
    "the page works; a reload begins anew",
  );
});

test("a page that was frozen, and one that was discarded, go on", async () => {
  const page = await context.newPage();
  await page.goto(`${site.url}#${LINK}&pace=20`);
  await expect.poll(async () => (await markOf(page)).step).toBeGreaterThan(10);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await devtools.send("Page.setWebLifecycleState", { state: "active" });
  const then = await stepOf(page);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(then + 5);
  await sayNothingWrong(page);
  survived("the tab is frozen for seconds and goes on", "the run goes on at its pace");
  // Loaded again by the browser, which is no reload to the page.
  const { step } = await markOf(page);
  await page.addInitScript(() => {
    Object.defineProperty(document, "wasDiscarded", { value: true });
    const entries = performance.getEntriesByType.bind(performance);
    performance.getEntriesByType = (type) =>
      type === "navigation"
        ? ([{ type: "navigate" }] as unknown as PerformanceEntryList)
        : entries(type);
  });
  await page.reload();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0);
  expect(await stepOf(page)).toBeGreaterThanOrEqual(step);
  survived("the tab is discarded and loaded again", "the run goes on from its last moment");
});
