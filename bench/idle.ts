/**
 * @file What the built page costs a processor while it has nothing to do: its run paused, finished, or its tab hidden;
 * beside it the same page while it trains. Chromium says what its processes have used. Writes the table of
 * docs/performance.md and prints it as JSON: milliseconds of a processor in a second.
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { Page } from "playwright";
import { openSite, type Site } from "../test/site";
import { withSection } from "./engines/document";
import { median } from "./engines/rounds";
import { table } from "./engines/table";

const DOCUMENT = "docs/performance.md";
const ROUNDS = 3;
/** Milliseconds: until ten seconds after the page has come engines are compared, the site is kept, and the last files are fetched. */
const SETTLE = 14_000;
const MEASURED = 4000;
/** A run that is not over within the measurement. */
const LONG = "v=1&n=60&width=128&steps=100000";

interface State {
  readonly words: string;
  readonly link: string;
  readonly enter: (page: Page) => Promise<unknown>;
}

/** As the browser says it of a tab in the background, but with its frames and timers going on. */
const hide = () => {
  Object.defineProperty(document, "hidden", { value: true });
  document.dispatchEvent(new Event("visibilitychange"));
};

const STATES: readonly State[] = [
  { words: "a run in training", link: LONG, enter: async () => {} },
  {
    words: "paused",
    link: LONG,
    enter: (page) => page.getByRole("button", { name: "Pause", exact: true }).first().click(),
  },
  { words: "in a hidden tab", link: LONG, enter: (page) => page.evaluate(hide) },
  {
    words: "finished",
    link: "v=1&steps=400",
    enter: (page) =>
      page
        .locator(".transport")
        .getByRole("button", { name: "One step", disabled: true })
        .waitFor(),
  },
];

/** Milliseconds of a processor in a second, of the page's own processes, of the main thread within them. */
async function costOf({ browser, url }: Site, { link, enter }: State) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const system = await browser.newBrowserCDPSession();
  const own = await page.context().newCDPSession(page);
  await own.send("Performance.enable");
  const used = async () => {
    const { processInfo } = await system.send("SystemInfo.getProcessInfo");
    const { metrics } = await own.send("Performance.getMetrics");
    return {
      all: processInfo
        .filter(({ type }) => type === "renderer" || type === "GPU")
        .reduce((sum, { cpuTime }) => sum + 1000 * cpuTime, 0),
      main: 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN),
    };
  };
  await page.goto(`${url}#${link}`);
  await page.locator(".panel.latent svg").first().waitFor();
  await page.waitForTimeout(1000);
  await enter(page);
  await page.waitForTimeout(SETTLE);
  const [before, begun] = [await used(), performance.now()];
  await page.waitForTimeout(MEASURED);
  const [after, seconds] = [await used(), (performance.now() - begun) / 1000];
  await page.close();
  return { all: (after.all - before.all) / seconds, main: (after.main - before.main) / seconds };
}

const site = await openSite();
const found = STATES.map((state) => ({
  state,
  costs: [] as Awaited<ReturnType<typeof costOf>>[],
}));
for (let round = 0; round < ROUNDS; round++)
  for (const { state, costs } of found) costs.push(await costOf(site, state));
await site.close();

const rounded = (values: readonly number[]): string => median(values).toFixed(1);
const rows = found.map(({ state, costs }) => [
  state.words,
  rounded(costs.map(({ all }) => all)),
  rounded(costs.map(({ main }) => main)),
]);
const heads = ["the page, its run", "ms of a processor in a second", "of its main thread"];
const text = readFileSync(DOCUMENT, "utf8");
writeFileSync(DOCUMENT, withSection(text, table(heads, rows), "npm run bench:page"));
console.log(
  JSON.stringify({ idle: Object.fromEntries(rows.map(([words, ...of]) => [words, of])) }),
);
