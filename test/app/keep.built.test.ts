import { readFile } from "node:fs/promises";
import type { BrowserContext, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadSimdEngine } from "../../src/engine/simd/loadInNode";
import { fingerprint } from "../../src/experiment/fingerprint";
import { DEFAULTS, type Settings } from "../../src/experiment/params";
import { openSite, type Site } from "../site";

const SETTINGS: Settings = { ...DEFAULTS, n: 16, width: 24, seed: 3 };
const LINK = "v=1&n=16&width=24&seed=3&engine=simd";
const NOTEBOOK = "chapter=lab&lab=bench+notebook";

let site: Site;
let context: BrowserContext;
let page: Page;
let problems: string[];
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  context = await site.browser.newContext({ viewport: { width: 1280, height: 720 } });
  page = await context.newPage();
  problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
});
afterEach(async () => {
  await context.close();
  expect(problems).toEqual([]);
});

const numberIn = (text: string | null): number =>
  Number(/[\d,]+/.exec(text ?? "")?.[0].replaceAll(",", ""));

const shownStep = async (): Promise<number> =>
  numberIn(await page.locator(".timeline .step").textContent());

/** The step that the tab would go on from. */
const keptStep = () =>
  page.evaluate((): number => JSON.parse(sessionStorage.getItem("geneft-run") ?? "{}").step ?? 0);

/** Trains to step `goal` and rests there. */
async function trainTo(goal: number): Promise<void> {
  const field = page.getByRole("textbox", { name: "Stop at this step" });
  await field.fill(String(goal));
  await field.press("Enter");
  await page.getByRole("combobox", { name: "Pace" }).selectOption("full");
  await expect.poll(shownStep).toBe(goal);
}

/** What the page claims its parameters to be. */
async function claimed(): Promise<string | undefined> {
  await page.evaluate(() => {
    const heard = window as unknown as { copied: string };
    navigator.clipboard.writeText = async (text) => {
      heard.copied = text;
    };
  });
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("button", { name: "Copy link to the exact run" }).click();
  await page.getByText("Copied.").waitFor();
  const link = await page.evaluate(() => (window as unknown as { copied: string }).copied);
  await page.keyboard.press("Escape");
  return /exact=([0-9a-f-]+)/.exec(link)?.[1];
}

/** What an uninterrupted run has at `step`. */
async function uninterrupted(step: number): Promise<string> {
  const engine = await loadSimdEngine();
  const ensemble = await engine.create([SETTINGS]);
  await ensemble.advance([step]);
  const found = fingerprint(await ensemble.parameters());
  ensemble.dispose();
  return found;
}

/** Steps that the page shows, from its first moment on. */
const watchSteps = (of = page) =>
  of.addInitScript(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    const look = () => {
      const text = document.querySelector(".timeline .step")?.textContent;
      if (text) seen.push(Number(text.replace(/\D/g, "")));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

describe("a run that is reloaded", () => {
  test("goes on where it was, and is the run that it would have been, bit for bit", async () => {
    await page.goto(`${site.url}#${LINK}&pace=300`);
    await expect.poll(keptStep).toBeGreaterThanOrEqual(300);
    const kept = await keptStep();
    // What was seen after it is what proves the run that goes on from it.
    await expect.poll(shownStep).toBeGreaterThan(kept);
    await watchSteps();
    await page.reload();
    await expect.poll(shownStep).toBeGreaterThan(kept);
    const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
    expect(seen.filter((step) => step > 0 && step < kept)).toEqual([]);
    await trainTo(3000);
    await page.getByText(/The same run, bit for bit/).waitFor();
    expect(await claimed()).toBe(await uninterrupted(3000));
    // Its beginning can be looked at.
    await page.getByRole("slider", { name: "Shown step of the run" }).focus();
    await page.keyboard.press("Home");
    await expect.poll(shownStep).toBe(0);
  });

  test("begins anew where the reader asks for that, and in another tab", async () => {
    await page.goto(`${site.url}#${LINK}&pace=100`);
    // Five seconds of the pace: what begins anew is drawn before it has come as far.
    const far = 500;
    await expect.poll(keptStep, { timeout: 80_000 }).toBeGreaterThanOrEqual(far);
    const other = await context.newPage();
    await watchSteps(other);
    await other.goto(page.url());
    const seenThere = () => other.evaluate(() => (window as unknown as { seen: number[] }).seen);
    await expect.poll(async () => (await seenThere()).find((step) => step > 0)).toBeLessThan(far);
    await other.close();
    await page.locator("h1").click();
    await page.keyboard.press("r");
    await expect.poll(shownStep).toBeLessThan(100);
    await watchSteps();
    await page.reload();
    await expect.poll(shownStep).toBeGreaterThan(0);
    expect(await shownStep()).toBeLessThan(far);
  });

  test("shows the scene or the step that its address names", async () => {
    await page.goto(`${site.url}#v=1&scene=meet&pace=full`);
    await page.getByRole("button", { name: "Go on from here" }).click();
    await expect.poll(keptStep).toBeGreaterThan(128);
    await page.reload();
    await expect.poll(shownStep).toBe(128);
  });
});

/** IndexedDB as browsers refuse it. */
const REFUSALS: readonly (readonly [string, () => void])[] = [
  [
    "throws at once",
    () =>
      Object.defineProperty(window, "indexedDB", {
        get() {
          throw new DOMException("The operation is insecure.");
        },
      }),
  ],
  [
    "never answers",
    () => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    },
  ],
  [
    "is full",
    () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
      };
    },
  ],
];

