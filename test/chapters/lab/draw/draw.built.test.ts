/**
 * @file Drawing on the built page, with its address and its history: Back undoes, and what is left in the midst of it is
 * not lost.
 */
import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { unpackMatrix } from "../../../../src/experiment/matrix";
import { openSite, type Site } from "../../../site";

let site: Site;
let page: Page;
let problems: string[];
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  problems = [];
  page = await site.browser.newPage({ viewport: { width: 1280, height: 720 } });
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(`${site.url}#v=1&chapter=lab&n=10&relation=tree`);
  await page.locator(".panel.brush canvas").last().waitFor();
});
afterEach(async () => {
  expect(problems).toEqual([]);
  await page.close();
});

const N = 10;
const asked = () => new URLSearchParams(new URL(page.url()).hash.slice(1));
/** Pairs that the address says are drawn. */
const drawn = () => {
  const matrix = asked().get("matrix");
  return matrix ? unpackMatrix(matrix, N) : null;
};

/** Where the middle of a cell is in the window. */
async function place(row: number, column: number) {
  const box = await page.locator(".panel.brush canvas").last().boundingBox();
  if (!box) throw new Error("no picture");
  // The canvas is the labels' margin and the square.
  const cell = (box.height - 24) / N;
  return [box.x + 22 + (column + 0.5) * cell, box.y + 22 + (row + 0.5) * cell] as const;
}

async function stroke(row: number, from: number, to: number): Promise<void> {
  await page.mouse.move(...(await place(row, from)));
  await page.mouse.down();
  await page.mouse.move(...(await place(row, to)), { steps: 3 });
  await page.mouse.up();
}

const clear = async () => {
  await page.getByRole("button", { name: "clear" }).click();
  await expect.poll(() => drawn()?.some((bit) => bit === 1)).toBe(false);
  await page.waitForTimeout(600);
};
const row = (x: number) =>
  Array.from(drawn() ?? [])
    .slice(x * N, (x + 1) * N)
    .join("");

test("each stroke that rested is an entry: Back undoes it, Forward draws it again", async () => {
  await clear();
  await stroke(2, 1, 8);
  await expect.poll(() => row(2)).toBe("0111111110");
  await page.waitForTimeout(600);
  await stroke(5, 0, 3);
  await expect.poll(() => row(5)).toBe("1111000000");
  await page.waitForTimeout(600);
  await page.goBack();
  await expect.poll(() => row(5)).toBe("0000000000");
  expect(row(2)).toBe("0111111110");
  await page.goBack();
  await expect.poll(() => row(2)).toBe("0000000000");
  await page.goForward();
  await expect.poll(() => row(2)).toBe("0111111110");
  await page.waitForTimeout(600);
  // Undo by keys goes on from there.
  await page.keyboard.press("Control+z");
  await expect.poll(() => row(2)).toBe("0000000000");
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(() => row(2)).toBe("0111111110");
});

test("what was drawn goes with a page that is left at once, and with a chapter", async () => {
  await clear();
  await stroke(4, 4, 9);
  await page.reload();
  await page.locator(".panel.brush canvas").last().waitFor();
  expect(row(4)).toBe("0000111111");
  await stroke(6, 0, 9);
  await page
    .getByRole("link", { name: /Repons/ })
    .or(page.getByRole("button", { name: /1 Repons/ }))
    .first()
    .click();
  await expect.poll(() => row(6)).toBe("1111111111");
});
