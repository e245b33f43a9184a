/** @file One round of the soak: chapters, scenes, benches, a grid and a lecture, as a reader would go through them. */
import type { Page } from "playwright";
import { CHAPTERS, codec } from "../src/app/chapters";

/** Milliseconds at each place: so long that a run trains and pictures are drawn. */
const STAY = 700;
/** Where the page rests when it is weighed: the paper's run at a step that it has soon. */
export const REST = "v=1&seed=3&at=400";

const BENCHES = ["draw", "ask", "compare", "notebook", "take"];
/** Presses of a lecture in one round. */
const PRESSES = 8;

/** Without loading the page anew, as a followed link does. */
async function go(page: Page, fragment: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, fragment);
  await page.waitForTimeout(STAY);
}

async function stepsPerSecond(page: Page): Promise<number> {
  const text = await page.locator(".engine strong").textContent();
  return Number(text?.replace(/[^\d]/g, "") || 0);
}

/** Trains runs of another seed each round, one in three of another relation; resolves to steps per second. */
async function train(page: Page, round: number): Promise<number> {
  await go(page, `v=1&seed=${round}${round % 3 === 0 ? "&relation=greater-than" : ""}`);
  await page.waitForTimeout(2 * STAY);
  return stepsPerSecond(page);
}

async function walk(page: Page, round: number): Promise<void> {
  for (const { id } of CHAPTERS) await go(page, `v=1&chapter=${id}&seed=${round}`);
  for (const scene of codec.scenes.filter((_, i) => i % 4 === round % 4))
    await go(page, codec.encode(scene.link) || `scene=${scene.id}`);
  for (const bench of BENCHES) await go(page, `v=1&chapter=lab&lab=bench+${bench}&seed=${round}`);
}

/** A grid of this round's own, which none has begun, is trained for a while, then left. */
async function trainGrid(page: Page, round: number): Promise<void> {
  await go(page, `v=1&chapter=phases&phases=figure+here&steps=${2000 + round}`);
  const bar = page.locator(".grid-training");
  await bar.getByRole("button", { name: /^Train \d+ networks/ }).click();
  await page.waitForTimeout(4 * STAY);
  await bar.getByRole("button", { name: "Pause" }).click();
}

async function lecture(page: Page): Promise<void> {
  await go(page, "mode=lecture");
  for (let at = 0; at < PRESSES; at++) {
    await page.keyboard.press("PageDown");
    await page.waitForTimeout(STAY / 2);
  }
}

/** One round, and back to where the page rests; resolves to the steps per second that the run was trained at. */
export async function tour(page: Page, round: number): Promise<number> {
  const speed = await train(page, round);
  await walk(page, round);
  await trainGrid(page, round);
  await lecture(page);
  await go(page, REST);
  await page.getByRole("button", { name: "Play", exact: true }).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(STAY);
  return speed;
}