test.each(REFUSALS)(
  "where what keeps things %s the page works, and its notebook says so",
  async (_, refuse) => {
    await page.addInitScript(refuse);
    await page.addInitScript(() => {
      Object.defineProperty(window, "sessionStorage", {
        get() {
          throw new DOMException("The operation is insecure.");
        },
      });
    });
    await page.goto(`${site.url}#${LINK}&steps=500&${NOTEBOOK}`);
    await expect.poll(shownStep).toBe(500);
    const row = page.getByRole("row").filter({ hasText: "w 24" });
    await row.waitFor();
    await page.getByRole("alert").filter({ hasText: "keeps no notebook" }).waitFor();
    await page.reload();
    await expect.poll(shownStep).toBe(500);
  },
);

describe("the notebook", () => {
  test("has what was tried in every chapter, at the next visit too, and in other tabs at once", async () => {
    await page.goto(`${site.url}#${LINK}&steps=400`);
    await expect.poll(shownStep).toBe(400);
    const other = await context.newPage();
    await other.goto(`${site.url}#v=1&n=9&width=9&steps=300&${NOTEBOOK}`);
    await other.getByRole("rowheader", { name: /s 3 · w 24 · T 400/ }).waitFor();
    await other.getByRole("rowheader", { name: /n 9/ }).waitFor();
    await page.evaluate(() => {
      location.hash = "v=1&n=7&width=9&steps=200";
    });
    await other.getByRole("rowheader", { name: /n 7/ }).waitFor();
    await other.reload();
    await other.getByRole("rowheader", { name: /n 7/ }).waitFor();
    await other.getByRole("button", { name: "Delete all" }).click();
    await other.getByText("No run yet.").waitFor();
    await other.getByRole("button", { name: "Undo" }).click();
    await other.getByRole("rowheader", { name: /n 7/ }).waitFor();
  });
});

describe("a run as a file", () => {
  test("opens in another browser and trains on to the same bits; what is no run file is refused", async () => {
    await page.goto(`${site.url}#${LINK}&at=700&${NOTEBOOK}`);
    await expect.poll(shownStep).toBe(700);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save this run" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("geneft-modulo-3-step-700.run");
    const buffer = await readFile(await file.path());
    await context.close();

    context = await site.browser.newContext({ viewport: { width: 1280, height: 720 } });
    page = await context.newPage();
    page.on("pageerror", (error) => problems.push(error.message));
    await page.goto(`${site.url}#v=1&n=5&width=5&${NOTEBOOK}`);
    const pick = async (name: string, content: Buffer) =>
      page
        .getByLabel("Open a run file…")
        .last()
        .setInputFiles({ name, mimeType: "", buffer: content });
    await pick("torn.run", buffer.subarray(0, 900));
    await page.getByText(/“torn\.run” is refused: .*cut short/).waitFor();
    const spoilt = Buffer.from(buffer);
    spoilt[2000] ^= 8;
    await pick("spoilt.run", spoilt);
    await page.getByText(/“spoilt\.run” is refused/).waitFor();
    await pick("not-a.run", Buffer.from("hello"));
    await page.getByText(/“not-a\.run” is refused/).waitFor();
    await pick("good.run", buffer);
    await expect.poll(shownStep).toBe(700);
    await page.locator(".panel.curves").waitFor();
    await trainTo(1500);
    expect(await claimed()).toBe(await uninterrupted(1500));
  });
});
