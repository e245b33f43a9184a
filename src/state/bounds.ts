/** @file The worker of chapter 2, opened with its first question. */
import { type BoundMessage, type BoundReply, portBounds } from "../run/bound";
import { workerPort } from "../run/workerPort";
import { perPage } from "./perPage";

export const bounds = perPage(() =>
  portBounds(() =>
    workerPort<BoundMessage, BoundReply>(
      new Worker(new URL("../engine/bound.worker.ts", import.meta.url), {
        type: "module",
        name: "bound",
      }),
    ),
  ),
);
