/** @file The checks of the page and those of the worker, one after the other, as findings that come. */
import { type CheckReply, type Finding, findingOf } from "../../run/finding";
import type { WorkerPort } from "../../run/workerPort";
import { BROWSER_CHECKS } from "./browserChecks";

/** Milliseconds without a word after which a worker is given up; a slow machine trains 500 steps in them. */
const PATIENCE = 20_000;

type Opener = () => WorkerPort<never, CheckReply>;

/** What a worker finds, and whether it started and came to its end. */
function askWorker(open: Opener, tell: (finding: Finding) => void): Promise<void> {
  return new Promise((resolve) => {
    const begun = performance.now();
    let started = false;
    let timer: ReturnType<typeof setTimeout>;
    const end = (detail?: string) => {
      clearTimeout(timer);
      if (detail) tell({ name: "the worker that checks", verdict: "fails", detail });
      port.close();
      resolve();
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => end(`said nothing for ${PATIENCE / 1000} s`), PATIENCE);
    };
    const port = open();
    port.onLost(end);
    port.onReply((reply) => {
      if (!started) {
        started = true;
        const detail = `the first word after ${(performance.now() - begun).toFixed(0)} ms`;
        tell({ name: "a worker starts", verdict: "passes", detail });
      }
      wait();
      if ("done" in reply) end();
      else tell(reply.finding);
    });
    wait();
  });
}

/** Tells each finding as it comes; resolves when there are no more. */
export async function conductChecks(open: Opener, tell: (finding: Finding) => void): Promise<void> {
  for (const check of BROWSER_CHECKS) tell(await findingOf(check));
  await askWorker(open, tell);
}

/** The report as a text to send. */
export const reportText = (findings: readonly Finding[], complete: boolean): string =>
  [
    `GenEFT, report on this browser, ${new Date().toISOString()}`,
    ...findings.map(({ name, verdict, detail }) => `${verdict.toUpperCase()}  ${name}: ${detail}`),
    ...(complete ? [] : ["The checks had not come to their end."]),
  ].join("\n");
