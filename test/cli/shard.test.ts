import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { UserError } from "../../src/cli/command";
import { mergeShards } from "../../src/cli/merge";
import {
  type FinishedReplica,
  headerOf,
  openShard,
  readShard,
  replicasOf,
  type Share,
  shardName,
} from "../../src/cli/shard";
import type { NamedExperiment } from "../../src/experiment/experimentFile";
import type { Provenance } from "../../src/experiment/recording";
import { packMoments } from "../../src/run/histories";
import { NOT_BEGUN, outcomeOf } from "../../src/run/standing";
import { emptyFolder, parsed, TINY, TINY_FILE } from "./experiments";

const PROVENANCE: Provenance = {
  commit: "c0ffee",
  date: "2026-01-01T00:00:00Z",
  engine: "simd",
  kernel: "00ff",
  command: "sweep tiny",
};
const WHOLE: Share = { shard: 0, of: 1 };

const lineOf = (replica: number): FinishedReplica => ({
  replica,
  outcome: outcomeOf({ ...NOT_BEGUN, progress: { ...NOT_BEGUN.progress, step: replica } }),
  history: Buffer.from(packMoments([])).toString("base64"),
});

interface Made {
  readonly folder?: string;
  readonly share?: Share;
  readonly named?: NamedExperiment;
  readonly provenance?: Provenance;
  /** Of the shard's replicas. */
  readonly count?: number;
}

/** A shard with its first `count` replicas, nothing trained. */
function make({
  folder = emptyFolder(),
  share = WHOLE,
  named = TINY,
  provenance = PROVENANCE,
  count = Infinity,
}: Made = {}) {
  const shard = openShard(folder, headerOf(named, provenance, share), false);
  for (const replica of replicasOf(named, share).slice(0, count)) shard.finish(lineOf(replica));
  return { folder, path: join(folder, shardName(share)), shard };
}

const reopened = (folder: string, { named = TINY, provenance = PROVENANCE }: Made = {}) =>
  openShard(folder, headerOf(named, provenance, WHOLE), true);

