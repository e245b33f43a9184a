/** @file The worker of chapter 5, opened with its first question. */

import { perPage } from "../../../kit/live/model/perPage";
import { openWorker } from "../../../run/openWorker";
import { portProbe } from "../../../run/probe";
import address from "../worker/pairs.worker.ts?worker&url";
import type { PairsAnswer, PairsQuestion } from "../worker/wire";

export const pairer = perPage(() =>
  portProbe<PairsQuestion, PairsAnswer>(() => openWorker(address, "pairs")),
);
