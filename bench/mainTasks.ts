/**
 * @file The main thread's tasks, from Chromium's trace of a page. Their own length includes the wait for a
 * core; their processor time does not.
 */
import type { Browser, Page } from "playwright";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly tid: number;
  readonly pid: number;
  /** Microseconds. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** In milliseconds. */
export interface Task {
  readonly length: number;
  readonly processor: number;
}

/** What the main thread of the page does from now on; the returned function ends the trace. */
export async function watchTasks(browser: Browser, page: Page): Promise<() => Promise<Task[]>> {
  await browser.startTracing(page, {
    categories: [
      "toplevel",
      "disabled-by-default-devtools.timeline",
      "devtools.timeline",
      "__metadata",
    ],
  });
  return async () => {
    const trace = JSON.parse((await browser.stopTracing()).toString()) as {
      traceEvents: TraceEvent[];
    };
    return mainTasks(trace.traceEvents);
  };
}

function mainTasks(events: readonly TraceEvent[]): Task[] {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}:${tid}`),
  );
  return events
    .filter(
      ({ name, ph, pid, tid }) =>
        name === "ThreadControllerImpl::RunTask" && ph === "X" && mains.has(`${pid}:${tid}`),
    )
    .map(({ dur = 0, tdur = 0 }) => ({ length: dur / 1000, processor: tdur / 1000 }));
}
