import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
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

/** As if the file had gone with an earlier publication of the page. */
async function withhold(name: string): Promise<void> {
  const files = readdirSync(join(DIST, "assets")).filter((file) => file.startsWith(`${name}-`));
  expect(files.filter((file) => file.endsWith(".js"))).toHaveLength(1);
  await page.route(`**/assets/${name}-*.js`, (route) => route.fulfill({ status: 404 }));
}

test("a chapter that does not load says so; the others work, and loading again opens it", async () => {
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
  await fault.getByRole("button", { name: "Load again" }).click();
  await page.locator(".chapter.depth").waitFor();
  expect(page.url()).toContain("scene=deep-enough");
});

test("a page whose own code does not load says so", async () => {
  await withhold("page");
  await page.goto(site.url);
  await expect
    .poll(() => page.getByRole("alert").textContent())
    .toMatch(/did not load.*Load it again/);
});
