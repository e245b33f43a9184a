/**
 * @file Where frames come from. A live worker, a recording and an engine in the same thread are all
 * sources; whoever listens cannot tell.
 */

import { grouped } from "../theory/grouped";
import { ENGINE_WORDS } from "./engineChoice";
import type { Checkpoint, Job, Refusals, Reply, Request, RunEvent, Transport } from "./wire";
import type { WorkerPort } from "./workerPort";

export interface Run {
  /** Changes how the run is driven from now on. */
  direct(transport: Transport): void;
  /** Ends it; no event follows. */
  stop(): void;
}

/**
 * Starts a run. Events come in order: `ready`, `frames`..., then one of `done` and `failed`. Each
 * further `ready` says from which step on the run is told again.
 */
export type Source = (job: Job, transport: Transport, onEvent: (event: RunEvent) => void) => Run;

type Port = WorkerPort<Request, Reply>;
type Failure = Extract<Reply, { kind: "failed" }>;

/** What can go wrong and be mended. */
type Cause = "worker" | "engine" | "diverged";

interface Active {
  readonly run: number;
  readonly onEvent: (event: RunEvent) => void;
  /** What a new worker would be asked, but for the checkpoint. */
  job: Job;
  transport: Transport;
  checkpoint: Checkpoint | null;
  /** Each cause is mended once in a run. */
  readonly mended: Set<Cause>;
}

/** Milliseconds between two requests for a sign of life, and how many go unanswered by the living. */
const BEAT = 5000;
const BEATS = 6;

const clause = (message: string): string => message.replace(/\.$/, "");

/**
 * A source over a worker. A new run replaces the one before; late replies to that are dropped by
 * their number. Where the worker is lost or its engine fails, the run goes on from its last
 * checkpoint in a new worker, once for each cause; a second time it ends with a sentence.
 */
export function workerSource(open: () => Port, beat = BEAT): Source {
  let runs = 0;
  let active: Active | null = null;
  /** Requests for a sign of life since the last one; none are missed from a worker still loading. */
  let silence = 0;
  let awake = false;
  let heart: ReturnType<typeof setInterval> | undefined;
  /** Engines that failed are not taken again unless they are asked for by name. */
  let failed: Refusals = {};
  let port: Port | null = connect();

  function connect(): Port {
    const opened = open();
    awake = false;
    opened.onReply((reply) => {
      if (opened === port) receive(reply);
    });
    opened.onLost((reason) => {
      if (opened === port) lose(reason);
    });
    return opened;
  }

  function rest(): void {
    active = null;
    clearInterval(heart);
  }

  function close(): void {
    port?.close();
    port = null;
  }

  function start({ run, job, transport }: Active): void {
    silence = 0;
    clearInterval(heart);
    heart = setInterval(listen, beat);
    port ??= connect();
    port.postMessage({ kind: "start", run, job, transport });
  }

  function listen(): void {
    if (!active || !awake) return;
    if (silence++ < BEATS) port?.postMessage({ kind: "ping", run: active.run });
    else lose(`it gave no sign of life for ${(BEATS * beat) / 1000} s`);
  }

  function receive(reply: Reply): void {
    silence = 0;
    awake = true;
    if (!active || reply.run !== active.run) return;
    switch (reply.kind) {
      case "alive":
        break;
      case "checkpoint":
        active.checkpoint = reply.checkpoint;
        break;
      case "failed":
        fail(active, reply);
        break;
      case "done": {
        const { onEvent } = active;
        rest();
        onEvent(reply);
        break;
      }
      case "ready":
      case "compared":
      case "frames":
        active.onEvent(reply);
        break;
      default:
        reply satisfies never;
    }
  }

  function lose(reason: string): void {
    close();
    if (active) mend(active, "worker", `The training worker was lost (${clause(reason)})`);
  }

  /** What diverges on the exact engine diverges again; on another one it may be the engine's fault. */
  function fail(run: Active, { fault, engine, message }: Failure): void {
    if (engine === null || (fault === "diverged" && engine !== "webgl")) {
      end(run, message);
      return;
    }
    if (fault === "engine")
      failed = { ...failed, [engine]: `${clause(message)} in an earlier run` };
    const name = ENGINE_WORDS[engine];
    const said = clause(message);
    const what = fault === "engine" ? `${name} failed: ${said}` : `${said} on ${name}`;
    mend(run, fault, what, { [engine]: said });
  }

  /** A new worker takes over from the last checkpoint. */
  function mend(run: Active, cause: Cause, what: string, without: Refusals = {}): void {
    close();
    if (run.mended.has(cause)) {
      end(run, `${what}, for the second time.`);
      return;
    }
    run.mended.add(cause);
    const from = run.checkpoint ?? run.job.from;
    const step = grouped(from?.step ?? 0);
    run.onEvent({
      kind: "setback",
      message: `${what}. The run goes on from step ${step}.`,
    });
    run.job = { ...run.job, from, without: { ...run.job.without, ...without } };
    start(run);
  }

  function end(run: Active, message: string): void {
    rest();
    run.onEvent({ kind: "failed", message });
  }

  /** Engines not to be tried for a new job. */
  const without = ({ engine, without = {} }: Job): Refusals =>
    engine === "auto" ? { ...failed, ...without } : without;

  return (given, transport, onEvent) => {
    runs += 1;
    const job = { ...given, without: without(given) };
    const run: Active = { run: runs, job, onEvent, transport, checkpoint: null, mended: new Set() };
    active = run;
    start(run);
    return {
      direct(changed) {
        run.transport = changed;
        if (run === active) port?.postMessage({ kind: "direct", run: run.run, transport: changed });
      },
      stop() {
        if (run !== active) return;
        rest();
        port?.postMessage({ kind: "stop", run: run.run });
      },
    };
  };
}