describe("A shard that is there", () => {
  test("It is not written over without --resume", () => {
    const { folder, path } = make({ count: 3 });
    const before = readFileSync(path);
    expect(() => make({ folder })).toThrow(/is there already: add --resume/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test("Another experiment and another kernel are refused, another commit is not", () => {
    const { folder } = make({ count: 3 });
    const named = parsed({ ...TINY_FILE, base: { ...TINY_FILE.base, steps: 3001 } });
    expect(() => reopened(folder, { named })).toThrow(/belongs to another experiment/);
    expect(() => reopened(folder, { provenance: { ...PROVENANCE, kernel: "11ee" } })).toThrow(
      /was made with kernel 00ff, and this one is 11ee/,
    );
    const shard = reopened(folder, { provenance: { ...PROVENANCE, commit: "decaf" } });
    expect(shard.begunBy).toBe("c0ffee");
    expect(shard.finished).toHaveLength(3);
  });

  test.each([
    ["not JSON", "{}}\n", /is damaged in line 5/],
    ["no replica", '{"replica":1.5}\n', /is damaged in line 5/],
    ["a line without outcome", '{"replica":7,"history":""}\n', /is damaged in line 5/],
  ])("A line that is %s is named", (_, line, words) => {
    const { folder, path } = make({ count: 3 });
    appendFileSync(path, line);
    expect(() => readShard(path)).toThrow(words);
    expect(() => reopened(folder)).toThrow(UserError);
  });

  test.each([
    ["", /is not the file of a shard/],
    ["[]\n", /is not the file of a shard/],
    ["null\n", /is not the file of a shard/],
    ["{\n", /is not the file of a shard/],
    ['{"schema":1}\n', /is not the file of a shard/],
    ['{"schema":99}\n', /has schema 99; this program reads 1/],
  ])("A file that holds %j is refused", (content, words) => {
    const path = join(emptyFolder(), shardName(WHOLE));
    writeFileSync(path, content);
    expect(() => readShard(path)).toThrow(words);
  });

  test("Of two processes on one shard the one that writes second stops", () => {
    const { folder, path, shard } = make({ count: 3 });
    const other = reopened(folder);
    other.finish(lineOf(3));
    const before = readFileSync(path);
    expect(() => shard.finish(lineOf(3))).toThrow(/was written to by another process/);
    expect(() => shard.checkpoint(4, NOT_BEGUN)).toThrow(/was written to by another process/);
    expect(readFileSync(path).equals(before)).toBe(true);
    other.finish(lineOf(4));
    expect(readShard(path).finished).toHaveLength(5);
  });
});

describe("Checkpoints on disk", () => {
  const at = (folder: string) => join(folder, "shard-0-of-1.checkpoints", "5.standing");
  const STANDING = { ...NOT_BEGUN, measures: new Float64Array([1, 2, 3, 4, 5]) };

  test("They come back as they were, and go once the replica is finished", () => {
    const { folder, shard } = make({ count: 3 });
    shard.checkpoint(5, STANDING);
    expect(reopened(folder).standing(5)).toEqual(STANDING);
    expect(reopened(folder).standing(6)).toBeNull();
    shard.finish(lineOf(5));
    expect(existsSync(at(folder))).toBe(false);
  });

  test("Those of a shard that was deleted are not gone on with", () => {
    const { folder, path, shard } = make({ count: 3 });
    shard.checkpoint(5, STANDING);
    rmSync(path);
    expect(make({ folder, count: 0 }).shard.standing(5)).toBeNull();
  });

  test("One that cannot be read costs only time, and is named", () => {
    const { folder } = make({ count: 3 });
    writeFileSync(at(folder), "torn");
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    expect(reopened(folder).standing(5)).toBeNull();
    expect(said.mock.calls.join()).toMatch(/5\.standing is left aside .* begins anew/);
    said.mockRestore();
  });
});

describe("Merge names what is wrong", () => {
  const thirds = (changes: (shard: number) => Made | null = () => ({})): string => {
    const folder = emptyFolder();
    for (const shard of [0, 1, 2]) {
      const made = changes(shard);
      if (made) make({ folder, share: { shard, of: 3 }, ...made });
    }
    return folder;
  };
  const wrong = (folder: string) => expect(() => mergeShards(folder, emptyFolder()));

  test("All three are a recording", () => {
    expect(mergeShards(thirds(), emptyFolder())).toMatchObject({ name: "tiny", replicas: 18 });
  });

  test("A missing shard, and one that is not finished", () => {
    wrong(thirds((shard) => (shard === 1 ? null : {}))).toThrow(
      /^6 of 18 replicas are missing; no file of shard 1 of 3$/,
    );
    wrong(thirds((shard) => (shard === 2 ? { count: 4 } : {}))).toThrow(
      /^2 of 18 replicas are missing; not finished: shard 2 of 3 \(sweep --resume goes on\)$/,
    );
  });

  test("A replica whose line is torn counts as missing", () => {
    const folder = thirds();
    const path = join(folder, "shard-1-of-3.jsonl");
    writeFileSync(path, readFileSync(path).subarray(0, -9));
    wrong(folder).toThrow(/^1 of 18 replicas are missing; not finished: shard 1 of 3/);
  });

  test("A copy under another name, and a replica that is there twice", () => {
    const copied = thirds((shard) => (shard === 1 ? null : {}));
    cpSync(join(copied, "shard-0-of-3.jsonl"), join(copied, "shard-1-of-3.jsonl"));
    wrong(copied).toThrow(/shard-1-of-3.jsonl is a copy of shard 0 of 3 under another name/);

    const twice = thirds();
    appendFileSync(join(twice, "shard-2-of-3.jsonl"), `${JSON.stringify(lineOf(5))}\n`);
    wrong(twice).toThrow(/replicas are there twice: 5 in .*shard-2-of-3.jsonl$/);
  });

  test("A replica that the experiment has not", () => {
    const folder = thirds();
    appendFileSync(join(folder, "shard-0-of-3.jsonl"), `${JSON.stringify(lineOf(30))}\n`);
    wrong(folder).toThrow("the experiment has 18 replicas, but not 30");
  });

  test("Shards of another experiment, program or split", () => {
    const other = /shard-2-of-3.jsonl is of another experiment or program than .*shard-0-of-3/;
    const named = parsed({ ...TINY_FILE, base: { ...TINY_FILE.base, width: 8 } });
    wrong(thirds((shard) => (shard === 2 ? { named } : {}))).toThrow(other);
    const provenance = { ...PROVENANCE, commit: "decaf" };
    wrong(thirds((shard) => (shard === 2 ? { provenance } : {}))).toThrow(other);
    const split = thirds((shard) => (shard === 2 ? null : {}));
    make({ folder: split, share: { shard: 3, of: 4 } });
    wrong(split).toThrow(/shard-3-of-4.jsonl is one of 4 shards, .*shard-0-of-3.jsonl one of 3/);
  });

  test("A folder without shards", () => {
    wrong(emptyFolder()).toThrow(/holds no shard/);
  });
});
