/** @file What asks about networks in the lab: one worker for all of its benches, opened when it is first asked. */
import { perPage } from "../../../kit/live/model/perPage";
import { openProber } from "../../../kit/live/workers";
import { portProbe } from "../../../run/probe";

export const labProbe = perPage(() => portProbe(openProber));
