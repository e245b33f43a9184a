/** @file There are words where the page is to come, whatever keeps it from coming. */
import { pathToFileURL } from "node:url";
import type { Frame, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { PLAIN_FLAGS } from "../../scripts/chromium";
import { evidence } from "../evidence";
import { DIST, openSite, type Site } from "../site";

/** A server that gives its files to its own pages alone, and one that gives them to all, as common hosts do. */
let closed: Site;
let open: Site;
let page: Page;

const flags = [...PLAIN_FLAGS, "--disable-features=LocalNetworkAccessChecks"];

beforeAll(async () => {
  closed = await openSite(flags);
  open = await openSite(flags, DIST, { open: true });
});
afterAll(() => Promise.all([closed.close(), open.close()]));
beforeEach(async () => {
  page = await closed.browser.newPage({ viewport: { width: 1280, height: 720 } });
});
afterEach(() => page.context().close());

const words = (where: Page | Frame = page) => where.locator("#page").innerText();

const survived = (fault: string, what: string) =>
  evidence("faults", { fault, browser: "Chromium", survived: what });

const ENTRY = "**/assets/index-*.js";

async function framed(site: Site): Promise<Frame> {
  await page.route("**/host.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<iframe sandbox="allow-scripts" src="${site.url}" width="1200" height="680"></iframe>`,
    }),
  );
  await page.goto(`${site.url}host.html`);
  return page.frames()[1];
}

test("before anything has run there are a title, what it is, and that it loads", async () => {
  let held: (() => void) | undefined;
  const hold = new Promise<void>((resolve) => {
    held = resolve;
  });
  await page.route(ENTRY, async (route) => {
    await hold;
    await route.continue();
  });
  await page.goto(closed.url, { waitUntil: "commit" });
  await expect.poll(words).toMatch(/GenEFT.*networks learn.*is loading/s);
  held?.();
  await page.locator(".panel.latent svg").first().waitFor();
  expect(await page.locator("#first").count()).toBe(0);
});

test("without scripts they say that it needs them", async () => {
  const plain = await closed.browser.newPage({ javaScriptEnabled: false });
  await plain.goto(closed.url);
  expect(await plain.locator("#page").innerText()).toMatch(/GenEFT.*needs JavaScript/s);
  await plain.close();
});

test("a browser that is too old is told which are not, whatever its program then stumbles over", async () => {
  // What each of them had last.
  const ages: readonly (readonly [string, () => void])[] = [
    ["Firefox 114", () => Reflect.deleteProperty(Array.prototype, "toSorted")],
    ["Safari 16.3", () => Reflect.deleteProperty(window, "DecompressionStream")],
    [
      "Chrome 110",
      () => {
        const { supports } = CSS;
        CSS.supports = (name: string, value?: string) =>
          !value?.includes("color-mix") && Reflect.apply(supports, CSS, [name, value]);
      },
    ],
  ];
  for (const [age, lack] of ages) {
    const old = await closed.browser.newPage();
    await old.addInitScript(lack);
    await old.route(ENTRY, (route) =>
      route.fulfill({ body: "let {", contentType: "text/javascript" }),
    );
    await old.goto(closed.url);
    await expect.poll(() => words(old)).toMatch(/too old.*Safari 16\.4.*Chrome.*111.*Firefox 115/);
    survived(`a browser like ${age}`, "it is told which browsers the page needs");
    await old.close();
  }
});

test("a program that is gone: published anew, and loading again opens the page", async () => {
  await page.route(ENTRY, (route) => route.fulfill({ status: 404 }));
  await page.goto(closed.url);
  await expect.poll(words).toContain("published anew");
  await page.unroute(ENTRY);
  await page.getByRole("button", { name: "Load again" }).click();
  await page.locator(".panel.latent svg").first().waitFor();
  survived("the entry program is gone (404)", "words, a button, and the page after it");
});

test("a program that throws as it begins: its message", async () => {
  await page.route(ENTRY, (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: `throw new Error("no such thing here")`,
    }),
  );
  await page.goto(closed.url);
  await expect.poll(words).toContain("no such thing here");
  survived("the entry program throws at module level", "words with its message");
});

test("opened as a file: use a server, or the single file", async () => {
  await page.goto(pathToFileURL(`${DIST}/index.html`).href);
  await expect.poll(words).toMatch(/opened as a file.*server.*geneft\.html/s);
  survived("opened from file://", "words: a server, or the single file");
});

test("in a closed frame of a server that does not give out its files: its address", async () => {
  const frame = await framed(closed);
  await expect.poll(() => words(frame)).toContain("closed frame");
  expect(await frame.locator("#first a").getAttribute("href")).toBe(closed.url);
  survived("sandboxed frame, no CORS", "words with the page's own address");
});

test("in a closed frame of a common host the page works: it trains and every chapter opens", async () => {
  await page.context().close();
  page = await open.browser.newPage({ viewport: { width: 1280, height: 720 } });
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  const frame = await framed(open);
  const step = async () =>
    Number((await frame.locator(".panel.latent .note").first().textContent())?.replace(/\D/g, ""));
  await expect.poll(step).toBeGreaterThan(20);
  for (const chapter of [2, 3, 4, 5, 6, 7]) {
    await frame
      .getByRole("button", { name: new RegExp(`^${chapter} `) })
      .first()
      .click();
    await frame.locator("main.chapter:not([aria-busy]) svg").first().waitFor();
    expect(await frame.locator(".problem").allTextContents()).toEqual([]);
  }
  expect(problems).toEqual([]);
  survived("sandboxed frame without an origin: no storage, no own workers", "trains, all chapters");
});
