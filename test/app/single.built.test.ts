/** @file The page as one file, opened from a folder: it trains and shows every recording, and asks for nothing. */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chromiumPath, PLAIN_FLAGS } from "../../scripts/chromium";
import { evidence } from "../evidence";

const ROOT = resolve(import.meta.dirname, "../..");
const BUILT = join(ROOT, "build/single");

let folder: string;
let file: string;
let browser: Browser;
let page: Page;
const problems: string[] = [];
const asked: string[] = [];

beforeAll(async () => {
  const vite = join(ROOT, "node_modules/vite/bin/vite.js");
  const args = ["build", "-c", "vite.single.config.ts", "--outDir", BUILT, "--logLevel", "warn"];
  execFileSync(process.execPath, [vite, ...args], {
    cwd: ROOT,
    stdio: "pipe",
    // Not as a test is run: with what libraries say to developers.
    env: { ...process.env, NODE_ENV: "production" },
  });
  // Alone, and under another name, as on somebody's stick.
  folder = mkdtempSync(join(tmpdir(), "stick "));
  file = join(folder, "lecture (1).html");
  copyFileSync(join(BUILT, "geneft.html"), file);
  browser = await chromium.launch({ executablePath: chromiumPath(), args: [...PLAIN_FLAGS] });
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  page.on("pageerror", ({ message }) => problems.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url())) asked.push(request.url());
  });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const step = async (): Promise<number> =>
  Number((await page.locator(".panel.latent .note").first().textContent())?.replace(/\D/g, ""));

test("the folder has the one file, which carries every recording as it is", () => {
  expect(readdirSync(BUILT)).toEqual(["geneft.html"]);
  const html = readFileSync(file, "utf8");
  const data = /<script type="application\/json" id="files">(.*?)<\/script>/s.exec(html)?.[1];
  const { texts, bytes } = JSON.parse(data ?? "") as Record<string, Record<string, string>>;
  const data0 = join(ROOT, "public/data");
  const names = readdirSync(data0, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.\w+$/.test(name),
  );
  expect(names.length).toBeGreaterThan(40);
  for (const name of names) {
    const kept = readFileSync(join(data0, name));
    const carried = texts[`data/${name}`] ?? Buffer.from(bytes[`data/${name}`] ?? "", "base64");
    expect(Buffer.from(carried).equals(kept), name).toBe(true);
  }
});

test("it trains, every chapter opens with its recordings, and nothing is asked for", async () => {
  await page.goto(`${pathToFileURL(file).href}#v=1&seed=3&at=40`);
  await expect.poll(step).toBe(40);
  for (const chapter of [2, 3, 4, 5, 6, 7]) {
    await page
      .getByRole("button", { name: new RegExp(`^${chapter} `) })
      .first()
      .click();
    await page.locator("main.chapter:not([aria-busy]) svg").first().waitFor();
  }
  // Each recorded grid of the paper.
  await page.getByRole("button", { name: /^6 / }).first().click();
  const grid = page.getByRole("combobox", { name: "grid" });
  const names = await grid.locator('option:not([value="here"])').all();
  expect(names.length).toBe(8);
  for (const name of names) {
    await grid.selectOption(await name.getAttribute("value"));
    await page.locator(".provenance", { hasText: "Recorded" }).waitFor();
    expect(await page.locator(".problem").allTextContents()).toEqual([]);
  }
  // The address is this file's, and opens the same again.
  await page.getByRole("button", { name: /^3 / }).first().click();
  await expect.poll(() => page.url()).toContain("lecture%20(1).html#");
  await page.reload();
  await page.locator("main.chapter.depth svg").first().waitFor();
  expect(await page.locator(".problem").allTextContents()).toEqual([]);
  expect(problems).toEqual([]);
  expect(new Set(asked.map((url) => url.split("#")[0]))).toEqual(
    new Set([pathToFileURL(file).href]),
  );
  evidence("faults", {
    fault: "no server at all: the page as one file from a folder",
    browser: "Chromium",
    survived: "trains, every chapter with its recordings, nothing is asked for",
  });
});
