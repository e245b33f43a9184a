/**
 * @file `npm run soak -- --minutes N`: opens the site in dist/, goes round it for so long, weighs it after every round, and
 * fails where what it weighs grows without bound (soakRule.ts). What was sampled is kept in build/evidence/soak.json
 * after every round; `--continue` adds to it.
 */
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Browser } from "playwright";
import { openSite } from "../test/site";
import { scalesOf } from "../test/weight";
import { keepSoak, keptSoak } from "./soakFile";
import { floorsOf, type Sample } from "./soakRule";
import { REST, tour } from "./soakTour";

/** Milliseconds at rest over which processor time is measured, and before: what was left is written down and cleared away. */
const REPOSE = 2000;
const PAGE_BYTES = 4096;

/** Processor time, s, and memory, bytes, of the process that has worked most: the page's. */
async function meterOf(browser: Browser) {
  const session = await browser.newBrowserCDPSession();
  return async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const renderers = processInfo.filter(({ type }) => type === "renderer");
    const [{ id, cpuTime }] = renderers.sort((a, b) => b.cpuTime - a.cpuTime);
    const file = `/proc/${id}/statm`;
    const memory = existsSync(file)
      ? Number(readFileSync(file, "utf8").split(" ")[1]) * PAGE_BYTES
      : null;
    return { cpuTime, memory };
  };
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { minutes: { type: "string", default: "3" }, continue: { type: "boolean" } },
  });
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Error(`--minutes must be a number above 0, not ${values.minutes}`);
  const before = values.continue ? keptSoak() : null;
  const samples: Sample[] = [...(before?.samples ?? [])];
  const past = samples.at(-1);
  const site = await openSite();
  const problems: string[] = [];
  let stopped = false;
  process.once("SIGINT", () => {
    stopped = true;
  });
  try {
    const page = await site.browser.newPage({ viewport: { width: 1280, height: 720 } });
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("crash", () => problems.push("the page crashed"));
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
    const [weigh, meter] = [await scalesOf(page), await meterOf(site.browser)];
    await page.goto(`${site.url}#${REST}`);
    const begun = performance.now();
    const minute = () => (performance.now() - begun) / 60_000;
    for (let round = 1; minute() < minutes && !stopped && problems.length === 0; round++) {
      const stepsPerSecond = await tour(page, round);
      const weight = await weigh();
      await page.waitForTimeout(REPOSE);
      const first = await meter();
      await page.waitForTimeout(REPOSE);
      const last = await meter();
      samples.push({
        minute: (past?.minute ?? 0) + minute(),
        page: (past?.page ?? 0) + 1,
        ...weight,
        memory: last.memory,
        busy: (last.cpuTime - first.cpuTime) / (REPOSE / 1000),
        stepsPerSecond,
      });
      keepSoak({ browser: `Chromium ${site.browser.version()}`, samples });
      console.log(JSON.stringify(samples.at(-1)));
    }
  } finally {
    await site.close();
  }
  const floors = floorsOf(samples);
  for (const { limit, earlier, later, grows } of floors)
    console.log(`${grows ? "grows" : "bounded"}: ${limit.words}, ${earlier} then ${later}`);
  if (floors.length === 0) console.log("Too short for a verdict on growth.");
  for (const problem of problems) console.error(problem);
  return problems.length > 0 || floors.some(({ grows }) => grows) ? 1 : 0;
}

process.exitCode = await main();
