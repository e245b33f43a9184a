/**
 * @file Where frames come from. A live worker, a recording and an engine in the same thread are all
 * sources; whoever listens cannot tell.
 */

import { clause } from "../experiment/sentence";
import { grouped } from "../theory/grouped";
import { ENGINE_WORDS } from "./engineChoice";
import { lateWorker } from "./lateWorker";
import type { Checkpoint, Job, Refusals, Reply, Request, RunEvent, Transport } from "./wire";
import type { WorkerPort } from "./workerPort";

export interface Run {
  /** Changes how the run is driven from now on. */
  direct(transport: Transport): void;
  /** Ends it; no event follows. */
  stop(): void;
}

/**
 * Starts a run. Events come in order: `ready`, `frames` and `checkpoint`..., then one of `done` and `failed`. Each
 * further `ready` says from which step on the run is told again. Only a run for which no worker was to be had goes on
 * after it has failed, when the network is back.
 */
export type Source = (job: Job, transport: Transport, onEvent: (event: RunEvent) => void) => Run;

type Failure = Extract<Reply, { kind: "failed" }>;

/** What can go wrong and be mended. */
type Cause = "worker" | "engine" | "diverged" | "program";

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

/** Asks for signs of life and says when they are missing. */
function makePulse(beat: number, ping: () => void, lost: (reason: string) => void) {
  /** Requests since the last sign; null while a worker is still loading, of whom none is missed. */
  let silence: number | null = null;
  let heart: ReturnType<typeof setInterval> | undefined;
  function listen(): void {
    if (silence === null) return;
    if (silence++ < BEATS) ping();
    else lost(`it gave no sign of life for ${(BEATS * beat) / 1000} s`);
  }
  const stop = () => clearInterval(heart);
  return {
    stop,
    start() {
      stop();
      silence &&= 0;
      heart = setInterval(listen, beat);
    },
    /** Counts a sign of life. */
    sign() {
      silence = 0;
    },
    /** Another worker begins to load. */
    anew() {
      silence = null;
    },
  };
}

/** What is not to be tried for a new job; what failed before is, if it is asked for by name. */
const refusalsOf = ({ engine, without = {} }: Job, failed: Refusals): Refusals =>
  engine === "auto" ? { ...failed, ...without } : without;

/**
 * A source over a worker. A new run replaces the one before; late replies to that are dropped by
 * their number. Where the worker is lost or its engine fails, the run goes on from its last
 * checkpoint in a new worker, once for each cause; a second time it ends with a sentence.
 */
export function workerSource(open: () => WorkerPort<Request, Reply>, beat = BEAT): Source {
  let runs = 0;
  let active: Active | null = null;
  /** Engines that failed in any run. */
  let failed: Refusals = {};
  const ping = () => active && worker.post({ kind: "ping", run: active.run });
  const pulse = makePulse(beat, ping, lose);
  const load = () => {
    pulse.anew();
    return open();
  };
  const worker = lateWorker(load, { reply: receive, lost: lose });
  /** The newest run, where no worker started for it. */
  let stranded: Active | null = null;
  worker.open();

  function rest(): void {
    active = null;
    pulse.stop();
  }

  /** The network is listened to only while a run waits for it: a source that is given up leaves nothing behind. */
  function strand(run: Active | null): void {
    stranded = run;
    if (run) globalThis.addEventListener?.("online", resume);
    else globalThis.removeEventListener?.("online", resume);
  }

  function start({ run, job, transport }: Active): void {
    strand(null);
    pulse.start();
    worker.post({ kind: "start", run, job, transport });
  }

  function receive(reply: Reply): void {
    pulse.sign();
    if (!active || reply.run !== active.run || reply.kind === "alive") return;
    const run = active;
    if (reply.kind === "failed") fail(run, reply);
    else {
      if (reply.kind === "checkpoint") run.checkpoint = reply.checkpoint;
      if (reply.kind === "done") rest();
      run.onEvent(reply);
    }
  }

  function lose(reason: string, absent = false): void {
    if (!active) return;
    if (!absent) {
      mend(active, "worker", `The training worker was lost (${clause(reason)})`);
      return;
    }
    strand(active);
    end(active, `The worker that trains did not start: ${clause(reason)}.`);
  }

  function resume(): void {
    if (!stranded) return;
    active = stranded;
    goOn(active, "The network is back");
  }

  /** What diverges on the exact engine diverges again; on another one it may be the engine's fault. */
  function fail(run: Active, { fault, engine, message }: Failure): void {
    if (engine === null || (fault === "diverged" && engine !== "webgl")) {
      end(run, message);
      return;
    }
    const name = ENGINE_WORDS[engine];
    const said = clause(message);
    // A new worker may not meet it again; one that does is left with the engine on which it was met.
    if (fault === "program" && !run.mended.has(fault)) {
      mend(run, fault, `The program made a mistake on ${name} (${said})`);
      return;
    }
    const cause = fault === "program" ? "engine" : fault;
    if (cause === "engine") failed = { ...failed, [engine]: `${said} in an earlier run` };
    const what = cause === "engine" ? `${name} failed: ${said}` : `${said} on ${name}`;
    mend(run, cause, what, { [engine]: said });
  }

  /** A new worker takes over from the last checkpoint. */
  function mend(run: Active, cause: Cause, what: string, without: Refusals = {}): void {
    worker.close();
    if (run.mended.has(cause)) {
      end(run, `${what}, for the second time.`);
      return;
    }
    run.mended.add(cause);
    goOn(run, what, without);
  }

  /** From the last checkpoint. */
  function goOn(run: Active, what: string, without: Refusals = {}): void {
    const from = run.checkpoint ?? run.job.from;
    const step = grouped(from?.step ?? 0);
    run.onEvent({ kind: "setback", message: `${what}. The run goes on from step ${step}.` });
    run.job = { ...run.job, from, without: { ...run.job.without, ...without } };
    start(run);
  }

  function end(run: Active, message: string): void {
    rest();
    run.onEvent({ kind: "failed", message });
  }

  return (given, transport, onEvent) => {
    runs += 1;
    const job = { ...given, without: refusalsOf(given, failed) };
    const run: Active = { run: runs, job, onEvent, transport, checkpoint: null, mended: new Set() };
    active = run;
    start(run);
    return {
      direct(changed) {
        run.transport = changed;
        if (run === active) worker.post({ kind: "direct", run: run.run, transport: changed });
      },
      stop() {
        if (run === stranded) strand(null);
        if (run !== active) return;
        rest();
        worker.post({ kind: "stop", run: run.run });
      },
    };
  };
}
