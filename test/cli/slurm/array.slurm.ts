/**
 * @file deploy/slurm.sh on a real Slurm, of one node: tasks that are taken away or killed in the middle go on
 * where they were, and the recording has the bytes that it has without a cluster.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bytesOf, cloneWith } from "../clone";
import { emptyFolder } from "../experiments";
import { type Cluster, installSlurm, openCluster } from "./cluster";

/** Two replicas a task, some seconds each on one core. */
const SMALL = {
  name: "small",
  title: "Small",
  base: { relation: "modulo-3", n: 12, width: 24, steps: 60_000 },
  axes: [{ key: "seed", values: [0, 1, 2, 3, 4, 5] }],
};
const TASKS = 3;

const folder = cloneWith(SMALL);
let cluster: Cluster;
beforeAll(async () => {
  installSlurm();
  cluster = await openCluster(emptyFolder(), folder);
});
afterAll(() => cluster?.close());

const node = (cwd: string, ...args: readonly string[]) =>
  execFileSync("node", ["--import", "tsx", "src/cli/main.ts", ...args], { cwd, stdio: "pipe" });

/** One field of `scontrol show job`, such as `JobState`. */
const field = (job: string, name: string): string | undefined =>
  cluster.slurm("scontrol", "show", "job", job).match(new RegExp(`\\b${name}=(\\S+)`))?.[1];

const until = (holds: () => boolean, what: string) =>
  expect.poll(holds, { timeout: 180_000, interval: 200, message: what }).toBe(true);

test("an array whose tasks are taken away and killed makes the same recording, byte for byte", async () => {
  const shards = join(folder, "build/recordings/small");
  const submit = (tasks: string): string =>
    cluster
      .slurm(
        "sbatch",
        "--parsable",
        `--array=${tasks}`,
        "--cpus-per-task=1",
        "--mem=300M",
        `--output=${folder}/%a.out`,
        `--export=ALL,EXPERIMENT=small,SHARDS=${TASKS}`,
        "deploy/slurm.sh",
      )
      .split(";")[0];
  /** Lines of a shard, its header left out. */
  const finished = (shard: number): number => {
    const file = join(shards, `shard-${shard}-of-${TASKS}.jsonl`);
    return existsSync(file) ? readFileSync(file, "utf8").split("\n").length - 2 : 0;
  };
  const whole = SMALL.axes[0].values.length / TASKS;

  const job = submit(`0-${TASKS - 1}`);
  // A preempted task is taken away by Slurm, which starts it again by itself.
  await until(() => finished(0) === 1, "task 0 has made half");
  cluster.slurm("scontrol", "requeue", `${job}_0`);
  await until(() => finished(1) === 1, "task 1 has made half");
  cluster.slurm("scancel", "--signal=KILL", "--full", `${job}_1`);
  await until(() => cluster.slurm("squeue", "--noheader") === "", "the array has ended");
  expect(Number(field(`${job}_0`, "Restarts"))).toBe(1);
  expect(field(`${job}_0`, "JobState")).toBe("COMPLETED");
  expect(field(`${job}_1`, "JobState")).toMatch(/CANCELLED|FAILED/);
  expect([0, 1, 2].map(finished)).toEqual([whole, 1, whole]);

  // Merge names the shard that is not complete, and the same command makes it so.
  expect(() => node(folder, "merge", shards)).toThrow(/shard 1 of 3/);
  const again = submit("1");
  await until(() => cluster.slurm("squeue", "--noheader") === "", "task 1 has ended");
  expect(field(`${again}_1`, "JobState")).toBe("COMPLETED");
  node(folder, "merge", shards);
  expect(readdirSync(shards)).toContain("small.json");

  const alone = cloneWith(SMALL);
  const out = join(alone, "build/alone");
  node(alone, "sweep", "public/data/experiments/small.json", "--out", out, "--workers", "2");
  node(alone, "merge", out);
  expect(bytesOf("small", shards)).toEqual(bytesOf("small", out));
});
