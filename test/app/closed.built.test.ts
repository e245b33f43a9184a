/**
 * @file The built page asks no other host for anything and keeps to its own policy (scripts/csp.ts), whatever is opened in it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { DIST, openSite, type Site } from "../site";

let site: Site;
let context: BrowserContext;
let page: Page;
/** What was against the policy, and what was asked of others. */
let violations: string[];
let elsewhere: string[];

beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  violations = [];
  elsewhere = [];
  context = await site.browser.newContext({ viewport: { width: 1280, height: 720 } });
  await context.exposeFunction("violated", (what: string) => violations.push(what));
  await context.addInitScript(() => {
    const { violated } = window as unknown as { violated: (what: string) => void };
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, target }) =>
      violated(
        `${violatedDirective}: ${blockedURI} ${target instanceof Element ? target.outerHTML.slice(0, 200) : ""}`,
      ),
    );
  });
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(site.url) && !/^(data|blob):/.test(url)) elsewhere.push(url);
  });
  page = await context.newPage();
});
afterEach(async () => {
  expect(violations).toEqual([]);
  expect(elsewhere).toEqual([]);
  await context.close();
});

test("something that is against the policy is refused, and this file sees it", async () => {
  await page.goto(site.url);
  await page.evaluate(() => {
    const image = new Image();
    image.src = "https://example.org/pixel.gif";
    document.body.setAttribute("style", "color: red");
  });
  await expect.poll(() => violations.length).toBeGreaterThan(1);
  const said = violations.sort().join(" ");
  expect(said).toMatch(/img-src: https:\/\/example\.org.*style-src-attr: inline/);
  violations = [];
  elsewhere = [];
});

test("every chapter, its map, what is shared and what is taken away", async () => {
  await page.goto(`${site.url}#v=1&at=40`);
  await page.locator(".panel.latent svg").first().waitFor();
  for (const chapter of [2, 3, 4, 5, 6, 7, 1]) {
    await page
      .getByRole("button", { name: new RegExp(`^${chapter} `) })
      .first()
      .click();
    await page.locator("main.chapter:not([aria-busy]) svg").first().waitFor();
  }
  await page.getByRole("button", { name: "Map" }).first().click();
  await page.locator("dialog svg").first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("heading", { name: "Share" }).waitFor();
  await page.getByRole("button", { name: "Large" }).click();
  await page.getByRole("button", { name: "Close", exact: true }).last().click();
  for (const format of ["SVG", "PNG"]) {
    const download = page.waitForEvent("download");
    await page
      .locator("dialog[open]")
      .getByRole("button", { name: new RegExp(format) })
      .first()
      .click();
    await download;
  }
});

test("a film", async () => {
  await page.goto(`${site.url}#v=1&n=8&width=8&at=60&chapter=lab&lab=bench+take`);
  const make = page.getByRole("button", { name: "Make film" });
  await make.waitFor();
  await make.click();
  // Its first frames, drawn and encoded; the rest are no other.
  await expect
    .poll(() => page.locator("progress").evaluate((bar) => (bar as HTMLProgressElement).value))
    .toBeGreaterThan(0);
  await page.getByRole("button", { name: "Cancel" }).click();
});

test("a lecture and its speaker’s window", async () => {
  await page.goto(`${site.url}#mode=lecture`);
  await page.locator(".panel.latent svg").first().waitFor();
  const [speaker] = await Promise.all([context.waitForEvent("page"), page.keyboard.press("s")]);
  await expect.poll(() => speaker.locator("#page").innerText()).not.toContain("is loading");
  await page.keyboard.press("q");
  await page.keyboard.press("q");
  await page.keyboard.press("d");
  await page.mouse.move(300, 300);
  await page.mouse.down();
  await page.mouse.move(400, 350, { steps: 4 });
  await page.mouse.up();
});

test("an embedded picture, and the teacher’s page", async () => {
  await page.goto(`${site.url}#v=1&embed=latent`);
  await page.locator("svg").first().waitFor();
  await page.goto(`${site.url}teaching.html`);
  await page.getByRole("heading").first().waitFor();
});

test("no page of the site has a program or a style in it that its policy does not name, and loads nothing from elsewhere", () => {
  const files = readdirSync(DIST, { recursive: true, encoding: "utf8" });
  const pages = files.filter((name) => name.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(8);
  for (const name of pages) {
    const html = readFileSync(join(DIST, name), "utf8");
    expect(html, name).toMatch(
      /<meta charset="utf-8"[^>]*>\s*<meta http-equiv="Content-Security-Policy"/i,
    );
    expect(html, name).not.toMatch(/<script(?![^>]*\ssrc="\.\/)/);
    expect(html, name).not.toMatch(/<[^>]*\s(style|on\w+)="/);
    for (const [, address] of html.matchAll(
      /<(?:script|link|img|iframe)[^>]*\s(?:src|href)="([^"]*)"/g,
    ))
      expect(address, name).toMatch(/^\.\//);
  }
  for (const name of files.filter((name) => name.endsWith(".css"))) {
    const css = readFileSync(join(DIST, name), "utf8");
    for (const [, address] of css.matchAll(/url\(["']?([^"')]*)/g))
      expect(address, name).toMatch(/^(\.\/|data:|#)/);
    expect(css, name).not.toContain("@import");
  }
  // Programs: an address of another host may be a name (a namespace, a licence), and is never what something is loaded from.
  const loads =
    /(?:fetch|import|importScripts|Worker|EventSource|WebSocket|sendBeacon)\(\s*["'`](?:https?:)?\/\//;
  for (const name of files.filter((name) => name.endsWith(".js")))
    expect(readFileSync(join(DIST, name), "utf8"), name).not.toMatch(loads);
});

test("licences of all that the page is made of are beside it, and the map leads there", async () => {
  const { dependencies } = JSON.parse(readFileSync(join(DIST, "../package.json"), "utf8"));
  const text = readFileSync(join(DIST, "licences.txt"), "utf8");
  for (const name of Object.keys(dependencies)) expect(text).toContain(`\n${name} `);
  await page.goto(site.url);
  await page.getByRole("button", { name: "Map" }).first().click();
  const link = page.getByRole("link", { name: "Licences" });
  expect(await link.getAttribute("href")).toBe("./licences.txt");
});
