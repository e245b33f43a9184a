import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { DIST, openSite, type Site } from "../site";

let site: Site;
let page: Page;
let problems: string[];
let requested: string[];

beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

beforeEach(async () => {
  await page?.close();
  problems = [];
  requested = [];
  page = await site.browser.newPage({ viewport: { width: 1280, height: 720 } });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("request", (request) => requested.push(request.url()));
});

const stepShown = async (): Promise<number> =>
  Number((await page.locator(".panel.latent .note").first().textContent())?.replace(/\D/g, ""));

const settled = (phase: string) => page.locator(`.verdict.${phase}`).waitFor({ timeout: 90_000 });

test("under a sub-path the page trains, reaches its verdict, and asks no other host for anything", async () => {
  await page.goto(`${site.url}#v=1`);
  await settled("generalisation");
  expect(await stepShown()).toBeGreaterThan(100);
  expect(await page.locator(".engine").textContent()).toMatch(/SIMD/);
  expect(requested.filter((url) => !url.startsWith(site.url) && !url.startsWith("data:"))).toEqual(
    [],
  );
  expect(problems).toEqual([]);
});

test("repons move", async () => {
  await page.goto(`${site.url}#v=1`);
  const dots = () => page.locator(".panel.latent svg").first().innerHTML();
  await expect.poll(stepShown, { timeout: 20_000 }).toBeGreaterThan(10);
  const before = await dots();
  await expect.poll(dots, { timeout: 20_000 }).not.toBe(before);
});

test("moving a slider by keyboard starts another run and writes the link, which opens the same", async () => {
  await page.goto(`${site.url}#v=1`);
  await expect.poll(stepShown, { timeout: 20_000 }).toBeGreaterThan(50);
  const slider = page.getByRole("slider", { name: "encoder rate" });
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => page.url()).toContain("encoderRate=0.0011");
  await page.getByRole("button", { name: "Pause" }).click();
  const url = page.url();
  await page.goto("about:blank");
  await page.goto(url);
  await expect
    .poll(() => page.getByRole("slider", { name: "encoder rate" }).getAttribute("aria-valuetext"))
    .toContain("1.1e-3");
  expect(problems).toEqual([]);
});

test("a link that asks for nonsense works and says what it could not use", async () => {
  await page.goto(`${site.url}#v=1&n=NaN&depth=99&relation=evil&colour=red&encoderRate=0.01`);
  const notice = page.getByRole("alert").filter({ hasText: "could not be used" });
  await notice.waitFor();
  for (const field of ["n", "depth", "relation", "colour"])
    expect(await notice.locator("code").allTextContents()).toContain(field);
  await notice.getByRole("button", { name: "Dismiss" }).click();
  expect(await notice.count()).toBe(0);
  await expect.poll(stepShown, { timeout: 20_000 }).toBeGreaterThan(20);
  expect(problems).toEqual([]);
});

test("a link with a stop rests at that step", async () => {
  await page.goto(`${site.url}#v=1&at=123`);
  await page.getByRole("button", { name: "Play", exact: true }).waitFor();
  await expect.poll(stepShown, { timeout: 20_000 }).toBe(123);
});

test("two visits to one link tell the same steps", async () => {
  const visit = async () => {
    await page.goto("about:blank");
    await page.goto(`${site.url}#v=1&at=200`);
    await expect.poll(stepShown, { timeout: 20_000 }).toBe(200);
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
    return page.locator("[aria-label^='Verdict']").textContent();
  };
  expect(await visit()).toBe(await visit());
});

test("an exact link is met bit for bit, and one with another digit is not", async () => {
  await page.goto(`${site.url}#v=1&at=300&seed=3`);
  await expect.poll(stepShown).toBe(300);
  await page.evaluate(() => {
    const heard = window as unknown as { copied: string };
    navigator.clipboard.writeText = async (text) => {
      heard.copied = text;
    };
  });
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: "Copy link to the exact run" }).click();
  await page.getByText("Copied.").waitFor();
  const link = await page.evaluate(() => (window as unknown as { copied: string }).copied);
  expect(link).toMatch(/engine=simd.*at=300.*exact=[0-9a-f]{8}-[0-9a-f]{8}/);
  await page.goto("about:blank");
  await page.goto(link);
  await page.getByText(/Identical.*to the shared run at step 300/).waitFor();
  await page.goto("about:blank");
  await page.goto(link.replace("seed=3", "seed=4"));
  await page.getByText(/Not the shared run.*first differs at step 1;/).waitFor();
});

