/** @file The workers of a run, by address: one trains, one answers for the pictures. */
import type { ProbeReply, Question } from "../../run/probe";
import type { Reply, Request } from "../../run/wire";
import { Worker } from "../../run/worker";
import { workerPort } from "../../run/workerPort";

export const openTrainer = () =>
  workerPort<Request, Reply>(
    new Worker(new URL("../../engine/train.worker.ts", import.meta.url), {
      type: "module",
      name: "train",
    }),
  );

export const openProber = () =>
  workerPort<Question, ProbeReply>(
    new Worker(new URL("../../engine/probe.worker.ts", import.meta.url), {
      type: "module",
      name: "probe",
    }),
  );
