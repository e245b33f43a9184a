/** @file What an open page weighs, after its rubbish has been collected. */
import type { CDPSession, Page } from "playwright";

export interface Weight {
  /** Bytes of the page's own JavaScript. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly workers: number;
}

/** Weighs a page again and again. Chromium alone tells. */
export async function scalesOf(page: Page): Promise<() => Promise<Weight>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  return async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (name: string) =>
      metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return {
      heap: of("JSHeapUsedSize"),
      nodes: of("Nodes"),
      listeners: of("JSEventListeners"),
      workers: page.workers().length,
    };
  };
}