test("keys: space pauses, the timeline goes back, and the shown step follows", async () => {
  await page.goto(`${site.url}#v=1`);
  await expect.poll(stepShown, { timeout: 20_000 }).toBeGreaterThan(60);
  await page.locator("h1").click();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Play", exact: true }).waitFor();
  let rest = -1;
  await expect
    .poll(async () => {
      const before = rest;
      rest = await stepShown();
      return rest === before;
    })
    .toBe(true);
  const timeline = page.getByRole("slider", { name: "Shown step of the run" });
  await timeline.focus();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(stepShown).toBeLessThan(rest);
  await page.keyboard.press("Home");
  await expect.poll(stepShown).toBe(0);
  await page.keyboard.press("End");
  await expect.poll(stepShown).toBe(rest);
});

test("Back leads to the chapter before, whose run goes on, and Forward to the next", async () => {
  await page.goto(`${site.url}#v=1`);
  await expect.poll(stepShown, { timeout: 20_000 }).toBeGreaterThan(60);
  const before = await stepShown();
  const open = (chapter: string) => page.getByRole("button", { name: chapter }).click();
  await open("2 How much data?");
  await page.locator(".view-bound svg").waitFor();
  await open("4 Two repons");
  await page.locator(".view-two-repons svg").waitFor();
  await page.goBack();
  await page.locator(".view-bound svg").waitFor();
  expect(page.url()).toContain("chapter=data");
  await page.goBack();
  await page.locator(".panel.latent").waitFor();
  expect(page.url()).not.toContain("chapter");
  expect(await stepShown()).toBeGreaterThanOrEqual(before);
  await page.goForward();
  await page.locator(".view-bound svg").waitFor();
  expect(problems).toEqual([]);
});

test("Back leads to what was set in the chapter before, in the address too", async () => {
  await page.goto(`${site.url}#v=1`);
  const slider = page.getByRole("slider", { name: "encoder rate" });
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("button", { name: "4 Two repons" }).click();
  await page.locator(".view-two-repons svg").waitFor();
  await page.goBack();
  expect(page.url()).toContain("encoderRate=0.0011");
  await slider.waitFor();
  expect(await slider.getAttribute("aria-valuetext")).toContain("1.1e-3");
});

test("phones: nothing is wider than the screen", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${site.url}#v=1`);
  await expect.poll(stepShown, { timeout: 20_000 }).toBeGreaterThan(10);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

/** Files of what comes once a run is under way: it is remembered, and the site is kept for visits without a network. */
const LATER = /\/(keep|keepSite|Newer|paper|moment|credits|touchTips)-/;

test("the first picture waits for 176 kB gzipped at most, 14 kB follow, and tfjs, one file for all workers, is not in it", async () => {
  await page.goto(`${site.url}#v=1`);
  await settled("generalisation");
  const scripts = requested
    .filter((url) => url.endsWith(".js") && !url.includes(".worker-"))
    .map((url) => url.slice(site.url.length));
  expect(scripts.length).toBeGreaterThan(1);
  const texts = scripts.map((file) => readFileSync(join(DIST, file)));
  const size = (later: boolean) =>
    texts
      .filter((_, i) => LATER.test(scripts[i]) === later)
      .reduce((sum, text) => sum + gzipSync(text).length, 0);
  expect(size(false)).toBeLessThanOrEqual(176_000);
  expect(size(true)).toBeLessThanOrEqual(14_000);
  for (const text of texts)
    expect(text.toString()).not.toMatch(/WEBGL_CPU_FORWARD|MathBackendWebGL/);
  const all = readdirSync(join(DIST, "assets")).filter((file) => file.endsWith(".js"));
  const withTfjs = all.filter((file) =>
    readFileSync(join(DIST, "assets", file), "utf8").includes("WEBGL_PACK_DEPTHWISECONV"),
  );
  expect(withTfjs).toHaveLength(1);
});
