/**
 * Every chapter as those meet it who cannot see it well, or at all: no rule of axe is broken, contrasts
 * included.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHAPTERS } from "../../src/app/chapters";
import { BENCHES } from "../../src/chapters/lab/model/choices";
import { openSite, type Site } from "../site";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Every chapter, and each bench of the lab. */
const PLACES = [
  ...CHAPTERS.map(({ id }) => id),
  ...Object.keys(BENCHES).map((bench) => `lab&lab=bench+${bench}`),
];

/** What axe finds broken on a page. It did look: `passed` is among what it passed. */
async function brokenOn(page: Page, passed = "color-contrast"): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate<AxeResults>("axe.run()");
  expect(passes.map(({ id }) => id)).toContain(passed);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

describe.each([
  { colorScheme: "light", viewport: { width: 1280, height: 720 } },
  { colorScheme: "dark", viewport: { width: 390, height: 844 } },
] as const)("$colorScheme, $viewport.width wide", (look) => {
  test.each(PLACES)("chapter %s", async (chapter) => {
    const page = await site.browser.newPage({
      ...look,
      reducedMotion: "reduce",
    });
    await page.goto(`${site.url}#v=1&chapter=${chapter}`);
    await page.locator("main h1").waitFor();
    await page.locator("main :is([role=img], table, pre):visible").first().waitFor();
    // Pictures say what they show once they are drawn.
    for (const undrawn of [
      "[aria-busy=true]",
      "[role=img]:not([aria-label])",
      "[role=slider]:not([aria-valuenow])",
    ])
      await expect
        .poll(() => page.locator(`${undrawn}:visible`).count(), { timeout: 30_000 })
        .toBe(0);
    expect(await brokenOn(page)).toEqual([]);
    await page.close();
  });

  test("what can be shared", async () => {
    const page = await site.browser.newPage({ ...look, reducedMotion: "reduce" });
    await page.goto(`${site.url}#v=1&at=20`);
    await page.getByRole("button", { name: "Share" }).click();
    await page.locator("dialog.share .qr[aria-busy=false]").waitFor();
    await page.getByRole("button", { name: "Copy HTML to embed" }).click();
    // Contrasts over a page that goes on behind are not for axe to tell.
    expect(await brokenOn(page, "button-name")).toEqual([]);
    await page.getByRole("button", { name: "Large" }).click();
    await page.locator("dialog.share-qr-large .qr[aria-busy=false]").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Share");
    await page.close();
  });

  test("a picture alone", async () => {
    const page = await site.browser.newPage({ ...look, reducedMotion: "reduce" });
    await page.goto(`${site.url}#v=1&at=20&embed=latent&show=encoderRate,depth&lock=depth`);
    await page.locator(".hero [role=img][aria-label]").first().waitFor();
    expect(await brokenOn(page)).toEqual([]);
    await page.close();
  });
});
