/**
 * @file How long a phase grid takes in the built page, at batch 64, 20,000 steps and one seed a cell, and
 * the longest tasks of the main thread meanwhile. Prints JSON: seconds and milliseconds.
 */
import { CHROMIUM_FLAGS } from "../scripts/chromium";
import { openSite } from "../test/built/site";

const SIZES = [5, 7] as const;
const FLAGS = [...CHROMIUM_FLAGS.filter((flag) => !/swiftshader/.test(flag)), "--disable-gpu"];

/** In the page: every task over 50 ms. */
const watch = () => {
  const long: number[] = [];
  Object.assign(window, { long });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) long.push(duration);
  }).observe({ type: "longtask" });
};

const site = await openSite(FLAGS);
const results = [];
for (const size of SIZES) {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(`${site.url}#v=1&chapter=phases&phases=figure+here+columns+${size}+rows+${size}`);
  const start = page.getByRole("button", { name: `Train ${size * size} networks` });
  await start.waitFor();
  await page.waitForTimeout(3000); // The opening's own tasks are not the grid's.
  await page.evaluate(() => {
    (window as unknown as { long: number[] }).long.length = 0;
  });
  const begun = performance.now();
  await start.click();
  await page.getByRole("button", { name: "All trained" }).waitFor({ timeout: 900_000 });
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const long = await page.evaluate(() => (window as unknown as { long: number[] }).long);
  results.push({
    cells: `${size} x ${size}`,
    seconds,
    tasksOver50: long.length,
    longest: Math.round(Math.max(0, ...long)),
  });
  await context.close();
}
await site.close();
console.log(JSON.stringify({ grids: results }));
