/**
 * @file The worker's loop: one job at a time, the newest wins. Slicing, pacing, posting and stopping
 * live here and nowhere else.
 */

import { sentence } from "../experiment/sentence";
import type { EngineName } from "../run/engineChoice";
import { buffersOf, type Frame } from "../run/frame";
import { nextPowerOfTwo } from "../run/schedule";
import type { Checkpoint, Job, Reply, Request, Transport } from "../run/wire";
import type { Chooser } from "./chooser";
import type { Opened } from "./engines";
import type { Ensemble } from "./ensemble";
import { makeMailbox } from "./mailbox";
import { Divergence, makeTraining } from "./training";

/** Milliseconds between messages: about twenty a second. */
const SLICE = 45;
/** Milliseconds of training after which messages are looked at. */
const CHUNK = 16;
/** Milliseconds between two starts: while a slider is dragged, not every value on the way is trained. */
const RESTART = 100;
/** Milliseconds between two checkpoints: what is lost at most when something goes wrong. */
const CHECKPOINT = 1000;
/** Milliseconds after which a run is taken to stay: then engines are compared. */
const SETTLED = 2000;
/** A frame is kept at least every 4 % of steps, so that the beginning of a run can be scrubbed. */
const GROWTH = 1.04;

interface Scope {
  postMessage(message: Reply, transfer: Transferable[]): void;
  onRequest(listener: (request: Request) => void): void;
}

/** Where a run goes on, and from what. */
interface Move {
  readonly opened: Opened;
  readonly checkpoint: Checkpoint;
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

export function serve(scope: Scope, chooser: Chooser): void {
  const mailbox = makeMailbox();
  let current = 0;
  let started = -RESTART;
  let transport: Transport = { playing: false, until: null, speed: null };
  let wake = () => {};

  /** Resolves at the next message, or after `milliseconds`. */
  const interruption = (milliseconds = Infinity): Promise<void> =>
    Promise.race([
      new Promise<void>((resolve) => {
        wake = resolve;
      }),
      ...(milliseconds < Infinity ? [sleep(Math.max(0, milliseconds))] : []),
    ]);

  const send = (reply: Reply, frames: readonly Frame[] = []) =>
    scope.postMessage(reply, frames.flatMap(buffersOf) as Transferable[]);

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
    try {
      const early = started + RESTART - performance.now();
      if (early > 0) await sleep(early);
      if (run !== current) return;
      started = performance.now();
      let opened: Opened | null = await chooser.open(job);
      let from = job.from;
      while (opened && run === current) {
        engine = opened.engine.name;
        const moved: Move | null = await trainOn(run, job, opened, from);
        opened = moved?.opened ?? null;
        from = moved?.checkpoint ?? null;
      }
      if (run === current) send({ kind: "done", run });
    } catch (error) {
      if (run !== current) return;
      const fault = error instanceof Divergence ? "diverged" : "engine";
      send({ kind: "failed", run, fault, engine, message: sentence(error) });
    }
  }

  /** Trains on one engine until the run is over (null) or better goes on on another. */
  async function trainOn(
    run: number,
    job: Job,
    { engine, info }: Opened,
    from: Checkpoint | null,
  ): Promise<Move | null> {
    const ensemble = await engine.create(job.settings);
    try {
      if (from) ensemble.restore(from);
      if (run !== current) return null;
      send({ kind: "ready", run, engine: info, from: ensemble.step });
      return await train(run, job, engine.name, ensemble);
    } finally {
      ensemble.dispose();
    }
  }

  async function train(
    run: number,
    job: Job,
    engine: EngineName,
    ensemble: Ensemble,
  ): Promise<Move | null> {
    const { steps } = job.settings[0];
    const training = makeTraining(ensemble, steps);
    await training.advance(ensemble.step);
    let frames: Frame[] = [await training.frame()];
    let framed = ensemble.step;
    let sliceEnd = 0;
    let stepsPerChunk = 1;
    let checkpointDue = performance.now() + CHECKPOINT;
    let comparisonDue = performance.now() + SETTLED;
    let pace = startPace();

    function startPace() {
      return { speed: transport.speed, time: performance.now(), step: ensemble.step };
    }
    async function post(): Promise<void> {
      if (framed < ensemble.step) frames.push(await training.frame());
      framed = ensemble.step;
      if (run === current && frames.length > 0) send({ kind: "frames", run, frames }, frames);
      frames = [];
    }
    async function save(): Promise<void> {
      checkpointDue = performance.now() + CHECKPOINT;
      const checkpoint = await ensemble.checkpoint();
      if (run !== current || !checkpoint.state.every(Number.isFinite)) return;
      scope.postMessage({ kind: "checkpoint", run, checkpoint }, [
        checkpoint.state.buffer as ArrayBuffer,
      ]);
    }
    async function compare(): Promise<Move | null> {
      comparisonDue = Infinity;
      const opened = await chooser.compare(job, engine);
      if (!opened || run !== current) return null;
      if (opened.engine.name !== engine) return { opened, checkpoint: await ensemble.checkpoint() };
      send({ kind: "compared", run, engine: opened.info });
      return null;
    }

    while (run === current) {
      if (performance.now() > comparisonDue) {
        await post();
        const move = await compare();
        if (move) return move;
        pace = startPace();
        continue;
      }
      const limit = Math.min(steps, transport.until ?? steps);
      if (!transport.playing || ensemble.step >= limit) {
        await post();
        if (ensemble.step >= steps) break;
        await interruption(comparisonDue - performance.now());
        pace = startPace();
        continue;
      }
      if (transport.speed !== pace.speed) pace = startPace();
      const begun = performance.now();
      const { speed } = pace;
      const allowed = speed === null ? steps : pace.step + ((begun - pace.time) / 1000) * speed;
      if (speed !== null && allowed < ensemble.step + 1) {
        await post();
        await interruption(((ensemble.step + 1 - allowed) / speed) * 1000);
        continue;
      }
      const before = ensemble.step;
      const growth = Math.min(
        nextPowerOfTwo(before),
        Math.max(before + 1, Math.floor(framed * GROWTH)),
      );
      await training.advance(Math.min(limit, Math.floor(allowed), before + stepsPerChunk, growth));
      const ended = performance.now();
      const room = Math.min(2, CHUNK / Math.max(ended - begun, 0.05));
      stepsPerChunk = Math.max(1, Math.floor((ensemble.step - before) * room));
      if (ensemble.step >= growth) {
        frames.push(await training.frame());
        framed = ensemble.step;
      }
      if (ended > sliceEnd) {
        await post();
        if (ended > checkpointDue) await save();
        await mailbox();
        sliceEnd = performance.now() + SLICE;
      }
    }
    return null;
  }
}
