/**
 * @file `npm run bench:page`: the longest main-thread task while a run trains and a slider is dragged,
 * from Chromium's trace of the built page. Prints JSON: milliseconds, median of the runs.
 */
import type { Browser } from "playwright";
import { CHROMIUM_FLAGS } from "../scripts/chromium";
import { openSite } from "../test/built/site";

const RUNS = 5;
/** Slider moves in one drag. */
const MOVES = 60;

/** As on a machine without a GPU: the page itself is drawn by the processor, not by a software GPU. */
const FLAGS = [...CHROMIUM_FLAGS.filter((flag) => !/swiftshader/.test(flag)), "--disable-gpu"];

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly tid: number;
  readonly pid: number;
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Durations (ms) of the tasks of the thread that spent the most time in renderer main tasks. */
function mainTasks(events: readonly TraceEvent[]): number[] {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}:${tid}`),
  );
  return events
    .filter(
      ({ name, ph, pid, tid }) =>
        name === "ThreadControllerImpl::RunTask" && ph === "X" && mains.has(`${pid}:${tid}`),
    )
    .map(({ dur = 0 }) => dur / 1000);
}

async function drag(browser: Browser, url: string): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(url);
  await page.locator(".verdict.generalisation").waitFor({ timeout: 60_000 });
  await browser.startTracing(page, {
    categories: [
      "toplevel",
      "disabled-by-default-devtools.timeline",
      "devtools.timeline",
      "__metadata",
    ],
  });
  await page.waitForTimeout(2000);
  const box = await page.getByRole("slider", { name: "encoder rate" }).boundingBox();
  if (!box) throw new Error("the slider is not on the page");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  for (let move = 0; move < MOVES; move++) {
    await page.mouse.move(box.x + box.width * (0.3 + (0.4 * move) / MOVES), box.y + box.height / 2);
    await page.waitForTimeout(30);
  }
  await page.mouse.up();
  await page.waitForTimeout(1000);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  await page.close();
  return mainTasks(trace.traceEvents);
}

const site = await openSite(FLAGS);
const runs: number[][] = [];
for (let run = 0; run < RUNS; run++) runs.push(await drag(site.browser, site.url));
await site.close();
const longest = runs.map((tasks) => Math.max(...tasks));
console.log(
  JSON.stringify({
    longestTask: { median: median(longest), all: longest.map((ms) => Math.round(ms * 10) / 10) },
    tasksOver50: runs.map((tasks) => tasks.filter((ms) => ms > 50).length),
    tasks: runs.map((tasks) => tasks.length),
  }),
);
