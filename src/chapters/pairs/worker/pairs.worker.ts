/**
 * @file The worker that holds the theory against a run: one question at a time, a newer one replaces
 * it.
 */

import { openEngine } from "../../../engine/engines";
import { referenceEngine } from "../../../engine/reference/reference";
import { loadSimdEngine } from "../../../engine/simd/loadInBrowser";
import { sentence } from "../../../experiment/sentence";
import type { ProbeReply } from "../../../run/probe";
import { makePairsDesk } from "./desk";
import type { PairsAnswer, PairsQuestion } from "./wire";

declare const self: DedicatedWorkerGlobalScope;

/** Milliseconds of work after which messages are looked at. */
const SLICE = 40;

let newest = 0;
let current = 0;
let looked = performance.now();

async function pause(): Promise<void> {
  if (performance.now() - looked < SLICE) return;
  await new Promise((resolve) => setTimeout(resolve));
  looked = performance.now();
  if (newest !== current) throw new Error("A newer question has come.");
}

/** The kernel is fetched for the first question: most readers never ask one. */
const answer = makePairsDesk(async (settings) => {
  const { engine } = await openEngine([settings], "auto", ["simd", "reference"], {
    simd: loadSimdEngine,
    reference: async () => referenceEngine,
  });
  return engine;
}, pause);

async function reply(question: PairsQuestion): Promise<ProbeReply<PairsAnswer>> {
  try {
    await pause();
    return { kind: "answer", answer: await answer(question) };
  } catch (error) {
    return { kind: "failed", message: sentence(error) };
  }
}

let queue = Promise.resolve();
self.addEventListener("message", ({ data }: MessageEvent<PairsQuestion>) => {
  newest += 1;
  const number = newest;
  queue = queue.then(async () => {
    current = number;
    self.postMessage(await reply(data));
  });
});
