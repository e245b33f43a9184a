/**
 * Every chapter under a translator that wraps each text as often as it is written: what is pressed goes on working,
 * nothing is thrown, and what changes is seen to change.
 */
import type { Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CHAPTERS } from "../../src/app/chapters";
import { BENCHES } from "../../src/chapters/lab/model/choices";
import { evidence } from "../evidence";
import { openSite, type Site } from "../site";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** As browsers do it: two `<font>`, by turns in the place of a text and around it, wherever that is not forbidden. */
function translate(): void {
  let moves = false;
  const wrap = (text: Text) => {
    const parent = text.parentElement;
    if (text.data.trim() === "" || !parent) return;
    if (parent.closest("font, script, style, textarea, [translate=no], .notranslate")) return;
    const outer = document.createElement("font");
    const inner = outer.appendChild(document.createElement("font"));
    moves = !moves;
    if (moves) {
      text.before(outer);
      inner.append(text);
    } else {
      inner.textContent = `«${text.data}»`;
      text.replaceWith(outer);
    }
  };
  const within = (node: Node) => {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    if (node instanceof Text) texts.push(node);
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) if (text.isConnected) wrap(text);
  };
  addEventListener("DOMContentLoaded", () => {
    new MutationObserver((records) => {
      for (const { type, target, addedNodes } of records)
        if (type === "characterData") within(target);
        else addedNodes.forEach(within);
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
    within(document.body);
  });
}

/** Presses what there is, as a reader does who tries everything; what is not there is left out. */
async function tryAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const soon = () => new Promise((done) => setTimeout(done, 40));
    const press = async (selector: string, most = 3) => {
      for (const button of [...document.querySelectorAll<HTMLElement>(selector)].slice(0, most)) {
        button.click();
        await soon();
      }
    };
    await press(".presets button");
    await press(".steps button", 2);
    await press(".segments button", 8);
    await press("summary", 6);
    for (const slider of [...document.querySelectorAll("input[type=range]")].slice(0, 4)) {
      slider.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
      await soon();
    }
    await press("main input[type=checkbox]", 4);
    for (const key of ["n", "r", "."]) {
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      await soon();
    }
  });
}

test("every chapter stands, and numbers live", async () => {
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 720 } });
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await page.addInitScript(translate);
  await page.goto(`${site.url}#v=1`);
  const places = [
    ...CHAPTERS.map(({ id }) => id),
    ...Object.keys(BENCHES).map((bench) => `lab&lab=bench+${bench}`),
  ];
  for (const place of places) {
    await page.evaluate((to) => {
      location.hash = `v=1&chapter=${to}`;
    }, place);
    await page.locator(`main.${place.split("&")[0]} h1`).waitFor();
    await tryAll(page);
    expect(await page.locator(".failed h2, .problem").allTextContents(), place).toEqual([]);
    expect(await page.locator("main h1").isVisible(), place).toBe(true);
  }
  // By the page's own buttons too: React takes one chapter away and puts the next there.
  await page.locator(".head nav button", { hasText: "4" }).click();
  await page.locator("main.two-repons h1").waitFor();
  await page.locator(".head nav button", { hasText: "1" }).click();
  await page.locator(".transport").waitFor();
  const step = async () =>
    (await page.locator(".transport .step").innerText()).match(/[\d,]+/)?.[0];
  await page.evaluate(() => {
    location.hash = "v=1&seed=5";
  });
  const first = await step();
  await expect.poll(step).not.toBe(first);
  // A number within a sentence, which is translated with it.
  const verdict = () => page.locator(".verdict p").innerText();
  await expect.poll(verdict).toMatch(/train above 0\.9 at \d+/);
  expect(await page.locator("font").count()).toBeGreaterThan(50);
  expect(problems).toEqual([]);
  evidence("faults", {
    fault: "a translator wraps every text in <font>, again and again",
    browser: "Chromium",
    survived: "every chapter stands, its knobs work, its numbers are live",
  });
  await page.close();
});

test("formulae, symbols and what stands in pictures are not translated", async () => {
  const page = await site.browser.newPage();
  await page.addInitScript(translate);
  await page.goto(`${site.url}#v=1&at=50`);
  await page.locator(".view-curves .words text").first().waitFor();
  await page.locator(".story font").first().waitFor();
  expect(await page.locator(":is(.katex, .symbol, .view-plot, .badge) font").count()).toBe(0);
  for (const kept of [".katex", ".symbol", ".view-plot", ".badge", ".transport .step span span"])
    expect(await page.locator(`${kept}:visible`).count(), kept).toBeGreaterThan(0);
  expect(await page.locator(".transport .step span[translate=no]").innerText()).toBe("50");
  await page.close();
});
