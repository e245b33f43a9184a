/**
 * @file The page with any one chapter taken away: its line in the list and its folder. The rest type-checks,
 * builds and opens.
 */
import { spawn } from "node:child_process";
import { cp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openSite } from "../site";

const ROOT = resolve(import.meta.dirname, "../..");
const PLACE = join(ROOT, "build/without");
const CHAPTERS = await readdir(join(ROOT, "src/chapters"));
const NEEDED = [
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

/** A copy of the sources without a chapter. */
async function without(chapter: string): Promise<string> {
  const place = join(PLACE, chapter);
  await rm(place, { recursive: true, force: true });
  for (const name of NEEDED) await cp(join(ROOT, name), join(place, name), { recursive: true });
  await cp(join(ROOT, "build/kernel.wasm"), join(place, "build/kernel.wasm"));
  await symlink(join(ROOT, "node_modules"), join(place, "node_modules"));
  await rm(join(place, "src/chapters", chapter), { recursive: true });
  const list = join(place, "src/app/list.ts");
  const lines = (await readFile(list, "utf8")).split("\n");
  const rest = lines.filter((line) => !line.endsWith(`"../chapters/${chapter}";`));
  expect(lines.length - rest.length).toBe(1);
  await writeFile(list, rest.join("\n"));
  return place;
}

describe.each(CHAPTERS)("without the chapter %s", (chapter) => {
  test("the rest type-checks, builds and opens", async () => {
    const place = await without(chapter);
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
      await expect.poll(() => buttons.count()).toBe(CHAPTERS.length - 1);
      for (const button of await buttons.all()) {
        await button.click();
        await page.locator("main [role=img]").first().waitFor();
        await expect.poll(() => button.getAttribute("aria-current")).toBe("page");
        expect(await page.locator(".problem").count()).toBe(0);
      }
      // A link to the chapter that is gone says so and opens the first.
      await page.goto(`${site.url}#v=1&chapter=${chapter}`);
      await expect.poll(() => page.locator("body").textContent()).toContain(chapter);
      expect(await buttons.first().getAttribute("aria-current")).toBe("page");
      expect(errors).toEqual([]);
    } finally {
      await site.close();
    }
  });
});
