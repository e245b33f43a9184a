/** @file A page of somebody else's, on another origin, that frames pictures of the built site. */
import { join } from "node:path";
import type { Frame, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { FRAMED_FLAGS, openSite, type Site } from "../site";

const ROOT = join(import.meta.dirname, "../..");

let site: Site;
export let page: Page;
let problems: string[];

/** The site as others reach it; what frames it is on another origin. */
export const SITE = () => `${site.url}dist/`;
export const elsewhere = (path: string) => `${site.url.replace("127.0.0.1", "localhost")}${path}`;

/** Opens the browser for a file of tests, and a page for each of them. */
export function hosting(): void {
  beforeAll(async () => {
    site = await openSite(FRAMED_FLAGS, ROOT);
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    problems = [];
    page = await site.browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on("pageerror", (error) => problems.push(error.message));
  });
  afterEach(async () => {
    expect(problems).toEqual([]);
    await page.close();
  });
}

/** Opens a page of somebody else's with this body. */
export async function openHost(body: string): Promise<void> {
  await page.route("**/host.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><title>host</title><script>
        window.heard = [];
        addEventListener("message", ({ data }) => heard.push(data));
      </script>${body}`,
    }),
  );
  await page.goto(elsewhere("host.html"));
}

export const frameOf = (link: string, more = "") =>
  `<iframe src="${SITE()}#${link}" width="640" height="400" ${more}></iframe>`;

export const inner = (i = 1): Frame => page.frames()[i];

export const stepIn = async (frame: Frame = inner()): Promise<number> =>
  Number((await frame.locator("footer .step").textContent())?.replace(/\D/g, ""));

export const moves = async (frame?: Frame) => {
  const before = await stepIn(frame);
  await expect.poll(() => stepIn(frame)).toBeGreaterThan(before);
};

/** Whether the run comes to rest: two looks apart tell the same step. */
export const rests = async (frame?: Frame) => {
  let before = -1;
  await expect
    .poll(
      async () => {
        const last = before;
        before = await stepIn(frame);
        return before === last;
      },
      { interval: 700, timeout: 15_000 },
    )
    .toBe(true);
};

/** Sends a command and gives the answer. */
export async function ask(command: object): Promise<unknown> {
  const id = Math.random();
  await page.evaluate(
    (message) => document.querySelector("iframe")?.contentWindow?.postMessage(message, "*"),
    { ...command, id },
  );
  const answer = () =>
    page.evaluate(
      (wanted) =>
        (window as unknown as { heard: { id?: number }[] }).heard.find(
          (each) => each.id === wanted,
        ),
      id,
    );
  await expect.poll(answer).toBeTruthy();
  const { id: _, ...said } = (await answer()) as { id: number };
  return said;
}

export const ready = () =>
  expect
    .poll(() =>
      page.evaluate(() =>
        (window as unknown as { heard: { ready?: boolean }[] }).heard.some((each) => each.ready),
      ),
    )
    .toBe(true);
