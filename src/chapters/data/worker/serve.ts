/**
 * @file The loop of the worker that computes the curve of Figure 2: the newest question replaces the
 * one before it. Looks and races are answered meanwhile.
 */

import { sentence } from "../../../experiment/sentence";
import { type AskersRequest, raceAskers } from "../../../theory/inference/askers";
import {
  type BoundPoint,
  type BoundRequest,
  boundCurve,
  lookAt,
} from "../../../theory/inference/bound";
import { boundMeans } from "../../../theory/inference/boundMeans";
import type { BoundMessage, BoundReply } from "./wire";

/** Milliseconds of work between two replies, and two looks at what has come. */
const SLICE = 80;

interface Scope {
  postMessage(message: BoundReply): void;
  addEventListener(type: "message", listener: (event: MessageEvent<BoundMessage>) => void): void;
}

/** Lets queued messages be delivered. */
const mailbox = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export function serveBounds(scope: Scope): void {
  let current = 0;

  async function answer(question: number, request: BoundRequest): Promise<void> {
    const points: BoundPoint[] = [];
    const perMask = request.fractions.length;
    const tell = () =>
      scope.postMessage({
        kind: "curve",
        question,
        curve: {
          points: boundMeans(request, points),
          masks: Math.floor(points.length / perMask),
        },
      });
    let sliceEnd = performance.now() + SLICE;
    for (const point of boundCurve(request)) {
      points.push(point);
      if (performance.now() < sliceEnd) continue;
      tell();
      await mailbox();
      if (question !== current) return;
      sliceEnd = performance.now() + SLICE;
    }
    tell();
    scope.postMessage({ kind: "done", question });
  }

  function look(request: BoundRequest, samples: number): BoundReply {
    try {
      return { kind: "look", look: lookAt(request, 0, samples) };
    } catch (error) {
      return { kind: "blind", message: sentence(error) };
    }
  }

  async function race(request: AskersRequest): Promise<void> {
    const runs = raceAskers(request);
    let sliceEnd = performance.now() + SLICE;
    for (;;) {
      const { done, value } = runs.next();
      if (done) return scope.postMessage({ kind: "race", askers: value });
      if (performance.now() < sliceEnd) continue;
      await mailbox();
      sliceEnd = performance.now() + SLICE;
    }
  }

  scope.addEventListener("message", ({ data }) => {
    if (data.kind === "race") {
      race(data.request).catch((error: unknown) =>
        scope.postMessage({ kind: "lame", message: sentence(error) }),
      );
      return;
    }
    if (data.kind === "look") {
      scope.postMessage(look(data.request, data.samples));
      return;
    }
    if (data.kind === "stop") {
      if (data.question === current) current = 0;
      return;
    }
    current = data.question;
    answer(data.question, data.request).catch((error: unknown) =>
      scope.postMessage({ kind: "failed", question: data.question, message: sentence(error) }),
    );
  });
}
