/**
 * @file `npm run pictures`: of the site in dist/, the picture of each chapter that is shown beside its address, and
 * of public/icon.svg the icons that are not drawings. All go to public/.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright";
import { preview } from "vite";
import { CHAPTERS, codec } from "../src/app/chapters";
import type { Chapter } from "../src/kit/live/chapter";
import { CARD, cardOf } from "./chapterPages";
import { CHROMIUM_FLAGS, chromiumPath } from "./chromium";

/** Milliseconds between two looks at a picture, and looks after which it must have come to rest. */
const LOOK = 1500;
const MOST_LOOKS = 40;

/** Qualities of a JPEG, the best first, and the bytes that a picture may take. */
const QUALITIES = [88, 80, 72, 64, 56, 48] as const;
const MOST_BYTES = 100_000;

const CARD_STYLE = `
  main.embed { padding: 36px 48px !important; gap: 14px !important; }
  main.embed :is(footer, .controls, .view-caption) { display: none !important; }
  main.embed > .sentence { font-size: 27px !important; }
  .card-head { display: flex; justify-content: space-between; align-items: baseline; margin: 0;
    font: 650 42px/1.1 var(--font); letter-spacing: -0.01em; }
  .card-head span { font-size: 27px; font-weight: 400; color: var(--muted); }
  main.embed { grid-template-rows: auto minmax(0, 1fr) !important; }`;

/** The chapter's first moment at which something has happened. */
function momentOf({ id }: Chapter): string {
  const scenes = codec.scenes.filter(({ link }) => link.chapter === id);
  const moment = scenes.find(({ at, withholds }) => at !== 0 && !withholds) ?? scenes[0];
  const link = moment?.link ?? { ...codec.bare, chapter: id };
  const embed = { picture: id, show: [], lock: [] };
  return codec.encode({ ...link, embed, theme: "light", profile: "lecture" });
}

/** Waits until nothing that is drawn moves. */
async function rest(page: Page): Promise<void> {
  let before: Buffer = Buffer.alloc(0);
  for (let look = 0; look < MOST_LOOKS; look++) {
    await page.waitForTimeout(LOOK);
    const now = await page.screenshot({ type: "png" });
    if (now.equals(before)) return;
    before = now;
  }
  throw new Error(`${page.url()} does not come to rest.`);
}

/** The page as the best JPEG that is light enough. */
async function photograph(page: Page): Promise<Buffer> {
  for (const quality of QUALITIES) {
    const jpeg = await page.screenshot({ type: "jpeg", quality });
    if (jpeg.length <= MOST_BYTES) return jpeg;
  }
  throw new Error(`${page.url()} takes more than ${MOST_BYTES} bytes as a picture.`);
}

async function drawCard(browser: Browser, site: string, chapter: Chapter): Promise<void> {
  const page = await browser.newPage({ viewport: CARD, reducedMotion: "reduce" });
  await page.goto(`${site}#${momentOf(chapter)}`);
  await page.locator("main.embed > .sentence").waitFor();
  await page.locator(".hero :is(svg, canvas)").first().waitFor();
  await page.addStyleTag({ content: CARD_STYLE });
  const shown = { title: chapter.title, claim: chapter.claim };
  await page.evaluate(({ title, claim }) => {
    const head = document.createElement("p");
    head.className = "card-head";
    head.textContent = title;
    head.append(Object.assign(document.createElement("span"), { textContent: "GenEFT" }));
    document.querySelector("main.embed")?.prepend(head);
    const sentence = document.querySelector("main.embed > .sentence");
    if (sentence) sentence.textContent = claim;
  }, shown);
  await rest(page);
  writeFileSync(`public/${cardOf(chapter.id)}`, await photograph(page));
  await page.close();
}

/** An icon file of one PNG: its head, its only entry, the image. */
function ico(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // An icon,
  head.writeUInt16LE(1, 4); // one image,
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10); // one plane,
  head.writeUInt16LE(32, 12); // bits of a pixel,
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

async function drawIcons(browser: Browser): Promise<void> {
  const svg = readFileSync("public/icon.svg", "utf8");
  const drawn = async (size: number, ground: string) => {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>body { margin: 0; background: ${ground} } svg { display: block; width: 100vw }</style>${svg}`,
    );
    const png = await page.screenshot({ type: "png", omitBackground: true });
    await page.close();
    return png;
  };
  writeFileSync("public/favicon.ico", ico(await drawn(32, "none"), 32));
  // Phones cut the corners themselves.
  writeFileSync("public/icons/apple-touch-icon.png", await drawn(180, "#1b1b1f"));
  for (const size of [192, 512])
    writeFileSync(`public/icons/${size}.png`, await drawn(size, "none"));
}

const server = await preview({ preview: { port: 0, host: "127.0.0.1" } });
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: [...CHROMIUM_FLAGS],
});
try {
  const [site] = server.resolvedUrls?.local ?? [];
  if (!site) throw new Error("dist/ could not be served: npm run build");
  for (const folder of ["og", "icons"]) mkdirSync(`public/${folder}`, { recursive: true });
  await drawIcons(browser);
  for (const chapter of CHAPTERS) await drawCard(browser, site, chapter);
} finally {
  await browser.close();
  await server.close();
}
