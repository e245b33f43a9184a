/** What others show of an address of the built site: each chapter has a page of its own. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHAPTERS } from "../../src/app/chapters";
import { DIST, openSite, type Site } from "../site";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Width and height that a JPEG says it has. */
function sizeOf(jpeg: Buffer): readonly [number, number] {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg.readUInt16BE(at);
    if (marker >= 0xffc0 && marker <= 0xffc2)
      return [jpeg.readUInt16BE(at + 7), jpeg.readUInt16BE(at + 5)];
  }
  throw new Error("no frame in the JPEG");
}

/** Width and height that a PNG says it has. */
const pngSize = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

const metaOf = (html: string, key: string): string | undefined =>
  new RegExp(`<meta\\s+(?:property|name)="${key}"\\s+content="([^"]*)"`).exec(html)?.[1];

describe.each(CHAPTERS.map((chapter) => [chapter.id, chapter] as const))("%s", (id, chapter) => {
  test("has a page with its title, its claim and its picture", () => {
    const html = readFileSync(join(DIST, `${id}.html`), "utf8");
    expect(html).toContain(`<title>${chapter.number} ${chapter.title} · GenEFT</title>`);
    expect(metaOf(html, "description")).toBe(chapter.claim);
    expect(metaOf(html, "og:title")).toContain(chapter.title);
    expect(metaOf(html, "og:description")).toBe(chapter.claim);
    expect(metaOf(html, "twitter:card")).toBe("summary_large_image");
    const image = metaOf(html, "og:image") ?? "";
    const file = join(DIST, image.slice(image.indexOf("og/")));
    expect(sizeOf(readFileSync(file))).toEqual([1200, 630]);
    expect(statSync(file).size).toBeLessThanOrEqual(100_000);
    expect(statSync(file).size).toBeGreaterThan(10_000);
  });

  test("is opened by its page, unless a link says otherwise", async () => {
    const page = await site.browser.newPage();
    const open = () => page.locator("nav [aria-current=page]").textContent();
    await page.goto(`${site.url}${id}.html`);
    await expect.poll(open).toContain(chapter.title);
    const other = CHAPTERS.find((each) => each.id !== id) as typeof chapter;
    await page.goto("about:blank");
    await page.goto(`${site.url}${id}.html#v=1&chapter=${other.id}`);
    await expect.poll(open).toContain(other.title);
    await page.getByRole("button", { name: `${chapter.number} ${chapter.title}` }).click();
    await expect.poll(open).toContain(chapter.title);
    expect(page.url().startsWith(`${site.url}#`) || page.url() === site.url).toBe(true);
    await page.close();
  });
});

test("icons are there in the sizes that are named", () => {
  const html = readFileSync(join(DIST, "index.html"), "utf8");
  for (const [, href] of html.matchAll(
    /<link rel="(?:icon|apple-touch-icon|manifest)" href="([^"]+)"/g,
  ))
    expect(existsSync(join(DIST, href))).toBe(true);
  const icon = readFileSync(join(DIST, "favicon.ico"));
  expect([icon.readUInt8(6), icon.readUInt8(7)]).toEqual([32, 32]);
  expect(pngSize(icon.subarray(icon.readUInt32LE(18)))).toEqual([32, 32]);
  expect(pngSize(readFileSync(join(DIST, "icons/apple-touch-icon.png")))).toEqual([180, 180]);
  const { icons } = JSON.parse(readFileSync(join(DIST, "manifest.webmanifest"), "utf8"));
  for (const { src, sizes, type } of icons as { src: string; sizes: string; type: string }[]) {
    const file = readFileSync(join(DIST, src));
    if (type === "image/png") expect(`${pngSize(file).join("x")}`).toBe(sizes);
  }
});
