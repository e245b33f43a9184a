import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { deserialize, serialize } from "node:v8";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { parseFlags } from "../../src/cli/command";
import { mergeShards } from "../../src/cli/merge";
import { type SweepRequest, sweep, sweepShard } from "../../src/cli/sweep";
import { trainAll } from "../../src/cli/trainAll";
import { loadSimdEngine } from "../../src/engine/simd/loadInNode";
import { openTrial } from "../../src/engine/trial";
import { cells } from "../../src/experiment/experiment";
import type { NamedExperiment } from "../../src/experiment/experimentFile";
import { DEFAULTS } from "../../src/experiment/params";
import { parseRecording } from "../../src/experiment/recording";
import { unpackHistories } from "../../src/run/histories";
import { NOT_BEGUN, type Standing } from "../../src/run/standing";
import { emptyFolder, LONGER_FILE, parsed, TINY, TINY_FILE } from "./experiments";

const ROOT = resolve(import.meta.dirname, "../..");
const REPLICAS = cells(TINY.experiment).length;

/** Training takes as long as the machine is busy. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const SOON = { timeout: 60_000, interval: 2 };

const swept = (changes: Partial<SweepRequest>) =>
  sweepShard({
    named: TINY,
    folder: emptyFolder(),
    share: { shard: 0, of: 1 },
    resume: false,
    workers: 2,
    ...changes,
  });

/** Both files of a folder's merged shards, as bytes. */
function merged(folder: string, { name }: NamedExperiment = TINY) {
  const to = emptyFolder();
  const report = mergeShards(folder, to);
  const [json, histories] = [`${name}.json`, `${name}.histories.bin`].map((file) =>
    readFileSync(join(to, file)),
  );
  return { report, json, histories };
}

function recorded(json: Buffer) {
  const result = parseRecording(json.toString());
  if ("problem" in result) throw new Error(result.problem);
  return result.recording;
}

/** The headless program itself, in a process of its own. */
function cli(...args: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "src/cli/main.ts", ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (text) => (said.stdout += text));
  child.stderr.on("data", (text) => (said.stderr += text));
  const ended = new Promise<{ status: number | null; stdout: string; stderr: string }>((done) =>
    child.on("close", (status) => done({ status, ...said })),
  );
  return { child, ended };
}

const linesOf = (path: string): string[] =>
  existsSync(path) ? readFileSync(path, "utf8").split("\n").slice(0, -1) : [];

const whole = { folder: "", json: Buffer.alloc(0), histories: Buffer.alloc(0) };
beforeAll(async () => {
  whole.folder = emptyFolder();
  await swept({ folder: whole.folder });
  Object.assign(whole, merged(whole.folder));
});

describe("Any way through an experiment ends in the same bytes", () => {
  test.each([3, 7])("%i shards", async (of) => {
    const folder = emptyFolder();
    for (let shard = 0; shard < of; shard++)
      await swept({ folder, share: { shard, of }, workers: 1 });
    const { json, histories } = merged(folder);
    expect(json.equals(whole.json)).toBe(true);
    expect(histories.equals(whole.histories)).toBe(true);
  });

  test("A torn last line and lost lines, then --resume", async () => {
    const folder = emptyFolder();
    const path = join(folder, "shard-0-of-1.jsonl");
    const lines = linesOf(join(whole.folder, "shard-0-of-1.jsonl"));
    const kept = lines.slice(0, -4);
    writeFileSync(path, `${kept.join("\n")}\n${lines.at(-4)?.slice(0, 300)}`);
    expect(await swept({ folder, resume: true })).toMatchObject({ resumed: REPLICAS - 4 });
    expect(linesOf(path).slice(0, kept.length)).toEqual(kept);
    expect(merged(folder).json.equals(whole.json)).toBe(true);
  });

  test("A finished shard is not trained again", async () => {
    const folder = emptyFolder();
    cpSync(whole.folder, folder, { recursive: true });
    expect(await swept({ folder, resume: true })).toMatchObject({ resumed: REPLICAS });
    expect(merged(folder).json.equals(whole.json)).toBe(true);
  });
});

