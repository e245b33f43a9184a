/**
 * @file The ten-minute lesson of docs/teaching.md, given by a presenter's keys alone: how long the room waits
 * after each press until the scene stands, with its picture drawn at its step. Prints JSON: milliseconds by
 * scene and their median, for the lesson and for the whole deck at three sizes.
 */
import type { Page } from "playwright";
import { codec } from "../src/app/chapters";
import type { StagedScene } from "../src/kit/live/model/codec";
import { stands } from "../test/reading/stands";
import { openSite } from "../test/site";

const LESSON = "mode=lecture&deck=strangers,meet,defaults,memorised,late,rates";
const SIZES = [
  [1024, 768],
  [1280, 720],
  [1920, 1080],
] as const;
/** Milliseconds that a speaker talks at least before the next press. */
const TALK = 1500;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function give(page: Page, url: string, scenes: readonly StagedScene[]) {
  const waits: Record<string, number> = {};
  for (const [i, scene] of scenes.entries()) {
    const begun = performance.now();
    if (i === 0) await page.goto(url);
    else await page.keyboard.press("PageDown");
    await page.waitForFunction(stands, { id: scene.id, at: scene.link.at }, { polling: "raf" });
    waits[scene.id] = Math.round(performance.now() - begun);
    await page.waitForTimeout(TALK);
    if (!scene.question) continue;
    const asked = performance.now();
    await page.keyboard.press("PageDown");
    await page.locator(".answer").waitFor();
    waits[`${scene.id}, answer`] = Math.round(performance.now() - asked);
    await page.waitForTimeout(TALK);
  }
  const [, ...after] = Object.values(waits);
  return { median: median(after), longest: Math.max(...after), waits };
}

async function main(): Promise<void> {
  const site = await openSite();
  const results: Record<string, unknown> = {};
  for (const [width, height] of SIZES) {
    const page = await site.browser.newPage({ viewport: { width, height } });
    const { link } = codec.decode(LESSON);
    const lesson = (link.deck ?? []).flatMap(
      (id) => codec.scenes.find((each) => each.id === id) ?? [],
    );
    results[`lesson, ${width} x ${height}`] = await give(page, `${site.url}#${LESSON}`, lesson);
    await page.goto("about:blank");
    results[`deck, ${width} x ${height}`] = await give(
      page,
      `${site.url}#mode=lecture`,
      codec.scenes,
    );
    await page.close();
  }
  await site.close();
  console.log(JSON.stringify(results, null, 2));
}

await main();
