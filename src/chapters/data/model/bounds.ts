/** @file The worker of chapter 2, opened with its first question. */

import { perPage } from "../../../kit/live/model/perPage";
import { openWorker } from "../../../run/openWorker";
import address from "../worker/bound.worker.ts?worker&url";
import { portBounds } from "../worker/wire";

export const bounds = perPage(() => portBounds(() => openWorker(address, "bound")));
