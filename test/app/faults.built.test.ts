import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { evidence } from "../evidence";
import { DIST, openSite, type Site } from "../site";
import { FAULTS } from "./faultTable";

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

/** The newest step that the page has shown. */
const steps = (on: Page | Frame): Promise<number> =>
  on
    .locator(".timeline output, .panel.latent .note, .step")
    .first()
    .textContent()
    .then((text) => Number(text?.replace(/\D/g, "")));

describe("what surrounds the page fails", () => {
  afterEach(() => {
    site.spoil = () => null;
  });

  test.each(FAULTS)("$fault", async ({ fault, spoil, link, sees, never, trains, file, survived }) => {
    site.spoil = spoil;
    site.asked.length = 0;
    const problems: string[] = [];
    page.on("pageerror", ({ message }) => problems.push(message));
    await page.goto(`${site.url}#${link}`);
    for (const [selector, text] of sees)
      await expect
        .poll(async () => (await page.locator(selector).allTextContents()).join(" "))
        .toMatch(text);
    if (never) expect(await page.locator("#page").textContent()).not.toMatch(never);
    if (trains) await expect.poll(() => steps(page)).toBeGreaterThan(3);
    // Each try asks twice: for the file, and why it did not start.
    if (file) expect(site.asked.filter((path) => file.test(path)).length).toBeLessThanOrEqual(9);
    expect(problems).toEqual([]);
    evidence("faults", { fault, browser: "Chromium", survived });
  });

  test("a probe that is there again answers, when the network is back", async () => {
    site.spoil = (path) => (/probe\.worker-/.test(path) ? { status: "cut" } : null);
    await page.goto(`${site.url}#v=1`);
    const problem = page.locator(".panel.matrix .problem");
    await problem.waitFor();
    expect(await problem.textContent()).toContain("the connection is down");
    site.spoil = () => null;
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await problem.waitFor({ state: "detached" });
    expect(await page.locator(".notices").count()).toBe(0);
    evidence("faults", {
      fault: "the network is down while the probe is opened",
      browser: "Chromium",
      survived: "answers when it is back",
    });
  });

  test("a run for which no worker was to be had begins when the network is back", async () => {
    site.spoil = (path) => (/train\.worker-/.test(path) ? { status: "cut" } : null);
    await page.goto(`${site.url}#v=1`);
    await page.locator(".verdict.failed").waitFor();
    site.spoil = () => null;
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await page.getByText("The network is back. The run goes on from step 0.").waitFor();
    await page.locator(".verdict.generalisation").waitFor();
    evidence("faults", {
      fault: "the network is down while the training worker is opened",
      browser: "Chromium",
      survived: "trains when it is back",
    });
  });

  test("SIMD that is there again is taken when it is chosen", async () => {
    site.spoil = (path) => (/kernel-/.test(path) ? { status: 404 } : null);
    await page.goto(`${site.url}#v=1&n=6&width=8&steps=100000`);
    const words = page.locator(".engine summary");
    await expect.poll(() => words.textContent()).toMatch(/plain loops/);
    site.spoil = () => null;
    await words.click();
    const choice = page.locator(".engine select");
    await expect
      .poll(async () => {
        await choice.selectOption("auto");
        await choice.selectOption("simd");
        return words.textContent();
      })
      .toMatch(/SIMD, exact/);
  });

  test("in a frame that may start no worker by its address the page trains", async () => {
    site.spoil = () => ({ headers: { "access-control-allow-origin": "*" } });
    await page.setContent(
      `<iframe sandbox="allow-scripts" width="1200" height="700" src="${site.url}#v=1"></iframe>`,
    );
    const frame = await (await page.waitForSelector("iframe")).contentFrame();
    if (!frame) throw new Error("the frame has no content");
    await frame.locator(".verdict.generalisation").waitFor();
    expect(await frame.locator(".engine summary").textContent()).toMatch(/SIMD, exact/);
    evidence("faults", {
      fault: "a sandboxed frame that may start no worker by its address",
      browser: "Chromium",
      survived: "workers are begun by a line that imports them",
    });
  });

  test("a grid whose workers are gone says so, and trains when they are there again", async () => {
    site.spoil = (path) => (/pool\.worker-/.test(path) ? { status: 404 } : null);
    await page.goto(`${site.url}#v=1&chapter=depth`);
    const bar = page.locator(".study-bar").first();
    await bar.getByRole("button", { name: "Train it here" }).click();
    const trouble = bar.locator(".trouble");
    await trouble.waitFor();
    expect(await trouble.textContent()).toMatch(
      /^The workers that train did not start \(the page was published anew .*; load it again\), so \d+ of \d+ networks are left untrained\.$/,
    );
    site.spoil = () => null;
    await bar.getByRole("button", { name: "Train", exact: true }).click();
    await bar.getByRole("button", { name: "Pause" }).waitFor();
    await expect.poll(() => bar.textContent()).toMatch(/on SIMD/);
    evidence("faults", {
      fault: "the files of a grid’s workers are gone",
      browser: "Chromium",
      survived: "says so, and trains once they are there",
    });
  });
});
