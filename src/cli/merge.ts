/**
 * @file `merge`: the shards of an experiment to one recording. However it was split, the bytes are the
 * same.
 */
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { crc32, gzipSync } from "node:zlib";
import { cells } from "../experiment/experiment";
import { parseExperiment } from "../experiment/experimentFile";
import { formatRecording } from "../experiment/recording";
import { type Command, UserError } from "./command";
import { effortOf } from "./effort";
import { type FinishedReplica, isShardFile, readShard, writeWhole } from "./shard";

/** "3, 5 and 12 more". */
function some(items: readonly (number | string)[]): string {
  const shown = items.slice(0, 8).join(", ");
  return items.length > 8 ? `${shown} and ${items.length - 8} more` : shown;
}

/** Writes NAME.json and NAME.histories.bin into `to`. */
export function mergeShards(folder: string, to: string) {
  const paths = readdirSync(folder)
    .filter(isShardFile)
    .map((file) => join(folder, file))
    .sort();
  if (paths.length === 0) throw new UserError(`${folder} holds no shard`);
  const shards = paths.map((path) => ({ path, ...readShard(path) }));
  const [{ header }] = shards;
  const fixed = JSON.stringify([header.experiment, header.provenance]);
  for (const { path, header: other } of shards) {
    if (other.of !== header.of)
      throw new UserError(`${path} is one of ${other.of} shards, ${paths[0]} one of ${header.of}`);
    if (JSON.stringify([other.experiment, other.provenance]) !== fixed)
      throw new UserError(`${path} is of another experiment or program than ${paths[0]}`);
  }
  const named = parseExperiment(header.experiment);
  if ("problem" in named) throw new UserError(`${paths[0]}: ${named.problem}`);

  const found = new Map<number, FinishedReplica>();
  const twice: string[] = [];
  for (const { path, finished } of shards)
    for (const line of finished) {
      if (found.has(line.replica)) twice.push(`${line.replica} in ${path}`);
      found.set(line.replica, line);
    }
  if (twice.length > 0) throw new UserError(`replicas are there twice: ${some(twice)}`);
  const all = [...cells(named.parsed.experiment).keys()];
  const foreign = [...found.keys()].filter((replica) => replica >= all.length);
  if (foreign.length > 0)
    throw new UserError(`the experiment has ${all.length} replicas, but not ${some(foreign)}`);
  const missing = all.filter((replica) => !found.has(replica));
  if (missing.length > 0) {
    const of = [...new Set(missing.map((replica) => replica % header.of))];
    const absent = of.filter((shard) => !shards.some((each) => each.header.shard === shard));
    const unfinished = of.filter((shard) => !absent.includes(shard));
    throw new UserError(
      [
        `${missing.length} of ${all.length} replicas are missing`,
        ...(absent.length > 0 ? [`no file of shard ${some(absent)} of ${header.of}`] : []),
        ...(unfinished.length > 0
          ? [`not finished: shard ${some(unfinished)} of ${header.of} (sweep --resume goes on)`]
          : []),
      ].join("; "),
    );
  }
  const lines = all.map((replica) => found.get(replica) as FinishedReplica);
  const plain = Buffer.concat(lines.map(({ history }) => Buffer.from(history, "base64")));
  const histories = gzipSync(plain, { level: 9 });
  const { name } = named.parsed;
  mkdirSync(to, { recursive: true });
  const text = formatRecording({
    ...named.parsed,
    provenance: header.provenance,
    outcomes: lines.map(({ outcome }) => outcome),
    histories: { bytes: histories.length, crc: crc32(plain) },
  });
  writeWhole(join(to, `${name}.histories.bin`), histories);
  writeWhole(join(to, `${name}.json`), text);
  return {
    name,
    replicas: lines.length,
    bytes: { json: Buffer.byteLength(text), histories: histories.length },
    steps: effortOf(named.parsed, lines),
  };
}

export const merge: Command = {
  usage: "merge DIR [--to DIR]",
  flags: ["to"],
  run: async (flags, operands) => {
    const [folder, ...others] = operands;
    if (!folder || others.length > 0) throw new UserError(`usage: ${merge.usage}`);
    return mergeShards(folder, flags.get("to") || folder);
  },
};
