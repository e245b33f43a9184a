/** @file The worker of chapter 5, opened with its first question. */
import type { PairsAnswer, PairsQuestion } from "../run/pairs";
import { type ProbeReply, portProbe } from "../run/probe";
import { workerPort } from "../run/workerPort";
import { perPage } from "./perPage";

export const pairer = perPage(() =>
  portProbe(() =>
    workerPort<PairsQuestion, ProbeReply<PairsAnswer>>(
      new Worker(new URL("../engine/pairs.worker.ts", import.meta.url), {
        type: "module",
        name: "pairs",
      }),
    ),
  ),
);
