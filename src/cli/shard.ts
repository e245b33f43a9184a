/**
 * @file A shard of an experiment on disk: a header, then a line for each finished replica, in the
 * order in which they finished. Replicas in training have a checkpoint file each.
 *
 * Replica r belongs to shard r mod N, so that dear and cheap cells are spread evenly.
 */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { cells } from "../experiment/experiment";
import { formatExperiment, type NamedExperiment } from "../experiment/experimentFile";
import { type Outcome, type Provenance, SCHEMA } from "../experiment/recording";
import type { Standing } from "../run/standing";
import { UserError } from "./command";

export interface Share {
  /** From 0. */
  readonly shard: number;
  readonly of: number;
}

export interface Header extends Share {
  readonly schema: number;
  readonly experiment: ReturnType<typeof formatExperiment>;
  readonly provenance: Provenance;
}

export interface FinishedReplica {
  readonly replica: number;
  readonly outcome: Outcome;
  /** Packed moments (run/histories.ts), base64. */
  readonly history: string;
}

export const headerOf = (
  named: NamedExperiment,
  provenance: Provenance,
  { shard, of }: Share,
): Header => ({ schema: SCHEMA, experiment: formatExperiment(named), provenance, shard, of });

/** Replicas of a shard, ascending. */
export const replicasOf = ({ experiment }: NamedExperiment, { shard, of }: Share): number[] =>
  [...cells(experiment).keys()].filter((replica) => replica % of === shard);

export const shardName = ({ shard, of }: Share): string => `shard-${shard}-of-${of}.jsonl`;

export interface ShardFile {
  readonly header: Header;
  readonly finished: readonly FinishedReplica[];
  /** Bytes up to the last complete line: a line that was being written when all stopped is not one. */
  readonly complete: number;
}

/** Throws a `UserError` where the file is not a shard. */
export function readShard(path: string): ShardFile {
  const text = readFileSync(path, "utf8");
  const complete = text.lastIndexOf("\n") + 1;
  const wrong = (why: string) => new UserError(`${path} ${why}`);
  try {
    const [header, ...finished] = text.slice(0, complete).split("\n").slice(0, -1);
    const parsed = JSON.parse(header) as Header;
    if (parsed.schema !== SCHEMA)
      throw wrong(`has schema ${parsed.schema}; this program reads ${SCHEMA}`);
    return {
      header: parsed,
      finished: finished.map((line) => JSON.parse(line) as FinishedReplica),
      complete: Buffer.byteLength(text.slice(0, complete)),
    };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw wrong("is not the file of a shard, or is damaged");
  }
}

export interface ShardWriter {
  readonly finished: readonly FinishedReplica[];
  /** Where a replica's last checkpoint left it. */
  standing(replica: number): Standing | null;
  checkpoint(replica: number, standing: Standing): void;
  finish(line: FinishedReplica): void;
}

/** Never leaves a half-written file under `path`. */
function writeWhole(path: string, content: Uint8Array | string): void {
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}

/** Opens a shard to write; what is there is gone on with if `resume`, otherwise it is an error. */
export function openShard(folder: string, header: Header, resume: boolean): ShardWriter {
  const path = join(folder, shardName(header));
  const checkpoints = path.replace(/\.jsonl$/, ".checkpoints");
  mkdirSync(checkpoints, { recursive: true });
  let finished: readonly FinishedReplica[] = [];
  if (existsSync(path)) {
    if (!resume)
      throw new UserError(`${path} is there already: add --resume to go on, or take another --out`);
    const before = readShard(path);
    const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
    if (!same(before.header.experiment, header.experiment))
      throw new UserError(`${path} belongs to another experiment than the one given`);
    if (before.header.provenance.kernel !== header.provenance.kernel)
      throw new UserError(`${path} was made with another kernel; take another --out`);
    truncateSync(path, before.complete);
    finished = before.finished;
  } else writeWhole(path, `${JSON.stringify(header)}\n`);
  const at = (replica: number) => join(checkpoints, `${replica}.standing`);
  return {
    finished,
    standing: (replica) =>
      existsSync(at(replica)) ? (deserialize(readFileSync(at(replica))) as Standing) : null,
    checkpoint: (replica, standing) => writeWhole(at(replica), serialize(standing)),
    finish(line) {
      appendFileSync(path, `${JSON.stringify(line)}\n`);
      rmSync(at(line.replica), { force: true });
    },
  };
}

export const isShardFile = (path: string): boolean =>
  /^shard-\d+-of-\d+\.jsonl$/.test(basename(path));
