/** @file The worker that answers for the pictures. */
import type { ProbeReply, Question } from "../run/probe";
import { workerPort } from "../run/workerPort";

export const openProber = () =>
  workerPort<Question, ProbeReply>(
    new Worker(new URL("../engine/probe.worker.ts", import.meta.url), {
      type: "module",
      name: "probe",
    }),
  );
