/**
 * @file The worker: one job at a time, the newest wins. Starting and stopping live here and nowhere
 * else.
 */

import { sentence } from "../experiment/sentence";
import type { EngineName } from "../run/engineChoice";
import type { Fault, Job, Reply, Request, Transport } from "../run/wire";
import type { Chooser } from "./chooser";
import { type Drive, type Move, trainOn } from "./drive";
import { makeMailbox } from "./mailbox";
import { Divergence } from "./training";

/** Milliseconds between two starts: while a slider is dragged, not every value on the way is trained. */
const RESTART = 100;

interface Scope {
  postMessage(message: Reply, transfer: Transferable[]): void;
  onRequest(listener: (request: Request) => void): void;
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** tfjs throws what looks like errors of a program where its context is gone. */
function faultOf(error: unknown, engine: EngineName | null): Fault {
  if (error instanceof Divergence) return "diverged";
  const slip = error instanceof TypeError || error instanceof ReferenceError;
  return slip && engine !== "webgl" ? "program" : "engine";
}

export function serve(scope: Scope, chooser: Chooser): void {
  const mailbox = makeMailbox();
  let current = 0;
  let started = -RESTART;
  let transport: Transport = { playing: false, until: null, pace: "full" };
  let wake = () => {};

  /** Resolves at the next message, or after `milliseconds`. */
  const interruption = (milliseconds = Infinity): Promise<void> =>
    Promise.race([
      new Promise<void>((resolve) => {
        wake = resolve;
      }),
      ...(milliseconds < Infinity ? [sleep(Math.max(0, milliseconds))] : []),
    ]);

  const send = (reply: Reply) => scope.postMessage(reply, []);

  scope.onRequest((request) => {
    switch (request.kind) {
      case "start":
        current = request.run;
        transport = request.transport;
        void start(request.run, request.job);
        break;
      case "direct":
        if (request.run === current) transport = request.transport;
        break;
      case "stop":
        if (request.run === current) current = 0;
        break;
      case "ping":
        send({ kind: "alive", run: request.run });
        return;
      default:
        request satisfies never;
    }
    wake();
  });

  async function start(run: number, job: Job): Promise<void> {
    let engine: EngineName | null = null;
    const drive: Drive = {
      job,
      chooser,
      wanted: () => run === current,
      transport: () => transport,
      interruption,
      mailbox,
      tell: (report, transfer = []) => scope.postMessage({ run, ...report }, transfer),
    };
    try {
      const early = started + RESTART - performance.now();
      if (early > 0) await sleep(early);
      if (run !== current) return;
      started = performance.now();
      let move: Move | null = { opened: await chooser.open(job), checkpoint: job.from };
      while (move && run === current) {
        engine = move.opened.engine.name;
        move = await trainOn(drive, move);
      }
      if (run === current) send({ kind: "done", run });
    } catch (error) {
      if (run !== current) return;
      const fault = faultOf(error, engine);
      send({ kind: "failed", run, fault, engine, message: sentence(error) });
    }
  }
}
