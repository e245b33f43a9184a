/** @file Chromium and Firefox, driven by Puppeteer: the one by its own protocol, the other by WebDriver BiDi. */
import puppeteer, { type Browser, type LaunchOptions, type Page } from "puppeteer-core";
import { PLAIN_FLAGS } from "../../scripts/chromium";
import type { Opening, Visit } from "./visit";

const SIZE = { width: 1280, height: 720 };

/** Overlay scrollbars are what Chromium has without a display, and nobody with a mouse. */
const CLASSIC: LaunchOptions = {
  headless: false,
  ignoreDefaultArgs: ["--hide-scrollbars"],
  args: ["--disable-features=OverlayScrollbar,FluentOverlayScrollbar"],
};

function chromium({ classicScrollbars, names = [] }: Opening): LaunchOptions {
  const classic = classicScrollbars ? CLASSIC : {};
  const rules = names.map((name) => `MAP ${name} 127.0.0.1`).join(",");
  return {
    browser: "chrome",
    ...classic,
    args: [
      ...PLAIN_FLAGS,
      ...(classic.args ?? []),
      ...(rules ? [`--host-resolver-rules=${rules}`] : []),
    ],
  };
}

const firefox = (): LaunchOptions => ({
  browser: "firefox",
  // Without a display it has no WebGL at all.
  headless: !process.env.DISPLAY,
  extraPrefsFirefox: { "ui.prefersReducedMotion": 1 },
});

/** Opens Chromium or Firefox at `path`. */
export async function openPuppet(
  engine: "chromium" | "firefox",
  path: string,
  opening: Opening,
): Promise<Visit> {
  const browser = await puppeteer.launch({
    executablePath: path,
    defaultViewport: SIZE,
    ...(engine === "chromium" ? chromium(opening) : firefox()),
  });
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  return asVisit(engine, browser, page);
}

async function asVisit(
  engine: "chromium" | "firefox",
  browser: Browser,
  page: Page,
): Promise<Visit> {
  let heard: string[] = [];
  page.on("pageerror", (error) => heard.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(message.text());
  });
  await page.setViewport(SIZE);
  return {
    engine,
    version: (await browser.version()).replace(/^\D*/, ""),
    goto: async (url) => {
      // Another fragment alone opens no page.
      await page.goto("about:blank");
      await page.goto(url, { waitUntil: "domcontentloaded" });
    },
    reload: async () => {
      await page.reload({ waitUntil: "domcontentloaded" });
    },
    resize: (width, height) => page.setViewport({ width, height }),
    ask: (look, given) => page.evaluate(look as (given: unknown) => never, given),
    run: async (script) => {
      await page.evaluate(script);
    },
    press: (key) => page.keyboard.press(key),
    click: ({ x, y }) => page.mouse.click(x, y),
    drag: async (from, to) => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 5 });
      await page.mouse.up();
    },
    wheel: async ({ x, y }, down) => {
      await page.mouse.move(x, y);
      await page.mouse.wheel({ deltaY: down });
    },
    shot: async () => Buffer.from(await page.screenshot()),
    complaints: async () => {
      const told = heard;
      heard = [];
      return told;
    },
    close: () => browser.close(),
  };
}
