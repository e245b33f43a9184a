/**
 * @file The loop that trains one ensemble of a run. Slicing, pacing and posting live here and nowhere
 * else.
 */
import { clause, sentence } from "../experiment/sentence";
import { buffersOf, type Frame } from "../run/frame";
import { reached, secondsBetween } from "../run/pace";
import { nextPowerOfTwo } from "../run/schedule";
import type { Checkpoint, EngineInfo, Job, Report, Transport } from "../run/wire";
import type { Chooser } from "./chooser";
import type { Opened } from "./engines";
import type { Ensemble } from "./ensemble";
import { makeTraining } from "./training";

/** Milliseconds between messages: about twenty a second. */
const SLICE = 45;
/** Milliseconds of training after which messages are looked at. */
const CHUNK = 16;
/** Milliseconds between two checkpoints: what is lost at most when something goes wrong. */
const CHECKPOINT = 700;
/** Milliseconds after which a run is taken to stay: then engines are compared. */
const SETTLED = 2000;
/** Milliseconds by which a paced run may be late and makes up for it: what slept goes on from where it was. */
const LATE = 1000;
/** A frame is kept at least every 4 % of steps, so that the beginning of a run can be scrubbed. */
const GROWTH = 1.04;

/** A run as it is driven from outside. */
export interface Drive {
  readonly job: Job;
  readonly chooser: Chooser;
  /** False once it is stopped or replaced. */
  wanted(): boolean;
  transport(): Transport;
  /** Resolves at the next message, or after `milliseconds`. */
  interruption(milliseconds?: number): Promise<void>;
  /** Lets queued messages be delivered. */
  mailbox(): Promise<void>;
  tell(report: Report, transfer?: Transferable[]): void;
}

/** Where a run goes on, and from what. */
export interface Move {
  readonly opened: Opened;
  readonly checkpoint: Checkpoint | null;
}

/** Trains on one engine until the run is over (null) or better goes on on another. */
export async function trainOn(
  drive: Drive,
  { opened: { engine, info }, checkpoint }: Move,
): Promise<Move | null> {
  const ensemble = await engine.create(drive.job.settings);
  try {
    if (checkpoint) ensemble.restore(checkpoint);
    if (!drive.wanted()) return null;
    drive.tell({ kind: "ready", engine: info, from: ensemble.step });
    return await train(drive, info, ensemble);
  } finally {
    ensemble.dispose();
  }
}

async function train(drive: Drive, info: EngineInfo, ensemble: Ensemble): Promise<Move | null> {
  const { job, chooser, wanted, transport, tell } = drive;
  const { steps } = job.settings[0];
  const met = new Set(job.met);
  const training = makeTraining(ensemble, steps);
  await training.advance(ensemble.step);
  let frames: Frame[] = [];
  let framed = ensemble.step;
  let saved = -1;
  let sliceEnd = 0;
  let stepsPerChunk = 1;
  let checkpointDue = performance.now() + CHECKPOINT;
  let comparisonDue = performance.now() + SETTLED;
  let timed = startTime();
  let due = timed.time;

  function startTime() {
    return { pace: transport().pace, time: performance.now(), step: ensemble.step };
  }
  async function film(): Promise<void> {
    frames.push(await training.frame());
    framed = ensemble.step;
  }
  async function post(): Promise<void> {
    if (framed < ensemble.step) await film();
    if (wanted() && frames.length > 0)
      tell({ kind: "frames", frames }, frames.flatMap(buffersOf) as Transferable[]);
    frames = [];
  }
  async function save(): Promise<void> {
    checkpointDue = performance.now() + CHECKPOINT;
    saved = ensemble.step;
    const checkpoint = await ensemble.checkpoint();
    if (wanted() && checkpoint.state.every(Number.isFinite))
      tell({ kind: "checkpoint", checkpoint }, [checkpoint.state.buffer as ArrayBuffer]);
  }
  async function compare(): Promise<Move | null> {
    comparisonDue = Infinity;
    let opened: Opened | null;
    try {
      opened = await chooser.compare(job, info.name);
    } catch (error) {
      // Nothing is wrong with the run.
      const declined = {
        ...info.declined,
        webgl: `it was not measured: ${clause(sentence(error))}`,
      };
      tell({ kind: "compared", engine: { ...info, declined } });
      return null;
    }
    if (!opened || !wanted()) return null;
    if (opened.engine.name !== info.name)
      return { opened, checkpoint: await ensemble.checkpoint() };
    tell({ kind: "compared", engine: opened.info });
    return null;
  }

  await film();
  while (wanted()) {
    if (performance.now() > comparisonDue) {
      await post();
      const move = await compare();
      if (move) return move;
      timed = startTime();
      continue;
    }
    const { playing, until, pace } = transport();
    const limit = Math.min(steps, until ?? steps);
    if (!playing || ensemble.step >= limit) {
      // What is told while the rest is said counts too.
      const told = drive.interruption(comparisonDue - performance.now());
      await post();
      if (saved < ensemble.step) await save();
      if (ensemble.step >= steps) break;
      await told;
      timed = startTime();
      continue;
    }
    const begun = performance.now();
    if (pace !== timed.pace || begun > due + LATE) timed = startTime();
    due = begun;
    const allowed = Math.min(steps, reached(pace, timed.step, (begun - timed.time) / 1000));
    if (allowed < ensemble.step + 1) {
      const wait = 1000 * secondsBetween(pace, allowed, ensemble.step + 1);
      due = begun + wait;
      await post();
      await drive.interruption(wait);
      continue;
    }
    const before = ensemble.step;
    const growth = Math.min(
      nextPowerOfTwo(before),
      ...[...met].filter((step) => step > before),
      Math.max(before + 1, Math.floor(framed * GROWTH)),
    );
    await training.advance(Math.min(limit, Math.floor(allowed), before + stepsPerChunk, growth));
    const ended = performance.now();
    const room = Math.min(2, CHUNK / Math.max(ended - begun, 0.05));
    stepsPerChunk = Math.max(1, Math.floor((ensemble.step - before) * room));
    if (ensemble.step >= growth) await film();
    if (ended > sliceEnd) {
      await post();
      if (ended > checkpointDue) await save();
      await drive.mailbox();
      sliceEnd = performance.now() + SLICE;
    }
  }
  return null;
}
