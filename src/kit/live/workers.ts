/** @file The workers of a run, by address: one trains, one answers for the pictures. */
import probe from "../../engine/probe.worker.ts?worker&url";
import train from "../../engine/train.worker.ts?worker&url";
import { openWorker } from "../../run/openWorker";
import type { ProbeReply, Question } from "../../run/probe";
import type { Reply, Request } from "../../run/wire";

export const openTrainer = () => openWorker<Request, Reply>(train, "train");

export const openProber = () => openWorker<Question, ProbeReply>(probe, "probe");
