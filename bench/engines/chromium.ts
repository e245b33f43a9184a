/**
 * @file Headless Chromium with a software renderer as a place of the benchmark.
 */
import { chromium } from "playwright";
import { preview } from "vite";
import { CHROMIUM_FLAGS, chromiumPath } from "../../scripts/chromium";
import type { Desk } from "./page/page";
import { type Hand, type Place, unwrap } from "./place";
import type { Answer } from "./service";

/** `folder` holds the built page. */
export async function openChromium(folder: string): Promise<Place> {
  const server = await preview({
    configFile: false,
    logLevel: "warn",
    build: { outDir: folder },
    preview: { port: 0, host: "127.0.0.1" },
  });
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...CHROMIUM_FLAGS],
  });
  const page = await browser.newPage();
  await page.goto(server.resolvedUrls?.local[0] ?? "");
  const system = await browser.newBrowserCDPSession();
  const desk = await page.evaluateHandle(() => (globalThis as unknown as { desk: Desk }).desk);
  return {
    name: "chromium",
    version: `Chromium ${browser.version()}`,
    async start() {
      const worker = await desk.evaluate((at) => at.start());
      const hand: Hand = {
        ask: (async (name, ...[argument]) => {
          const question = { name, argument };
          const answer: Answer = await desk.evaluate(
            (at, [number, asked]) => at.ask(number, asked),
            [worker, question] as const,
          );
          return unwrap(answer);
        }) as Hand["ask"],
        end: () => desk.evaluate((at, number) => at.end(number), worker),
      };
      return hand;
    },
    async processorSeconds() {
      const { processInfo } = await system.send("SystemInfo.getProcessInfo");
      return processInfo
        .filter(({ type }) => type === "renderer" || type === "GPU")
        .reduce((sum, { cpuTime }) => sum + cpuTime, 0);
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
