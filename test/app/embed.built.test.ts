/** Pictures of the built site in the pages of others, on another origin. */
import { describe, expect, test } from "vitest";
import { CHAPTERS } from "../../src/app/chapters";
import {
  ask,
  elsewhere,
  frameOf,
  hosting,
  inner,
  moves,
  openHost,
  page,
  ready,
  rests,
  SITE,
  stepIn,
} from "./embedHost";

hosting();

describe("a picture alone", () => {
  const links = [
    ...CHAPTERS.map(({ id }) => `embed=${id}`),
    ...CHAPTERS.flatMap(({ pictures = [] }) => pictures.map((name) => `v=1&embed=${name}`)),
    "v=1&embed=curves&show=encoderRate,depth&lock=depth",
    "scene=meet&embed=latent",
  ];
  test.each([
    [640, 400],
    [320, 240],
  ])("fits %i × %i, is legible and takes no focus", async (width, height) => {
    await page.setViewportSize({ width, height });
    for (const link of links) {
      await page.goto("about:blank");
      await page.goto(`${SITE()}#${link}`);
      await page.locator(".hero :is(svg, canvas)").first().waitFor();
      await page.locator("main.embed > .sentence").waitFor();
      const found = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        const boxes = [...document.querySelectorAll("main.embed > *, footer > *, .view-plot > *")];
        const outside = boxes.filter((each) => {
          const { right, bottom } = each.getBoundingClientRect();
          return right > innerWidth + 0.5 || bottom > innerHeight + 0.5;
        });
        const small = [...document.querySelectorAll("main.embed :is(p, label, output, a, text)")]
          .filter((each) => each.getBoundingClientRect().height > 0)
          .filter((each) => Number.parseFloat(getComputedStyle(each).fontSize) < 9);
        return {
          size: [scrollWidth, scrollHeight],
          outside: outside.map((each) => each.outerHTML.slice(0, 60)),
          small: small.map((each) => each.outerHTML.slice(0, 60)),
          focus: document.activeElement?.tagName,
          picture: document.querySelector(".view-plot")?.getBoundingClientRect().height ?? 0,
        };
      });
      expect(found, link).toMatchObject({
        size: [width, height],
        outside: [],
        small: [],
        focus: "BODY",
      });
      expect(found.picture, link).toBeGreaterThan(0.25 * height);
    }
  });

  test("shows the knobs that its link names, and locks those that it says", async () => {
    await page.goto(`${SITE()}#v=1&embed=curves&show=encoderRate,depth&lock=depth`);
    const slider = (name: string) => page.getByRole("slider", { name });
    await slider("encoder rate").waitFor();
    expect(await page.locator(".knob").count()).toBe(2);
    expect(await slider("encoder rate").isEnabled()).toBe(true);
    expect(await slider("hidden layers").isEnabled()).toBe(false);
  });

  test("opens the whole page with the same link", async () => {
    await page.goto(`${SITE()}#v=1&encoderRate=0.01&at=50&embed=latent&show=encoderRate`);
    const open = page.getByRole("link", { name: "Open" });
    expect(await open.getAttribute("target")).toBe("_blank");
    expect(await open.getAttribute("href")).toMatch(/#v=1&encoderRate=0.01&at=50$/);
  });
});

