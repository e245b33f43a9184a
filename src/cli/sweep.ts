/**
 * @file `sweep`: trains every replica of an experiment, or of a shard of it.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { cells } from "../experiment/experiment";
import { type NamedExperiment, parseExperiment } from "../experiment/experimentFile";
import { packMoments } from "../run/histories";
import { NOT_BEGUN, outcomeOf, type Standing } from "../run/standing";
import { type Command, type Flags, numberFlag, UserError } from "./command";
import { effortOf } from "./effort";
import { interruption } from "./interrupt";
import { provenanceOf } from "./provenance";
import { headerOf, openShard, replicasOf, type Share } from "./shard";
import { trainAll } from "./trainAll";

/** Milliseconds between two checkpoints of a replica. */
const CHECKPOINT = 10_000;
/** Milliseconds between two lines about progress. */
const NEWS = 30_000;

export function readExperiment(path: string): NamedExperiment {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new UserError(`${path} cannot be read as JSON: ${(error as Error).message}`);
  }
  const result = parseExperiment(data);
  if ("problem" in result) throw new UserError(`${path} is not an experiment: ${result.problem}`);
  return result.parsed;
}

function shareFrom(flags: Flags): Share {
  const text = flags.get("shard") ?? "0/1";
  const [, shard, of] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (!(shard < of))
    throw new UserError(`--shard is "${text}" and must be like 3/16, from 0/16 on`);
  return { shard, of };
}

export interface SweepRequest {
  readonly named: NamedExperiment;
  readonly folder: string;
  readonly share: Share;
  readonly resume: boolean;
  readonly workers: number;
  /** Once aborted, what is in training is written down and the sweep rejects. */
  readonly signal?: AbortSignal;
  /** Milliseconds between two checkpoints of a replica. */
  readonly checkpointEvery?: number;
}

/** Trains what is left of a shard; resolves to what it took. */
export async function sweepShard({
  named,
  folder,
  share,
  resume,
  workers,
  signal,
  checkpointEvery = CHECKPOINT,
}: SweepRequest) {
  mkdirSync(folder, { recursive: true });
  const provenance = await provenanceOf(`sweep ${named.name}`);
  const shard = openShard(folder, headerOf(named, provenance, share), resume);
  if (shard.begunBy !== provenance.commit)
    console.error(
      `${named.name} was begun by commit ${shard.begunBy} and goes on with ${provenance.commit}, the kernel being the same; the recording names the first.`,
    );
  const all = cells(named.experiment);
  const mine = replicasOf(named, share);
  const resumed = shard.finished.length;
  const done = new Set(shard.finished.map(({ replica }) => replica));
  const left = mine.filter((replica) => !done.has(replica));
  const began = performance.now();
  const written = left.map(() => began);
  let news = began;

  const keep = (i: number, standing: Standing) => {
    const now = performance.now();
    if (standing.finished) {
      const history = Buffer.from(packMoments(standing.moments)).toString("base64");
      shard.finish({ replica: left[i], outcome: outcomeOf(standing), history });
    } else if (signal?.aborted || now - written[i] > checkpointEvery) {
      shard.checkpoint(left[i], standing);
      written[i] = now;
    }
    if (now - news < NEWS) return;
    news = now;
    console.error(`${named.name}: ${shard.finished.length} of ${mine.length} replicas`);
  };

  const job = {
    settings: left.map((replica) => all[replica]),
    until: named.experiment.until ?? "end",
    engine: "simd",
    from: left.map((replica) => shard.standing(replica) ?? NOT_BEGUN),
  } as const;
  await trainAll(job, { workers, onStanding: keep, signal });
  if (shard.finished.length < mine.length)
    throw new UserError(
      `stopped (${signal?.reason}): ${shard.finished.length} of ${mine.length} replicas of ${named.name} are finished and those in training are kept; sweep --resume goes on`,
    );
  return {
    name: named.name,
    ...share,
    replicas: mine.length,
    resumed,
    seconds: Math.round((performance.now() - began) / 1000),
    steps: effortOf(named, shard.finished),
  };
}

export const workersFrom = (flags: Flags): number =>
  numberFlag(flags, "workers", availableParallelism(), { min: 1, max: 256, integer: true });

export const sweep: Command = {
  usage: "sweep EXPERIMENT.json --out DIR [--shard 3/16] [--resume] [--workers 2]",
  flags: ["out", "shard", "resume", "workers"],
  run: async (flags, operands) => {
    if (flags.get("resume"))
      throw new UserError(`--resume is "${flags.get("resume")}" and takes no value`);
    const [path, ...others] = operands;
    const folder = flags.get("out");
    if (!path || others.length > 0 || !folder) throw new UserError(`usage: ${sweep.usage}`);
    return sweepShard({
      named: readExperiment(path),
      folder,
      share: shareFrom(flags),
      resume: flags.has("resume"),
      workers: workersFrom(flags),
      signal: interruption(),
    });
  },
};
