/**
 * @file How long a phase grid takes in the built page, at batch 64, 20,000 steps and one seed a cell, and
 * the longest tasks of the main thread meanwhile. Prints JSON: seconds and milliseconds.
 */
import { openSite } from "../test/site";
import { watchTasks } from "./mainTasks";

const SIZES = [5, 7] as const;

const site = await openSite();
const results = [];
for (const size of SIZES) {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await page.goto(`${site.url}#v=1&chapter=phases&phases=figure+here+columns+${size}+rows+${size}`);
  const start = page.getByRole("button", { name: `Train ${size * size} networks` });
  await start.waitFor();
  await page.waitForTimeout(3000); // The opening's own tasks are not the grid's.
  const tasks = await watchTasks(site.browser, page);
  const begun = performance.now();
  await start.click();
  await page.getByRole("button", { name: "All trained" }).waitFor({ timeout: 900_000 });
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const all = await tasks();
  const longest = (of: "length" | "processor") =>
    all
      .map((task) => Math.round(task[of]))
      .sort((a, b) => b - a)
      .slice(0, 3);
  results.push({
    cells: `${size} x ${size}`,
    seconds,
    tasks: all.length,
    tasksOver50: all.filter(({ length }) => length > 50).length,
    longest: longest("length"),
    mostProcessorTime: longest("processor"),
  });
  await context.close();
}
await site.close();
console.log(JSON.stringify({ grids: results }));
