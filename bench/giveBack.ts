/**
 * @file How soon a grid that trains on every core leaves one to the page that is touched: from the first move of the
 * pointer to the word of the worker that it rests. Prints JSON: milliseconds.
 */
import { openSite } from "../test/site";
import { median } from "./engines/rounds";

const TURNS = 15;
/** Milliseconds after the last sign until the grid has every core again, and has been on it for a while. */
const AGAIN = 3500;

/** Notes when a worker is told to stop and says that it has: what the page sends to its workers and hears of them. */
const listen = () => {
  const heard: { sign: number; stopped: number }[] = [];
  let sign = 0;
  const asked = new Set<number>();
  const moved = ({ timeStamp }: Event) => {
    if (asked.size === 0) sign = timeStamp;
  };
  addEventListener("pointermove", moved, true);
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        if (!data?.over || !asked.delete(data.ticket)) return;
        heard.push({ sign, stopped: performance.now() });
      });
    }
    override postMessage(message: { kind?: string; ticket?: number }, ...rest: never[]) {
      if (message?.kind === "stop" && message.ticket !== undefined) asked.add(message.ticket);
      super.postMessage(message, ...rest);
    }
  };
  Object.assign(window, { heard });
};

const site = await openSite();
const page = await site.browser.newPage({ viewport: { width: 1280, height: 720 } });
await page.addInitScript(listen);
await page.goto(`${site.url}#v=1&chapter=phases&phases=figure+here+columns+9+rows+9+steps+20000`);
await page.getByRole("button", { name: "Train 81 networks" }).click();
for (let turn = 0; turn < TURNS; turn++) {
  await page.waitForTimeout(AGAIN);
  await page.mouse.move(20 + turn, 300);
}
await page.waitForTimeout(1000);
const took = await page.evaluate(() =>
  (window as unknown as { heard: { sign: number; stopped: number }[] }).heard.map(
    ({ sign, stopped }) => Math.round(stopped - sign),
  ),
);
await site.close();
console.log(JSON.stringify({ givesBack: { median: median(took), all: took } }));