describe("Killed in mid-shard", () => {
  const LONGER = parsed(LONGER_FILE);
  const replicas = cells(LONGER.experiment).length;
  const straight = emptyFolder();
  beforeAll(() => swept({ named: LONGER, folder: straight }));

  test.each(["SIGKILL", "SIGTERM"] as const)("%s, then --resume", async (signal) => {
    const folder = emptyFolder();
    const file = join(emptyFolder(), "experiment.json");
    const path = join(folder, "shard-0-of-1.jsonl");
    writeFileSync(file, JSON.stringify(LONGER_FILE));
    const command = ["sweep", file, "--out", folder, "--workers", "1"];
    const first = cli(...command);
    await vi.waitFor(() => expect(linesOf(path).length).toBeGreaterThan(1), SOON);
    first.child.kill(signal);
    const { status, stdout, stderr } = await first.ended;
    const kept = linesOf(path);
    const finished = kept.length - 1;
    expect(finished).toBeLessThan(replicas);
    expect(stdout).toBe("");
    if (signal === "SIGTERM") {
      expect(status).toBe(1);
      expect(stderr).toContain(`stopped (SIGTERM): ${finished} of ${replicas} replicas of longer`);
    }

    const second = await cli(...command, "--resume").ended;
    // On a slow machine it tells how far it is; it has nothing else to say.
    expect(second.stderr).toMatch(/^(longer: \d+ of \d+ replicas\n)*$/);
    expect(JSON.parse(second.stdout)).toMatchObject({ replicas, resumed: finished });
    expect(linesOf(path).slice(0, kept.length)).toEqual(kept);
    const [resumed, once] = [merged(folder, LONGER), merged(straight, LONGER)];
    expect(resumed.json.equals(once.json)).toBe(true);
    expect(resumed.histories.equals(once.histories)).toBe(true);
  });
});

describe("Checkpoints", () => {
  const checkpoints = (folder: string) => join(folder, "shard-0-of-1.checkpoints");

  test("What is in training is written down from time to time, and when stopped", async () => {
    const folder = emptyFolder();
    const controller = new AbortController();
    // Hours of training: it cannot be over before it is stopped.
    const named = parsed({
      name: "endless",
      title: "Endless",
      base: { steps: 1_000_000 },
      axes: [{ key: "seed", values: [0, 1, 2] }],
    });
    const sweeping = swept({ named, folder, signal: controller.signal, checkpointEvery: 0 });
    const stopped = expect(sweeping).rejects.toThrow(
      "stopped (enough): 0 of 3 replicas of endless are finished",
    );
    const files = () => readdirSync(checkpoints(folder)).sort();
    // The first worker asks for an engine before it trains, so they do not begin together.
    await vi.waitFor(() => expect(files()).toEqual(["0.standing", "1.standing"]), SOON);
    const [early] = files();
    const stepOf = (file: string) =>
      (deserialize(readFileSync(join(checkpoints(folder), file))) as Standing).checkpoint?.step;
    // What is written first may be how it stands before its first step.
    await vi.waitFor(() => expect(stepOf(early)).toBeGreaterThan(0), SOON);
    const before = stepOf(early) as number;
    controller.abort("enough");
    await stopped;
    expect(files()).toEqual(["0.standing", "1.standing"]);
    expect(stepOf(early)).toBeGreaterThanOrEqual(before);
  });

  test("A replica goes on where its checkpoint left it, to the same bytes", async () => {
    const engine = await loadSimdEngine();
    const settings = cells(TINY.experiment)[3];
    const trial = await openTrial(engine, [settings], "decided", [NOT_BEGUN]);
    while (trial.step < 700) await trial.advance(700 - trial.step);
    const [standing] = await trial.standings();
    trial.dispose();
    expect(standing.checkpoint?.step).toBe(700);

    /** The shard as it is when all but replica 3 are finished and that one stands at `from`. */
    async function goneOn(from: Standing) {
      const folder = emptyFolder();
      const name = "shard-0-of-1.jsonl";
      const lines = linesOf(join(whole.folder, name)).filter(
        (line) => !/^."replica":3,/.test(line),
      );
      expect(lines).toHaveLength(REPLICAS);
      mkdirSync(checkpoints(folder));
      writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
      writeFileSync(join(checkpoints(folder), "3.standing"), serialize(from));
      await swept({ folder, resume: true });
      return merged(folder);
    }
    const resumed = await goneOn(standing);
    expect(resumed.json.equals(whole.json)).toBe(true);
    expect(resumed.histories.equals(whole.histories)).toBe(true);

    // A mark on the past is still there at the end: it did not begin anew.
    const [first, ...rest] = standing.moments;
    const marked = await goneOn({ ...standing, moments: [{ ...first, train: 0.125 }, ...rest] });
    const sizes = cells(TINY.experiment).map(({ n, d }) => n * d);
    const moments = unpackHistories(gunzipSync(marked.histories), sizes);
    // Accuracies are kept in 1/65535.
    expect(moments[3][0].train).toBeCloseTo(0.125, 4);
  });
});