describe("the page around", () => {
  test("plays, pauses, starts again, sets and goes; answers carry the id and say what was wrong", async () => {
    await openHost(frameOf("v=1&embed=latent&lock=depth&pace=300"));
    await ready();
    await moves();
    expect(await ask({ command: "pause" })).toEqual({ ok: true });
    await rests();
    expect(await stepIn()).toBeGreaterThan(0);
    expect(await ask({ command: "set", settings: { encoderRate: 0.01 } })).toEqual({ ok: true });
    await moves();
    const href = () => inner().locator("footer a").getAttribute("href");
    expect(await href()).toContain("encoderRate=0.01");
    expect(await ask({ command: "set", settings: { encoderRate: -1 } })).toEqual({
      error: expect.stringMatching(/^Nothing was changed: encoderRate “-1” must be .*\.$/),
    });
    expect(await ask({ command: "set", settings: { depth: 1 } })).toEqual({
      error: "Nothing was changed: the link locks depth.",
    });
    expect(await ask({ command: "go", to: "meet" })).toEqual({ ok: true });
    await expect.poll(href).toContain("scene=meet");
    await expect.poll(() => stepIn()).toBe(128);
    expect(await ask({ command: "go", to: "v=1&at=64&seed=3" })).toEqual({ ok: true });
    await expect.poll(() => stepIn()).toBe(64);
    expect(await ask({ command: "go", to: "nowhere" })).toEqual({
      error: "“nowhere” is no scene of this page.",
    });
    expect(await ask({ command: "jump" })).toEqual({
      error: expect.stringContaining("command must be one of play"),
    });
    expect(await inner().locator(".sentence").count()).toBe(1);
  });

  test("is the only one heard", async () => {
    await openHost(frameOf("v=1&embed=latent&pace=30") + frameOf("v=1&embed=curves&pace=30"));
    await ready();
    await inner(1).locator("footer .step").waitFor();
    await inner(2).evaluate(() => window.parent.frames[0].postMessage({ command: "pause" }, "*"));
    await inner(1).evaluate(() => window.postMessage({ command: "pause" }, "*"));
    await moves(inner(1));
    await moves(inner(1));
    expect(await inner(1).getByRole("button", { name: "Pause" }).count()).toBe(1);
  });

  test("scrolls the picture away, or hides it: the run rests, and goes on when it is back", async () => {
    const link = "v=1&embed=latent&pace=100";
    await openHost(`${frameOf(link)}<div style="height: 3000px"></div>`);
    await moves();
    await page.evaluate(() => scrollTo(0, 2500));
    await rests();
    expect(await inner().getByRole("button", { name: "Pause" }).count()).toBe(1);
    await page.evaluate(() => scrollTo(0, 0));
    await moves();
    const show = (display: string) =>
      page.evaluate((value) => {
        (document.querySelector("iframe") as HTMLElement).style.display = value;
      }, display);
    await show("none");
    await rests();
    await show("block");
    await moves();
  });

  test("suspends a run that plays, and one that is paused stays so when it resumes", async () => {
    await openHost(frameOf("v=1&embed=latent&pace=100"));
    await moves();
    expect(await ask({ command: "suspend" })).toEqual({ ok: true });
    await rests();
    expect(await inner().getByRole("button", { name: "Pause" }).count()).toBe(1);
    expect(await ask({ command: "pause" })).toEqual({ ok: true });
    expect(await ask({ command: "resume" })).toEqual({ ok: true });
    await rests();
    expect(await ask({ command: "play" })).toEqual({ ok: true });
    await moves();
  });

  test("suspends chapter 4, whose flow is not the page's run, and lets it go on", async () => {
    await openHost(frameOf("v=1&embed=two-repons"));
    await ready();
    const flow = () => inner().locator(".hero").innerHTML();
    // Its chapter may still be on its way.
    await expect.poll(() => ask({ command: "reset" })).toEqual({ ok: true });
    expect(await ask({ command: "suspend" })).toEqual({ ok: true });
    // A busy machine may still draw what came before. A flow that ran on to its end would not go on below.
    let before = "";
    const stands = async () => {
      before = await flow();
      await page.waitForTimeout(700);
      return (await flow()) === before;
    };
    await expect.poll(stands, { timeout: 20_000 }).toBe(true);
    expect(await inner().getByRole("button", { name: "Pause" }).count()).toBe(1);
    expect(await ask({ command: "resume" })).toEqual({ ok: true });
    await expect.poll(flow).not.toBe(before);
  });

  test("in a frame without the permission to copy, only what was copied is said to be", async () => {
    await page.context().grantPermissions(["clipboard-read"], { origin: elsewhere("") });
    await openHost(frameOf("v=1&at=50", 'style="width: 1200px; height: 760px"'));
    await inner().getByRole("button", { name: "Share" }).click();
    await inner().getByRole("button", { name: "Copy link to this moment" }).click();
    const said = inner().getByText("Copied.");
    const byHand = inner().locator(".by-hand textarea");
    await expect.poll(async () => (await said.count()) + (await byHand.count())).toBe(1);
    if ((await said.count()) === 0) {
      expect(await byHand.inputValue()).toContain("at=50");
      return;
    }
    await page.bringToFront();
    await page.mouse.click(1275, 5);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("at=50");
  });
});
