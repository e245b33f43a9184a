/** @file The worker of chapter 5, opened with its first question. */

import { perPage } from "../../../kit/live/model/perPage";
import { type ProbeReply, portProbe } from "../../../run/probe";
import { Worker } from "../../../run/worker";
import { workerPort } from "../../../run/workerPort";
import type { PairsAnswer, PairsQuestion } from "../worker/wire";

export const pairer = perPage(() =>
  portProbe(() =>
    workerPort<PairsQuestion, ProbeReply<PairsAnswer>>(
      new Worker(new URL("../worker/pairs.worker.ts", import.meta.url), {
        type: "module",
        name: "pairs",
      }),
    ),
  ),
);
