/** A whole lecture, with nothing in one's hand but what changes slides. */
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codec } from "../../../src/app/chapters";
import { legible } from "../../reading/legible";
import { stands } from "../../reading/stands";
import { openSite, type Site } from "../../site";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Seconds in which a scene stands, as a median over the deck, however busy the machine is; it is half of one on a free one (`npm run bench:page`). */
const PROMPT = 2;
/** Share of the screen's height below which nobody in the last row reads. */
const READABLE = 0.024;

/** Labels that go with what moves, and letters within cells: they are placed by their pictures. */
const MOVING = [".repons", ".cells", ".handles"];

async function open(width: number, height: number): Promise<{ page: Page; problems: string[] }> {
  const page = await site.browser.newPage({ viewport: { width, height } });
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await page.goto(`${site.url}#mode=lecture`);
  return { page, problems };
}

/** What cannot be read once the pictures have come to rest; a busy machine gets time for that. */
async function faultsAtRest(page: Page, height: number): Promise<string[]> {
  let faults: string[] = [];
  for (let look = 0; look < 12; look++) {
    await page.waitForTimeout(400);
    const read = await page.evaluate(legible, { least: READABLE * height, apart: MOVING });
    faults = (["small", "clipped", "overlapping"] as const).flatMap((what) =>
      read[what].map((text) => `${what}: ${text}`),
    );
    if (read.texts <= 10) faults.push(`only ${read.texts} texts`);
    if (faults.length === 0) break;
  }
  return faults;
}

describe.each([
  [1024, 768],
  [1280, 720],
  [1920, 1080],
])("at %i x %i", (width, height) => {
  test("one key walks the whole deck: each scene stands, promptly, and can be read", async () => {
    const { page, problems } = await open(width, height);
    const took: number[] = [];
    const bad: string[] = [];
    for (const [i, scene] of codec.scenes.entries()) {
      const begun = performance.now();
      if (i > 0) await page.keyboard.press("PageDown");
      const stood = { id: scene.id, at: scene.link.at };
      await page.waitForFunction(stands, stood, { timeout: 30_000, polling: "raf" });
      took.push((performance.now() - begun) / 1000);
      bad.push(...(await faultsAtRest(page, height)).map((fault) => `${scene.id}, ${fault}`));
      if (scene.question) {
        await page.keyboard.press("PageDown");
        await page.locator(".answer").waitFor();
      }
    }
    expect(bad).toEqual([]);
    expect(problems).toEqual([]);
    const sorted = took.slice(1).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(PROMPT);
    await page.close();
  });
});
