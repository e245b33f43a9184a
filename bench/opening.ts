/**
 * @file How long after the page is opened the default run has its verdict, the browser's cache being
 * warm: from the navigation's start until the sentence stands in the page. Prints JSON: milliseconds.
 */
import type { BrowserContext } from "playwright";
import { CHROMIUM_FLAGS } from "../scripts/chromium";
import { openSite } from "../test/built/site";

const RUNS = 7;
const FLAGS = [...CHROMIUM_FLAGS.filter((flag) => !/swiftshader/.test(flag)), "--disable-gpu"];

/** In the page: notes when the verdict first stands there. */
const watch = () => {
  new MutationObserver((_, observer) => {
    if (!document.querySelector(".verdict.generalisation")) return;
    Object.assign(window, { verdictAt: performance.now() });
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true, attributes: true });
};

async function open(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(url);
  const handle = await page.waitForFunction(
    () => (window as { verdictAt?: number }).verdictAt,
    undefined,
    { timeout: 60_000 },
  );
  const milliseconds = Number(await handle.jsonValue());
  await page.close();
  return Math.round(milliseconds);
}

const site = await openSite(FLAGS);
const context = await site.browser.newContext({ viewport: { width: 1280, height: 720 } });
const first = await open(context, site.url);
const later: number[] = [];
for (let run = 0; run < RUNS; run++) later.push(await open(context, site.url));
await site.close();
const sorted = [...later].sort((a, b) => a - b);
console.log(
  JSON.stringify({ verdictAfter: { median: sorted[RUNS >> 1], all: later, firstLoad: first } }),
);
