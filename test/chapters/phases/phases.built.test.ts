import type { Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { finishedOnShelf } from "../../reading/shelf";
import { openSite, type Site } from "../../site";

let site: Site;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  site = await openSite();
  page = await site.browser.newPage({ viewport: { width: 1280, height: 720 } });
  page.on("pageerror", (error) => problems.push(error.message));
});
afterAll(() => site.close());

test("A recorded cell that is pressed trains live, does what is stored, and is in the link", async () => {
  await page.goto(`${site.url}#v=1&chapter=phases`);
  const grid = page.locator(".view-phase-grid svg");
  await expect.poll(() => grid.getAttribute("aria-label")).toContain("generalisation");
  await expect.poll(() => page.locator(".panel.latent .note").textContent()).toContain("stored");
  // The cursor stands at rates of 1e-3; two cells to the right is the fast one at 1e-2.
  await grid.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.locator(".same.identical").waitFor({ timeout: 90_000 });
  await expect.poll(() => page.url()).toContain("encoderRate=0.01");
  expect(page.url()).toContain("column+6");
  expect(problems).toEqual([]);
});

test("The page fits the window, and a phone scrolls one way only", async () => {
  for (const [width, height] of [
    [1280, 720],
    [390, 844],
  ]) {
    await page.setViewportSize({ width, height });
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBe(0);
    if (width < 900) continue;
    expect(
      await page.evaluate(
        () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
      ),
    ).toBe(0);
  }
});

test("A finger moves the line of the ratio rule, scrolls nothing and opens no cell", async () => {
  const context = await site.browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  const phone = await context.newPage();
  await phone.goto(`${site.url}#v=1&chapter=phases`);
  const line = phone.locator(".rule.ratio .hold");
  await line.waitFor({ state: "attached" });
  await phone.waitForTimeout(500);
  const from = await line.evaluate((path: SVGPathElement) => {
    const { x, y } = path.getPointAtLength(0.4 * path.getTotalLength());
    return new DOMPoint(x, y).matrixTransform(path.getScreenCTM() ?? undefined).toJSON();
  });
  const session = await context.newCDPSession(phone);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", by: number) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x: from.x, y: from.y + by }],
    });
  await touch("touchStart", 0);
  for (let by = 10; by <= 60; by += 10) await touch("touchMove", by);
  await touch("touchEnd", 60);
  // Downwards is towards lower decoder rates: the rule asks for a larger ratio.
  const threshold = /ratio\+([\d.e+-]+)/;
  await expect.poll(() => phone.url()).toMatch(threshold);
  expect(Number(threshold.exec(phone.url())?.[1])).toBeGreaterThan(0.1);
  expect(phone.url()).not.toContain("encoderRate");
  expect(await phone.evaluate(() => window.scrollY)).toBe(0);
  await context.close();
});

test("A recording that is missing is named, and its plane can be trained instead", async () => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.route("**/data/figure-5-greater-than.json", (route) => route.fulfill({ status: 404 }));
  await page.locator(".figure-picker select").selectOption("figure-5-greater-than");
  await expect
    .poll(() => page.locator(".panel.grid .problem").textContent())
    .toContain("did not load (status 404)");
  // Its cells are there, with nothing known of them.
  const grid = page.locator(".view-phase-grid svg");
  await expect.poll(() => grid.getAttribute("aria-label")).toContain("greater-than");
  expect(await grid.getAttribute("aria-label")).toContain("not trained");
  await page.getByRole("button", { name: "Set up such a grid here" }).click();
  await page.getByRole("button", { name: "Train 49 networks" }).waitFor();
  await expect.poll(() => page.url()).toContain("relation=greater-than");
  await page.locator(".panel.grid .problem").waitFor({ state: "detached" });
  await page.locator(".figure-picker select").selectOption("figure-5-modulo-3");
  await expect.poll(() => grid.getAttribute("aria-label")).toContain("generalisation");
  expect(problems).toEqual([]);
});

test("A grid trains in the page, rests in another chapter, and is there again after a reload", async () => {
  const link = "#v=1&chapter=phases&n=12&phases=figure+here+columns+3+rows+3+steps+300+seeds+2";
  await page.goto("about:blank");
  await page.goto(`${site.url}${link}`);
  const progress = page.locator(".grid-training progress + p");
  await page.getByRole("button", { name: "Train 18 networks" }).click();
  await page.getByRole("button", { name: "Pause", exact: true }).waitFor();
  await page.getByRole("button", { name: "1 Repons" }).click();
  await page.locator(".panel.latent").waitFor();
  await page.getByRole("button", { name: "6 Phases" }).click();
  await expect
    .poll(() => progress.textContent(), { timeout: 90_000 })
    .toContain("18 of 18 decided");
  await page.getByRole("button", { name: "All trained" }).waitFor();
  await expect.poll(() => page.evaluate(finishedOnShelf)).toBe(18);
  await page.reload();
  await expect.poll(() => progress.textContent()).toContain("18 of 18 decided");
  await page.getByRole("button", { name: "Forget" }).click();
  await expect.poll(() => progress.textContent()).toContain("0 of 18 decided");
  expect(problems).toEqual([]);
});
