import { afterAll, beforeAll, expect, test } from "vitest";
import { FIGURE_4_PART, figure4 } from "../../../src/chapters/depth/model/figure4";
import { cells } from "../../../src/experiment/experiment";
import { formatRecording } from "../../../src/experiment/recording";
import { openSite, type Site } from "../../site";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Made up: each replica has learnt what its depth says. */
function madeUp(): string {
  const named = figure4(FIGURE_4_PART.initial);
  const outcomes = cells(named.experiment).map(({ depth, steps }) => ({
    stepsToTrain: depth === 0 ? null : 300,
    stepsToTest: depth === 0 || depth > 8 ? null : 400,
    phase:
      depth === 0
        ? ("confusion" as const)
        : depth > 8
          ? ("memorisation" as const)
          : ("generalisation" as const),
    steps,
    trainAccuracy: depth === 0 ? 0.66 : 1,
    testAccuracy: depth === 0 ? 0.6 : depth > 8 ? 0.7 : 0.97,
    accuracy: 0.9,
    loss: 0.1,
    fellBack: false,
    diverged: false,
  }));
  const provenance = {
    commit: "none",
    date: "2020-01-01",
    engine: "none",
    kernel: "",
    command: "",
  };
  return formatRecording({ ...named, provenance, outcomes, histories: { bytes: 0, crc: 0 } });
}

test("chapter 3 shows a dot for each recorded network, scores the story, and trains the one that is clicked", async () => {
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 720 } });
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  await page.route("**/figure-4-modulo-3.json", (route) => route.fulfill({ body: madeUp() }));
  await page.goto(`${site.url}#v=1&chapter=depth`);
  const dots = page.locator(".panel.depth .seed-curve").last().locator("circle");
  await expect.poll(() => dots.count()).toBe(13 * 5);
  await page.getByText("n_h = 1 to 8 generalise".replace("_", "")).waitFor();
  expect(await page.locator(".depth-scores tr").nth(1).locator("td").allTextContents()).toEqual([
    "✓",
    "✓",
    "✓",
  ]);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(720);
  // The third seed at depth 9.
  const box = await dots.nth(9 * 5 + 2).boundingBox();
  if (!box) throw new Error("the dot has no place");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(() => page.url()).toMatch(/trainFraction=0\.6.*seed=2.*depth=9.*width=10/);
  await page.getByText("nh = 9, seed 2, trained now").waitFor();
  await page.getByRole("button", { name: "Open in chapter 1" }).click();
  await page.getByRole("heading", { name: "30 vectors" }).waitFor();
  expect(problems).toEqual([]);
  await page.close();
});

test("a recording that is refused is said, and the networks can be trained in the page", async () => {
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.route("**/figure-4-modulo-3.json", (route) => route.fulfill({ body: "{}" }));
  await page.goto(`${site.url}#v=1&chapter=depth&workers=1&figure4=relation+chess`);
  await page.getByRole("alert").filter({ hasText: "figure4 relation" }).waitFor();
  const bar = page.locator(".study-bar");
  await bar.getByRole("alert").filter({ hasText: "is refused" }).waitFor();
  await bar.getByRole("button", { name: "Train it here" }).click();
  const dots = page.locator(".panel.depth .seed-curve circle");
  await expect.poll(() => dots.count(), { timeout: 60_000 }).toBeGreaterThan(1);
  await bar.getByRole("button", { name: "Pause" }).click();
  await bar.getByRole("button", { name: "Go on" }).waitFor();
  await page.close();
});
