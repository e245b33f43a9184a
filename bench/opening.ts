/**
 * @file How long after the page is opened the default run has its verdict, the browser's cache being
 * warm: from the navigation's start until the sentence stands in the page. Prints JSON: medians in
 * milliseconds of that and of what comes before it.
 */
import type { BrowserContext } from "playwright";
import { openSite } from "../test/site";

const RUNS = 15;
/** Milliseconds for which the tab has been open; a new one is still being drawn by the browser itself. */
const TABS = { openTab: 1500, newTab: 0 } as const;

type Moments = Readonly<Record<"worker" | "ready" | "drawn" | "verdict", number>>;

/** In the page: notes when the training worker is opened and ready, and when the verdict stands there. */
const watch = () => {
  const moments: Record<string, number> = {};
  Object.assign(window, { moments });
  window.Worker = new Proxy(Worker, {
    construct(target, [url, options]: [string | URL, WorkerOptions]) {
      const worker = new target(url, options);
      if (options.name !== "train") return worker;
      moments.worker ??= performance.now();
      worker.addEventListener("message", () => {
        moments.ready ??= performance.now();
      });
      return worker;
    },
  });
  new MutationObserver((_, observer) => {
    if (!document.querySelector(".verdict.generalisation")) return;
    moments.verdict = performance.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true, attributes: true });
};

async function open(context: BrowserContext, url: string, waited: number): Promise<Moments> {
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.waitForTimeout(waited);
  await page.goto(url);
  const found = await page.waitForFunction(
    () => {
      const { moments } = window as unknown as { moments: Moments };
      const [painted] = performance.getEntriesByName("first-contentful-paint");
      return moments.verdict && painted && { ...moments, drawn: painted.startTime };
    },
    undefined,
    { timeout: 60_000 },
  );
  const moments = (await found.jsonValue()) as Moments;
  await page.close();
  return moments;
}

function summary(visits: readonly Moments[]) {
  const ascending = (moment: keyof Moments): number[] =>
    visits.map((moments) => Math.round(moments[moment])).sort((a, b) => a - b);
  const median = (moment: keyof Moments): number => ascending(moment)[visits.length >> 1];
  return {
    trainingWorkerOpened: median("worker"),
    trainingWorkerReady: median("ready"),
    firstDrawn: median("drawn"),
    verdict: median("verdict"),
    all: ascending("verdict"),
  };
}

const site = await openSite();
const context = await site.browser.newContext({ viewport: { width: 1280, height: 720 } });
const first = await open(context, `${site.url}#v=1`, TABS.openTab);
const visits: Record<keyof typeof TABS, Moments[]> = { openTab: [], newTab: [] };
for (let run = 0; run < RUNS; run++)
  for (const tab of ["openTab", "newTab"] as const)
    visits[tab].push(await open(context, `${site.url}#v=1`, TABS[tab]));
await site.close();
console.log(
  JSON.stringify({
    openTab: summary(visits.openTab),
    newTab: summary(visits.newTab),
    firstLoad: Math.round(first.verdict),
  }),
);
