import { expect, test } from "vitest";
import { CHROMIUM_FLAGS } from "../../scripts/chromium";
import { openSite } from "../site";

test("the report on a browser with all engines: nothing fails, and the page itself is not loaded", async () => {
  const site = await openSite(CHROMIUM_FLAGS);
  const page = await site.browser.newPage({ viewport: { width: 390, height: 844 } });
  const requested: string[] = [];
  const problems: string[] = [];
  page.on("request", (request) => requested.push(request.url()));
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(`${site.url}#check=1`);
  await expect
    .poll(() => page.getByRole("status").first().textContent())
    .toBe("Nothing fails here.");
  const lines = await page.locator("main.check li").allTextContents();
  expect(lines.find((line) => line.includes("WebGL agrees"))).toMatch(/passes.*after 30 steps/);
  expect(lines.filter((line) => line.includes("cannot be tried"))).toEqual([]);
  expect(requested.filter((url) => /\/(page|train|probe)[.-]/.test(url))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole("link", { name: "To the page" }).click();
  await page.locator(".panel.latent").waitFor();
  expect(problems).toEqual([]);
  await site.close();
});