describe("Early stopping", () => {
  test("It changes no cell, and what it saves is told", async () => {
    const folder = emptyFolder();
    const named = { ...TINY, experiment: { ...TINY.experiment, until: "end" as const } };
    await swept({ named, folder });
    const full = recorded(merged(folder).json).outcomes;
    const { json } = whole;
    const early = recorded(json).outcomes;
    const verdicts = (outcomes: typeof full) =>
      outcomes.map(({ phase, stepsToTrain, stepsToTest }) => [phase, stepsToTrain, stepsToTest]);
    expect(verdicts(early)).toEqual(verdicts(full));
    expect(new Set(full.map(({ phase }) => phase)).size).toBeGreaterThan(2);
    expect(full.every(({ steps }) => steps === 3000)).toBe(true);

    const made = early.reduce((sum, { steps }) => sum + steps, 0);
    const { report } = merged(whole.folder);
    expect(report.steps).toEqual({
      made,
      horizon: REPLICAS * 3000,
      saved: expect.closeTo(1 - made / (REPLICAS * 3000), 3),
    });
    expect(report.steps.saved).toBeGreaterThan(0.1);
    expect(merged(folder).report.steps.saved).toBe(0);
  });
});

describe("What is wrong is said in words", () => {
  const run = async (...args: string[]) => {
    const { flags, operands } = parseFlags(args, sweep);
    return sweep.run(flags, operands);
  };
  const fileOf = (content: unknown): string => {
    const path = join(emptyFolder(), "experiment.json");
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
    return path;
  };

  test.each([
    [["--shard", "3/3"], '--shard is "3/3"'],
    [["--shard", "-1/3"], '--shard is "-1/3"'],
    [["--shard", "one"], '--shard is "one"'],
    [["--workers", "0"], '--workers is "0"'],
    [["--workers", "1.5"], '--workers is "1.5"'],
    [["--resume", "yes"], '--resume is "yes"'],
    [["--out", "elsewhere"], "--out is given twice"],
    [["--halt"], "unknown flag --halt"],
    [["another.json"], "usage: sweep"],
  ])("%j", async (flags, words) => {
    const file = fileOf(TINY_FILE);
    await expect(async () => run(file, "--out", emptyFolder(), ...flags)).rejects.toThrow(words);
  });

  test.each([
    ["{", "cannot be read as JSON"],
    [[], "is not an experiment"],
    [{ ...TINY_FILE, name: "../tiny" }, "name must be like figure-5"],
    [{ ...TINY_FILE, axes: [{ key: "rate", values: [1] }] }, "axes.0.key must be one of"],
    [{ ...TINY_FILE, base: { n: 9.5 } }, "base.n is 9.5"],
    [{ ...TINY_FILE, axes: [{ key: "seed", values: [-1] }] }, "axis seed holds"],
    [{ ...TINY_FILE, until: "tired" }, "until"],
  ])("The experiment %j", async (content, words) => {
    await expect(run(fileOf(content), "--out", emptyFolder())).rejects.toThrow(words);
  });

  test("Nothing on stdout, no stack, status 1", async () => {
    const file = fileOf(TINY_FILE);
    const said = await Promise.all([
      cli("sweep", file, "--out", join(file, "below-a-file")).ended,
      cli("sweep", `${file}.not-there`, "--out", emptyFolder()).ended,
      cli("merge", `${file}.not-there`).ended,
      cli("sweep", file).ended,
    ]);
    for (const { status, stdout, stderr } of said) {
      expect([status, stdout]).toEqual([1, ""]);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
    expect(said[0].stderr).toMatch(/^ENOTDIR: .*below-a-file/);
    expect(said[1].stderr).toContain("not-there cannot be read");
    expect(said[2].stderr).toMatch(/^ENOENT: .*not-there/);
    expect(said[3].stderr).toContain("usage: sweep");
  });

  test("A stop is heard soon, not after hundreds of looks at the messages", async () => {
    const settings = cells({ base: { ...DEFAULTS, steps: 1_000_000 }, axes: [] });
    const controller = new AbortController();
    let heard = 0;
    await trainAll(
      { settings, until: "end", engine: "simd", from: [NOT_BEGUN] },
      {
        workers: 1,
        signal: controller.signal,
        onStanding: () => {
          heard += 1;
          controller.abort();
        },
      },
    );
    // The first, the last, and those that were on their way.
    expect(heard).toBeLessThan(10);
  });

  test("What cannot be written down ends the training", async () => {
    const settings = cells(TINY.experiment).slice(0, 2);
    const from = settings.map(() => NOT_BEGUN);
    const full = () => {
      throw new Error("no space is left");
    };
    await expect(
      trainAll({ settings, until: "end", engine: "simd", from }, { workers: 1, onStanding: full }),
    ).rejects.toThrow("no space is left");
  });
});
