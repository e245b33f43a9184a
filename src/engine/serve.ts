/**
 * @file The worker's loop: one job at a time, the newest wins. Slicing, pacing, posting and stopping
 * live here and nowhere else.
 */
import { buffersOf, type Frame } from "../run/frame";
import { nextPowerOfTwo } from "../run/schedule";
import type { EngineName, Reply, Request, Transport } from "../run/wire";
import type { Loaders } from "./engines";
import { openEngine } from "./engines";
import type { Ensemble } from "./ensemble";
import { makeMailbox } from "./mailbox";
import { Divergence, makeTraining } from "./training";

/** Milliseconds between messages: about twenty a second. */
const SLICE = 45;
/** Milliseconds of training after which messages are looked at. */
const CHUNK = 16;
/** Milliseconds between two starts: while a slider is dragged, not every value on the way is trained. */
const RESTART = 100;
/** A frame is kept at least every 4 % of steps, so that the beginning of a run can be scrubbed. */
const GROWTH = 1.04;

interface Scope {
  postMessage(message: Reply, transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: MessageEvent<Request>) => void): void;
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** `order` is the order in which engines are tried where the job wants none. */
export function serve(scope: Scope, order: readonly EngineName[], loaders: Loaders): void {
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
      ...(milliseconds < Infinity ? [sleep(milliseconds)] : []),
    ]);

  const send = (reply: Reply, frames: readonly Frame[] = []) =>
    scope.postMessage(reply, frames.flatMap(buffersOf) as Transferable[]);

  scope.addEventListener("message", ({ data }) => {
    switch (data.kind) {
      case "start":
        current = data.run;
        transport = data.transport;
        void start(data);
        break;
      case "direct":
        if (data.run === current) transport = data.transport;
        break;
      case "stop":
        if (data.run === current) current = 0;
        break;
      default:
        data satisfies never;
    }
    wake();
  });

  async function start({ run, job }: Request & { kind: "start" }): Promise<void> {
    let ensemble: Ensemble | undefined;
    try {
      await sleep(Math.max(0, started + RESTART - performance.now()));
      if (run !== current) return;
      started = performance.now();
      const { engine, info } = await openEngine(job.engine, order, loaders);
      if (run !== current) return;
      ensemble = await engine.create(job.settings);
      if (job.from) ensemble.restore(job.from);
      if (run !== current) return;
      send({ kind: "ready", run, engine: info });
      await train(run, ensemble, job.settings[0].steps);
    } catch (error) {
      if (run !== current) return;
      const message = error instanceof Divergence ? error.message : `The engine failed: ${error}`;
      send({ kind: "failed", run, message });
    } finally {
      ensemble?.dispose();
    }
  }

  async function train(run: number, ensemble: Ensemble, steps: number): Promise<void> {
    const training = makeTraining(ensemble, steps);
    await training.advance(ensemble.step);
    let frames: Frame[] = [await training.frame()];
    let framed = ensemble.step;
    let sliceEnd = 0;
    let stepsPerChunk = 1;
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

    while (run === current) {
      const limit = Math.min(steps, transport.until ?? steps);
      if (!transport.playing || ensemble.step >= limit) {
        await post();
        if (ensemble.step >= steps) break;
        await interruption();
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
        await mailbox();
        sliceEnd = performance.now() + SLICE;
      }
    }
    if (run === current) send({ kind: "done", run });
  }
}
