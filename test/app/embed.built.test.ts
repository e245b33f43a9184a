/** Pictures of the built site in the pages of others, on another origin. */
import { join } from "node:path";
import type { Frame, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PLAIN_FLAGS } from "../../scripts/chromium";
import { CHAPTERS } from "../../src/app/chapters";
import { openSite, type Site } from "../site";

const ROOT = join(import.meta.dirname, "../..");

let site: Site;
let page: Page;
let problems: string[];

/** The site as others reach it; what frames it is on another origin. */
const SITE = () => `${site.url}dist/`;
const elsewhere = (path: string) => `${site.url.replace("127.0.0.1", "localhost")}${path}`;

beforeAll(async () => {
  // Pages that a test makes up are on no network, and may not frame one of this machine without leave.
  site = await openSite([...PLAIN_FLAGS, "--disable-features=LocalNetworkAccessChecks"], ROOT);
});
afterAll(() => site.close());
beforeEach(async () => {
  problems = [];
  page = await site.browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on("pageerror", (error) => problems.push(error.message));
});
afterEach(async () => {
  expect(problems).toEqual([]);
  await page.close();
});

/** Opens a page of somebody else's with this body. */
async function openHost(body: string): Promise<void> {
  await page.route("**/host.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><title>host</title><script>
        window.heard = [];
        addEventListener("message", ({ data }) => heard.push(data));
      </script>${body}`,
    }),
  );
  await page.goto(elsewhere("host.html"));
}

const frameOf = (link: string, more = "") =>
  `<iframe src="${SITE()}#${link}" width="640" height="400" ${more}></iframe>`;

const inner = (i = 1): Frame => page.frames()[i];

const stepIn = async (frame: Frame = inner()): Promise<number> =>
  Number((await frame.locator("footer .step").textContent())?.replace(/\D/g, ""));

const moves = async (frame?: Frame) => {
  const before = await stepIn(frame);
  await expect.poll(() => stepIn(frame)).toBeGreaterThan(before);
};

/** Whether the run comes to rest: two looks apart tell the same step. */
const rests = async (frame?: Frame) => {
  let before = -1;
  await expect
    .poll(
      async () => {
        const last = before;
        before = await stepIn(frame);
        return before === last;
      },
      { interval: 700, timeout: 15_000 },
    )
    .toBe(true);
};

/** Sends a command and gives the answer. */
async function ask(command: object): Promise<unknown> {
  const id = Math.random();
  await page.evaluate(
    (message) => document.querySelector("iframe")?.contentWindow?.postMessage(message, "*"),
    { ...command, id },
  );
  const answer = () =>
    page.evaluate(
      (wanted) =>
        (window as unknown as { heard: { id?: number }[] }).heard.find(
          (each) => each.id === wanted,
        ),
      id,
    );
  await expect.poll(answer).toBeTruthy();
  const { id: _, ...said } = (await answer()) as { id: number };
  return said;
}

const ready = () =>
  expect
    .poll(() =>
      page.evaluate(() =>
        (window as unknown as { heard: { ready?: boolean }[] }).heard.some((each) => each.ready),
      ),
    )
    .toBe(true);

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

describe("the example deck", () => {
  const openDeck = async () => {
    await page.route("**/examples/reveal/index.html", async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace("../../dist/", SITE());
      await route.fulfill({ response, body });
    });
    await page.goto(elsewhere("examples/reveal/index.html"));
    await expect.poll(slide).toBe("Like elements meet");
    await expect.poll(() => page.frames().length).toBe(4);
    await inner().locator("footer .step").waitFor();
  };
  /** Presses the middle of what is in a frame of the slide that is shown, which the deck scales. */
  const pressIn = async (frame: Frame, selector: string) => {
    const at = await frame.locator(selector).evaluate((each) => {
      const { left, top, width, height } = each.getBoundingClientRect();
      return [(left + width / 2) / innerWidth, (top + height / 2) / innerHeight] as const;
    });
    const box = await page.locator("section.present iframe").boundingBox();
    if (!box) throw new Error("no frame on the slide");
    const [x, y] = [box.x + at[0] * box.width, box.y + at[1] * box.height];
    // A frame of another origin feels a pointer once it has moved there.
    await frame.evaluate(() => {
      addEventListener("pointermove", () => document.body.classList.add("felt"), { once: true });
    });
    const felt = async (nudge: number) => {
      await page.mouse.move(x + nudge, y);
      return frame.locator("body.felt").count();
    };
    let nudge = 0;
    await expect.poll(() => felt(nudge++ % 2)).toBe(1);
    await page.mouse.click(x, y);
  };
  const givenBack = () =>
    expect
      .poll(() => page.evaluate(() => document.hasFocus() && document.activeElement?.nodeName))
      .toBe("BODY");
  const slide = () => page.locator("section.present h2").textContent();

  test("keeps its keys, also after the picture or its play button was pressed", async () => {
    await openDeck();
    await page.keyboard.press("ArrowRight");
    await expect.poll(slide).toBe("How often it is right");
    await inner(2).locator("footer .step").waitFor();
    await moves(inner(2)); // By then the slide has come to its place.
    await pressIn(inner(2), ".play");
    await inner(2).getByRole("button", { name: "Play" }).waitFor();
    await givenBack();
    await page.keyboard.press("ArrowRight");
    await expect.poll(slide).toBe("Two repons, a spring");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(slide).toBe("Like elements meet");
    await pressIn(inner(1), ".sentence");
    await givenBack();
    await page.keyboard.press("ArrowRight");
    await expect.poll(slide).toBe("How often it is right");
  });

  test("leaves a control its keys, until Escape", async () => {
    await openDeck();
    await page.keyboard.press("ArrowRight");
    await expect.poll(slide).toBe("How often it is right");
    const slider = inner(2).getByRole("slider", { name: "encoder rate" });
    await slider.focus();
    const before = await slider.inputValue();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => slider.inputValue()).not.toBe(before);
    expect(await slide()).toBe("How often it is right");
    await page.keyboard.press("Escape");
    await givenBack();
    await page.keyboard.press("ArrowRight");
    await expect.poll(slide).toBe("Two repons, a spring");
  });

  test("lets the run of a slide that is away rest, and go on when it is back", async () => {
    await openDeck();
    await moves(inner(1));
    await page.keyboard.press("ArrowRight");
    await expect.poll(slide).toBe("How often it is right");
    await moves(inner(2));
    await rests(inner(1));
    const left = await stepIn(inner(1));
    await moves(inner(2));
    expect(await stepIn(inner(1))).toBe(left);
    await page.keyboard.press("ArrowLeft");
    await moves(inner(1));
    await rests(inner(2));
  });
});
