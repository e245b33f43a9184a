/** @file The worker of chapter 2, opened with its first question. */

import { perPage } from "../../../kit/live/model/perPage";
import { Worker } from "../../../run/worker";
import { workerPort } from "../../../run/workerPort";
import { type BoundMessage, type BoundReply, portBounds } from "../worker/wire";

export const bounds = perPage(() =>
  portBounds(() =>
    workerPort<BoundMessage, BoundReply>(
      new Worker(new URL("../worker/bound.worker.ts", import.meta.url), {
        type: "module",
        name: "bound",
      }),
    ),
  ),
);
