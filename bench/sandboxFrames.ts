/**
 * @file How long a frame takes while a repon of chapter 4 is dragged, in Chromium on the built page.
 *
 *   npm run build && npx vite preview --port 4199 &
 *   npx tsx bench/sandboxFrames.ts http://localhost:4199 [Chromium's flags]
 *
 * Prints, for either system and evidence, the median and 95th percentile of the times between frames,
 * the time the main thread was busy in a frame, and how many frames had another picture.
 */
import { chromium, type Page } from "playwright";
import { CHROMIUM_FLAGS, chromiumPath } from "../scripts/chromium.ts";

const [address = "http://localhost:4173", ...flags] = process.argv.slice(2);
const FRAMES = 120;

const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(q * (values.length - 1))];

/** Moves the pointer once per frame and notes when frames begin; in the page. */
const drag = (page: Page, frames: number) =>
  page.evaluate(async (count) => {
    const handle = document.querySelector(".handle.x1") as SVGGElement;
    const path = document.querySelector(".view-two-repons .paths .rest") as SVGPathElement;
    const box = handle.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    let held = false;
    handle.setPointerCapture = () => {
      held = true;
    };
    handle.hasPointerCapture = () => held;
    const send = (kind: string, i: number) =>
      handle.dispatchEvent(
        new PointerEvent(kind, {
          clientX: x + 60 * Math.sin(i / 9) - 20,
          clientY: y + 60 * Math.cos(i / 13) - 60,
          pointerId: 1,
          bubbles: true,
        }),
      );
    send("pointerdown", 0);
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const starts: number[] = [];
    const busy: number[] = [];
    const seen = new Set<string | null>();
    for (let i = 0; i < count; i++) {
      starts.push(await frame());
      const begin = performance.now();
      send("pointermove", i);
      // The pictures were drawn by the frame's own callbacks; a task after them ends the frame.
      await new Promise<void>((resolve) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve();
        channel.port2.postMessage(null);
      });
      busy.push(performance.now() - begin);
      seen.add(path.getAttribute("d"));
    }
    return { starts, busy, pictures: seen.size };
  }, frames);

const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: flags.length > 0 ? ["--no-sandbox", ...flags] : [...CHROMIUM_FLAGS],
});
try {
  for (const system of ["reduced", "full"])
    for (const evidence of ["What stays", "How often"]) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
      // tsx names functions by a helper that the page does not have.
      await page.addInitScript("globalThis.__name = (f) => f");
      await page.goto(`${address}/#chapter=two-repons&sandbox=system+${system}`);
      await page.getByRole("button", { name: evidence }).click();
      await page.keyboard.press("r");
      await page.waitForTimeout(2000);
      await drag(page, 60);
      const { starts, busy, pictures } = await drag(page, FRAMES);
      const gaps = starts.slice(1).map((start, i) => start - starts[i]);
      const ms = (values: readonly number[], q: number) => quantile(values, q).toFixed(1);
      console.log(
        `${system}, ${evidence}: frame ${ms(gaps, 0.5)} ms (95 %: ${ms(gaps, 0.95)}), ` +
          `busy ${ms(busy, 0.5)} ms (95 %: ${ms(busy, 0.95)}), ${pictures} pictures of ${FRAMES}`,
      );
      await page.close();
    }
} finally {
  await browser.close();
}
