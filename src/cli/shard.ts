/**
 * @file A shard of an experiment on disk: a header, then a line for each finished replica, in the
 * order in which they finished. Replicas in training have a checkpoint file each.
 *
 * Replica r belongs to shard r mod N, so that dear and cheap cells are spread evenly.
 */
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
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

const isObject = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === "object" && data !== null;

/** Of lines of this schema; what is in an experiment is looked at where it is used. */
const isHeader = (data: unknown): data is Header =>
  isObject(data) &&
  [data.shard, data.of].every(Number.isInteger) &&
  isObject(data.experiment) &&
  isObject(data.provenance);

const isFinishedIn = (data: unknown, { shard, of }: Share): data is FinishedReplica =>
  isObject(data) &&
  Number.isInteger(data.replica) &&
  (data.replica as number) % of === shard &&
  isObject(data.outcome) &&
  typeof data.history === "string";

/** null where it is not JSON. */
function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Throws a `UserError` where the file is not a shard. */
export function readShard(path: string): ShardFile {
  const text = readFileSync(path, "utf8");
  const complete = text.lastIndexOf("\n") + 1;
  const wrong = (why: string) => new UserError(`${path} ${why}`);
  const [header, ...lines] = text.slice(0, complete).split("\n").slice(0, -1).map(jsonOf);
  if (isObject(header) && "schema" in header && header.schema !== SCHEMA)
    throw wrong(`has schema ${header.schema}; this program reads ${SCHEMA}`);
  if (!isHeader(header)) throw wrong("is not the file of a shard, or is damaged");
  if (basename(path) !== shardName(header))
    throw wrong(`is a copy of shard ${header.shard} of ${header.of} under another name`);
  const finished = lines.map((line, i) => {
    if (isFinishedIn(line, header)) return line;
    throw wrong(`is damaged in line ${i + 2}`);
  });
  return { header, finished, complete: Buffer.byteLength(text.slice(0, complete)) };
}

export interface ShardWriter {
  /** The commit of the program that began it. */
  readonly begunBy: string;
  /** Grows with `finish`. */
  readonly finished: readonly FinishedReplica[];
  /** Where a replica's last checkpoint left it. */
  standing(replica: number): Standing | null;
  checkpoint(replica: number, standing: Standing): void;
  finish(line: FinishedReplica): void;
}

/** Never leaves a half-written file under `path`, a power cut included. */
export function writeWhole(path: string, content: Uint8Array | string): void {
  writeFileSync(`${path}.part`, content, { flush: true });
  renameSync(`${path}.part`, path);
  keepNames(dirname(path));
}

/** Waits until the names of files in `folder` are on the disk; Windows has no way to ask for that. */
function keepNames(folder: string): void {
  if (process.platform === "win32") return;
  const open = openSync(folder, "r");
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

/** A checkpoint that cannot be read costs only time: its replica begins anew. */
function readStanding(path: string): Standing | null {
  if (!existsSync(path)) return null;
  try {
    return deserialize(readFileSync(path)) as Standing;
  } catch (error) {
    console.error(`${path} is left aside (${(error as Error).message}); its replica begins anew.`);
    return null;
  }
}

/** What is there must be of the same experiment and kernel. */
function readOwn(path: string, header: Header): ShardFile {
  const before = readShard(path);
  if (JSON.stringify(before.header.experiment) !== JSON.stringify(header.experiment))
    throw new UserError(`${path} belongs to another experiment than the one given`);
  const { kernel } = before.header.provenance;
  if (kernel !== header.provenance.kernel)
    throw new UserError(
      `${path} was made with kernel ${kernel}, and this one is ${header.provenance.kernel}: take another --out`,
    );
  return before;
}

/** Opens a shard to write; what is there is gone on with if `resume`, otherwise it is an error. */
export function openShard(folder: string, header: Header, resume: boolean): ShardWriter {
  const path = join(folder, shardName(header));
  const checkpoints = path.replace(/\.jsonl$/, ".checkpoints");
  const there = existsSync(path);
  if (there && !resume)
    throw new UserError(`${path} is there already: add --resume to go on, or take another --out`);
  const before = there ? readOwn(path, header) : null;
  if (before) truncateSync(path, before.complete);
  else {
    rmSync(checkpoints, { recursive: true, force: true });
    writeWhole(path, `${JSON.stringify(header)}\n`);
  }
  mkdirSync(checkpoints, { recursive: true });
  const finished = [...(before?.finished ?? [])];
  const at = (replica: number) => join(checkpoints, `${replica}.standing`);
  let size = statSync(path).size;

  /** Two processes on one shard would write its replicas twice. */
  function alone(): void {
    if (statSync(path).size !== size)
      throw new UserError(
        `${path} was written to by another process: this one stops, and what is finished stays`,
      );
  }
  return {
    begunBy: before?.header.provenance.commit ?? header.provenance.commit,
    finished,
    standing: (replica) => readStanding(at(replica)),
    checkpoint(replica, standing) {
      alone();
      writeWhole(at(replica), serialize(standing));
    },
    finish(line) {
      alone();
      appendFileSync(path, `${JSON.stringify(line)}\n`, { flush: true });
      size = statSync(path).size;
      finished.push(line);
      rmSync(at(line.replica), { force: true });
    },
  };
}

export const isShardFile = (path: string): boolean =>
  /^shard-\d+-of-\d+\.jsonl$/.test(basename(path));
