/**
 * @file The worker that answers questions beside the one that trains.
 */
import type { ProbeReply, Question } from "../run/probe";
import { answer } from "./probe";

declare const self: DedicatedWorkerGlobalScope;

function reply(question: Question): ProbeReply {
  try {
    return { kind: "answer", answer: answer(question) };
  } catch (error) {
    return { kind: "failed", message: String(error) };
  }
}

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  self.postMessage(reply(data));
});
