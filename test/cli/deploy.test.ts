import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test, vi } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { type Command, parseFlags } from "../../src/cli/command";
import { merge } from "../../src/cli/merge";
import { record } from "../../src/cli/record";
import { sweep } from "../../src/cli/sweep";
import { train } from "../../src/cli/train";
import { bytesOf, cloneWith } from "./clone";

/** Training takes as long as the machine is busy. */
vi.setConfig({ testTimeout: 120_000 });

const ROOT = resolve(import.meta.dirname, "../..");
const textOf = (file: string): string => readFileSync(join(ROOT, file), "utf8");

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly run?: string;
}
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}
interface Kubernetes {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly completions: number;
    readonly parallelism: number;
    readonly completionMode: string;
    readonly template: {
      readonly spec: {
        readonly containers: readonly {
          readonly image: string;
          readonly args: readonly string[];
          readonly env: readonly { readonly name: string; readonly value: string }[];
        }[];
        readonly volumes: readonly { readonly persistentVolumeClaim: { claimName: string } }[];
      };
    };
  };
}

const WORKFLOW = ".github/workflows/recording.yml";
const FILES = [
  WORKFLOW,
  "deploy/kubernetes.yaml",
  "deploy/kubernetes-merge.yaml",
  "deploy/slurm.sh",
  "deploy/Dockerfile",
  "docs/recording.md",
  "README.md",
];

const workflow = parse(textOf(WORKFLOW)) as Workflow;
const documents = ["deploy/kubernetes.yaml", "deploy/kubernetes-merge.yaml"].flatMap((file) =>
  parseAllDocuments(textOf(file)).map((document) => document.toJS() as Kubernetes),
);
const [claim, sweepJob, mergeJob] = documents;
const stepOf = (job: string, name: string): string => {
  const step = workflow.jobs[job].steps.find((each) => (each.name ?? each.id) === name);
  if (!step?.run) throw new Error(`${WORKFLOW} has no step "${name}" in ${job}`);
  return step.run;
};

const COMMANDS: Readonly<Record<string, Command>> = { merge, record, sweep, train };

const containerOf = ({ spec }: Kubernetes) => spec.template.spec.containers[0];
const envOf = ({ env }: ReturnType<typeof containerOf>) =>
  Object.fromEntries(env.map(({ name, value }) => [name, value]));

const SMALL = {
  name: "small",
  title: "Small",
  base: { n: 8, width: 8, steps: 300 },
  axes: [{ key: "seed", values: [0, 1, 2, 3] }],
};

function sh(cwd: string, env: Readonly<Record<string, string>>, ...args: string[]): void {
  const { status, stderr } = spawnSync("bash", ["-e", ...args], {
    cwd,
    env: { ...process.env, EXPERIMENT: "small", SHARDS: "2", ...env },
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
}

/** Kubernetes' own `$(NAME)`. */
const expand = (arg: string, env: Readonly<Record<string, string>>): string =>
  arg.replace(/\$\((\w+)\)/g, (whole, name) => env[name] ?? whole);

test("The workflow's, Slurm's and Kubernetes' commands make the same recording", () => {
  const folder = cloneWith(SMALL);
  const output = join(folder, "output");
  sh(folder, { GITHUB_OUTPUT: output }, "-c", stepOf("plan", "plan"));
  expect(readFileSync(output, "utf8")).toBe("shards=[0,1]\n");
  const program = ["--import", "tsx", "src/cli/main.ts"];
  const pod = (job: Kubernetes, env: Readonly<Record<string, string>>): void => {
    const { args } = containerOf(job);
    const expanded = args.map((arg) => expand(arg, { EXPERIMENT: "small", SHARDS: "2", ...env }));
    const here = expanded.map((arg) => arg.replace(/^\/recordings/, join(folder, "volume")));
    sh(folder, {}, "-c", 'exec node "$@"', "node", ...program, ...here);
  };
  for (const SHARD of ["0", "1"]) {
    sh(folder, { SHARD }, "-c", stepOf("sweep", "Train"));
    sh(folder, { SLURM_ARRAY_TASK_ID: SHARD, SLURM_SUBMIT_DIR: folder }, "deploy/slurm.sh");
    pod(sweepJob, { JOB_COMPLETION_INDEX: SHARD });
  }
  sh(folder, {}, "-c", stepOf("merge", "Merge"));
  pod(mergeJob, {});
  const slurm = join(folder, "build", "recordings", "small");
  sh(folder, {}, "-c", `node ${program.join(" ")} merge ${slurm}`);

  const recording = bytesOf("small", join(folder, "recording"));
  expect(bytesOf("small", join(folder, "volume", "small"))).toEqual(recording);
  expect(bytesOf("small", slurm)).toEqual(recording);
});

test("The plan refuses a number of shards that GitHub does not run", () => {
  for (const SHARDS of ["0", "257", "some"]) {
    const env = { ...process.env, SHARDS, GITHUB_OUTPUT: "/dev/null" };
    const { status } = spawnSync("bash", ["-e", "-c", stepOf("plan", "plan")], { env });
    expect(status, SHARDS).not.toBe(0);
  }
});

test("Kubernetes: as many shards as indices, one experiment, one image, one volume", () => {
  expect(claim.kind).toBe("PersistentVolumeClaim");
  const { completions, parallelism, completionMode } = sweepJob.spec;
  const [sweeping, merging] = [containerOf(sweepJob), containerOf(mergeJob)];
  expect([completionMode, parallelism, envOf(sweeping).SHARDS]).toEqual([
    "Indexed",
    completions,
    String(completions),
  ]);
  expect(envOf(merging).EXPERIMENT).toBe(envOf(sweeping).EXPERIMENT);
  expect(merging.image).toBe(sweeping.image);
  for (const { spec } of [sweepJob, mergeJob])
    expect(spec.template.spec.volumes[0].persistentVolumeClaim.claimName).toBe(claim.metadata.name);
});

test("Whatever restarts a shard resumes it", () => {
  const commands = [stepOf("sweep", "Train"), textOf("deploy/slurm.sh")];
  for (const command of commands) expect(command).toMatch(/exec node .* sweep [^#]*--resume$/ms);
  expect(containerOf(sweepJob).args).toContain("--resume");
});

test.each(FILES)("%s: scripts, commands, flags, experiments and files exist", (file) => {
  const text = textOf(file).replaceAll("\\\n", " ");
  const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };
  for (const [, script] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
    expect(Object.keys(scripts)).toContain(script);
  const commands = /(?:main\.ts"?,?|cli(?: --)?) (sweep|merge|record|train)\b([^\n`#(]*)/g;
  const found = [...text.matchAll(commands)];
  if (file.endsWith(".md")) expect(found.length).toBeGreaterThan(2);
  for (const [, name, rest] of found) {
    const words = rest.split(/\s+/).filter(Boolean);
    expect(() => parseFlags(words, COMMANDS[name])).not.toThrow();
  }
  for (const [, name] of text.matchAll(/\b(figure-\d-[a-z0-9-]+)\b/g))
    expect(() => textOf(`public/data/experiments/${name}.json`)).not.toThrow();
  for (const [path] of text.matchAll(/\b(?:deploy|src\/cli)\/[\w./-]*\w/g))
    expect(() => textOf(path)).not.toThrow();
});
