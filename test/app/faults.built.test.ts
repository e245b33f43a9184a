import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { evidence } from "../evidence";
import { DIST, openSite, type Site } from "../site";

let site: Site;
let page: Page;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  page = await site.browser.newPage({ viewport: { width: 1280, height: 720 } });
});
afterEach(() => page.close());

const survived = (fault: string, what: string) =>
  evidence("faults", { fault, browser: "Chromium", survived: what });

/** As if the file had gone with an earlier publication of the page. */
async function withhold(name: string): Promise<void> {
  const files = readdirSync(join(DIST, "assets")).filter((file) => file.startsWith(`${name}-`));
  expect(files.filter((file) => file.endsWith(".js"))).toHaveLength(1);
  await page.route(`**/assets/${name}-*.js`, (route) => route.fulfill({ status: 404 }));
}

test("a chapter that does not load says so; the others work; it comes by itself when it can be had", async () => {
  await withhold("Depth");
  await page.goto(site.url);
  await page.getByRole("button", { name: "3 How complex?" }).click();
  const fault = page.getByRole("alert").filter({ hasText: "did not load" });
  await fault.waitFor();
  expect(await fault.textContent()).toContain("published anew");
  await page.getByRole("button", { name: "1 Repons" }).click();
  await page.locator(".panel.latent").waitFor();
  expect(await fault.count()).toBe(0);
  await page.getByRole("button", { name: "3 How complex?" }).click();
  await fault.waitFor();
  await page.unroute("**/assets/Depth-*.js");
  await page.locator(".chapter.depth:not(.failed)").waitFor();
  expect(page.url()).toContain("scene=deep-enough");
  survived("a chapter’s program is missing", "words; it comes by itself when it can be had");
});

test("“Load again” in the place of a chapter loads the page with what its link says", async () => {
  await withhold("Depth");
  await page.goto(site.url);
  await page.getByRole("button", { name: "3 How complex?" }).click();
  const again = page.getByRole("button", { name: "Load again" });
  await again.waitFor();
  const loaded = page.waitForEvent("load");
  await again.click();
  await loaded;
  await again.waitFor();
  expect(page.url()).toContain("scene=deep-enough");
});

test("without a network for a while: chapters and dialogs come when it is back, without a reload, in their styles", async () => {
  await page.goto(site.url);
  await page.locator(".panel.latent svg").first().waitFor();
  await page.evaluate(() => Object.assign(window, { here: true }));
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "6 Phases" }).click();
  await page.getByRole("alert").filter({ hasText: "did not load" }).waitFor();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect.poll(() => page.getByRole("alert").count()).toBe(2);
  await page.context().setOffline(false);
  await page.locator(".chapter.phases:not(.failed)").waitFor();
  await page.getByRole("heading", { name: "Share" }).waitFor();
  expect(await page.evaluate(() => "here" in window)).toBe(true);
  const [link] = await page.locator('link[rel=stylesheet][href*="/Phases-"]').all();
  expect(await link.evaluate((element) => (element as HTMLLinkElement).sheet !== null)).toBe(true);
  survived("the network is gone while chapters are opened", "all of it comes when it is back");
});

test("a page whose own code does not load says so", async () => {
  await withhold("page");
  await page.goto(site.url);
  await expect
    .poll(() => page.getByRole("alert").textContent())
    .toMatch(/did not load.*Load it again/);
});
