import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite, type Site } from "../../site";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test("Figure 3 shows the recorded networks with their gaps, and trains the one that is clicked", async () => {
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 720 } });
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(`${site.url}#v=1&chapter=data&data=figure+networks`);
  const row = page.locator(".gap-table tr").filter({ hasText: "(x − y)², 0 hidden, d = 2" });
  // The bound has to be computed before there is a gap.
  await expect
    .poll(() => row.locator(".gap").textContent(), { timeout: 60_000 })
    .toMatch(/^\+0\.\d{3}$/);
  await page.getByText(/Among those with d = 2 it is closest to the bound at \d+ of 11/).waitFor();
  const dots = page.locator(".view-bound .seed-curve circle");
  await expect.poll(() => dots.count()).toBe(5 * 11 * 5);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(720);
  await row.getByRole("checkbox").uncheck();
  await expect.poll(() => dots.count()).toBe(4 * 11 * 5);
  const chart = page.locator(".view-bound svg");
  await chart.focus();
  for (const key of ["ArrowRight", "ArrowRight", "ArrowUp"]) await page.keyboard.press(key);
  expect(await page.locator(".view-bound .view-caption").textContent()).toMatch(
    /fraction 0\.1, seed 1: all 0\.\d\d/,
  );
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "30 vectors" }).waitFor();
  await expect.poll(() => page.url()).toMatch(/trainFraction=0\.1&seed=1.*steps=5000/);
  expect(problems).toEqual([]);
  await page.close();
});

test("a relation that is not recorded is trained here, only what is shown, and one's own beside it", async () => {
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 720 } });
  const link = "v=1&chapter=data&relation=tree&n=6&width=4&depth=1&workers=1";
  await page.goto(`${site.url}#${link}&data=figure+networks`);
  const own = page.locator(".own-network");
  await own.getByRole("button", { name: "Train", exact: true }).click();
  const circles = page.locator(".view-bound .seed-curve circle");
  await expect.poll(() => circles.count(), { timeout: 60_000 }).toBeGreaterThan(5);
  const figure = page.locator(".panel.bound .study-bar");
  await figure.getByRole("button", { name: "Train", exact: true }).click();
  // The newest wins: one's own rests.
  await own.getByRole("button", { name: "Go on" }).waitFor({ timeout: 60_000 });
  await expect.poll(() => circles.count(), { timeout: 60_000 }).toBeGreaterThan(60);
  await figure.getByRole("button", { name: "Pause" }).click();
  await page.getByText("The paper claims nothing of tree here").waitFor();
  await page.close();
});
