/**
 * @file The page with half of its chapters taken away, and with the other half: their lines in the list and
 * their folders. The rest type-checks, builds and opens. That no chapter names another is in layers.test.ts.
 */
import { spawn } from "node:child_process";
import { cp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openSite } from "../site";

const ROOT = resolve(import.meta.dirname, "../..");
const PLACE = join(ROOT, "build/without");
const CHAPTERS = await readdir(join(ROOT, "src/chapters"));
const NEEDED = [
  "LICENSE",
  "docs",
  "src",
  "scripts",
  "public",
  "index.html",
  "package.json",
  "vite.config.ts",
  "tsconfig.base.json",
  "tsconfig.page.json",
  "tsconfig.engine.json",
];

afterAll(() => rm(PLACE, { recursive: true, force: true }));

/** Runs one of the project's tools in `cwd`; rejects with all that it said where it fails. */
const tool = (cwd: string, name: string, ...args: readonly string[]): Promise<void> =>
  new Promise((done, fail) => {
    const program = spawn(join(ROOT, "node_modules/.bin", name), args, { cwd });
    let said = "";
    for (const stream of [program.stdout, program.stderr])
      stream.on("data", (text) => {
        said += text;
      });
    program.on("close", (code) => (code === 0 ? done() : fail(new Error(said))));
  });

/** A copy of the sources in the folder `name`, without some chapters. */
async function without(name: string, chapters: readonly string[]): Promise<string> {
  const place = join(PLACE, name);
  await rm(place, { recursive: true, force: true });
  for (const needed of NEEDED)
    await cp(join(ROOT, needed), join(place, needed), { recursive: true });
  await cp(join(ROOT, "build/kernel.wasm"), join(place, "build/kernel.wasm"));
  await symlink(join(ROOT, "node_modules"), join(place, "node_modules"));
  const list = join(place, "src/app/list.ts");
  let text = await readFile(list, "utf8");
  for (const chapter of chapters) {
    await rm(join(place, "src/chapters", chapter), { recursive: true });
    const lines = text.split("\n");
    const rest = lines.filter((line) => !line.endsWith(`"../chapters/${chapter}";`));
    expect(lines.length - rest.length, chapter).toBe(1);
    text = rest.join("\n");
  }
  await writeFile(list, text);
  return place;
}

const HALVES = [0, 1].map((half) => CHAPTERS.filter((_, i) => i % 2 === half));

test.each(HALVES.map((gone) => ({ gone })))(
  "without $gone the rest type-checks, builds and opens",
  async ({ gone }) => {
    const place = await without(gone[0], gone);
    await tool(place, "tsc", "-p", "tsconfig.page.json");
    await tool(place, "tsc", "-p", "tsconfig.engine.json");
    await tool(place, "vite", "build", "--logLevel", "warn", "--minify", "false");
    const site = await openSite(undefined, join(place, "dist"));
    try {
      const page = await site.browser.newPage({ viewport: { width: 1280, height: 720 } });
      const errors: string[] = [];
      page.on("pageerror", ({ message }) => errors.push(message));
      await page.goto(`${site.url}#v=1&at=10`);
      const buttons = page.locator("nav[aria-label=Chapters] button[title]");
      await expect.poll(() => buttons.count()).toBe(CHAPTERS.length - gone.length);
      for (const button of await buttons.all()) {
        await button.click();
        await page.locator("main [role=img]").first().waitFor();
        await expect.poll(() => button.getAttribute("aria-current")).toBe("page");
        expect(await page.locator(".problem").count()).toBe(0);
      }
      // A link to a chapter that is gone says so and opens the first.
      for (const chapter of gone) {
        await page.goto("about:blank");
        await page.goto(`${site.url}#v=1&chapter=${chapter}`);
        await expect.poll(() => page.locator("body").textContent()).toContain(chapter);
        expect(await buttons.first().getAttribute("aria-current")).toBe("page");
      }
      expect(errors).toEqual([]);
    } finally {
      await site.close();
    }
  },
);
