/**
 * @file `npm run bench:page`: the longest main-thread task while a run trains and a slider is dragged,
 * from Chromium's trace of the built page. Prints JSON: milliseconds, median of the runs.
 */
import type { Browser } from "playwright";
import { openSite } from "../test/site";
import { watchTasks } from "./mainTasks";

const RUNS = 5;
/** Slider moves in one drag. */
const MOVES = 60;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function drag(browser: Browser, url: string): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(url);
  await page.locator(".verdict.generalisation").waitFor({ timeout: 60_000 });
  const tasks = await watchTasks(browser, page);
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
  const lengths = (await tasks()).map(({ length }) => length);
  await page.close();
  return lengths;
}

const site = await openSite();
const runs: number[][] = [];
for (let run = 0; run < RUNS; run++) runs.push(await drag(site.browser, `${site.url}#v=1`));
await site.close();
const longest = runs.map((tasks) => Math.max(...tasks));
console.log(
  JSON.stringify({
    longestTask: { median: median(longest), all: longest.map((ms) => Math.round(ms * 10) / 10) },
    tasksOver50: runs.map((tasks) => tasks.filter((ms) => ms > 50).length),
    tasks: runs.map((tasks) => tasks.length),
  }),
);
