/** The example deck of reveal.js, whose slides frame pictures of the built site. */
import type { Frame } from "playwright";
import { describe, expect, test } from "vitest";
import { elsewhere, hosting, inner, moves, page, rests, SITE, stepIn } from "./embedHost";

hosting();

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
    await inner(2).getByRole("button", { name: "Play", exact: true }).waitFor();
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
