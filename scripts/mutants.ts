/**
 * @file `npm run mutants`: puts every fault of test/mutants into a copy of the sources, one at a time, and
 * says whether the tests that should notice it do. Not part of `npm test`: it takes some minutes.
 *
 *   npm run mutants -- [--only TEXT] [--list]
 */
import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MUTANTS } from "../test/mutants/mutants";
import { faulty, type Mutant } from "./mutant";
import type { Answer, Question } from "./mutantTests";

const ROOT = join(import.meta.dirname, "..");
const COPY = join(ROOT, "build", "mutants");
const KERNEL = "src/engine/simd/kernel/";
/** What a copy of the sources does without; packages are found in the folder that the copy is in. */
const LEFT_OUT = ["node_modules", "dist", "build", "coverage", ".git"];
/** Milliseconds after which a fault counts as noticed by tests that no longer end. */
const PATIENCE = 300_000;

const run = (script: string, stdio: StdioOptions): ChildProcess =>
  spawn(process.execPath, ["--import", "tsx", `scripts/${script}.ts`], {
    cwd: COPY,
    detached: process.platform !== "win32", // Its own group, to be ended with all that it starts.
    stdio,
  });

function kill({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // It has ended.
  }
}

/** Tests that are asked again and again; what hangs is ended and opened anew. */
function makeTests() {
  let child: ChildProcess | null = null;

  function close(): void {
    if (child) kill(child);
    child = null;
  }

  /** What failed, in words; null if nothing did. Rejects where the tests did not run. */
  function failureOf(question: Question, patience: number): Promise<string | null> {
    child ??= run("mutantTests", ["ignore", "ignore", "inherit", "ipc"]);
    const asked = child;
    return new Promise<string | null>((resolve, reject) => {
      const timer = setTimeout(() => {
        asked.removeAllListeners();
        close();
        resolve("its tests no longer end");
      }, patience);
      asked.once("message", (answer: Answer) => {
        clearTimeout(timer);
        asked.removeAllListeners();
        if ("failure" in answer) resolve(answer.failure);
        else reject(new Error(answer.trouble));
      });
      asked.once("exit", (code) => {
        clearTimeout(timer);
        child = null;
        reject(new Error(`the tests ended with code ${code}`));
      });
      asked.send(question);
    });
  }

  return { failureOf, close };
}

type Tests = ReturnType<typeof makeTests>;

function buildKernel(): Promise<void> {
  const child = run("buildKernel", ["ignore", "ignore", "pipe"]);
  let said = "";
  child.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(said))));
  });
}

function copySources(): void {
  rmSync(COPY, { recursive: true, force: true });
  mkdirSync(join(COPY, "build"), { recursive: true });
  for (const name of readdirSync(ROOT))
    if (!LEFT_OUT.includes(name)) cpSync(join(ROOT, name), join(COPY, name), { recursive: true });
}

/** Puts the fault into the copy, and takes it out again. */
async function noticedBy(mutant: Mutant, tests: Tests): Promise<string | null> {
  const { file } = mutant;
  const path = join(COPY, file);
  const sound = readFileSync(path, "utf8");
  const kernel = file.startsWith(KERNEL);
  writeFileSync(path, faulty(sound, mutant));
  try {
    if (kernel) await buildKernel();
    return await tests.failureOf({ changed: [file], tests: mutant.tests }, PATIENCE);
  } finally {
    writeFileSync(path, sound);
    if (kernel) await buildKernel();
    await tests.failureOf({ changed: [file], tests: [] }, PATIENCE);
  }
}

async function main(args: readonly string[]): Promise<number> {
  const at = args.indexOf("--only");
  const only = at < 0 ? "" : (args[at + 1] ?? "");
  const chosen = MUTANTS.filter(({ file, what }) => `${file}: ${what}`.includes(only));
  if (args.includes("--list")) {
    for (const { file, what, tests } of chosen)
      console.log(`${file}: ${what}  (${tests.join(", ")})`);
    return 0;
  }
  if (chosen.length === 0) throw new Error(`no fault has "${only}" in it`);
  copySources();
  await buildKernel();
  const tests = makeTests();
  try {
    const all = [...new Set(chosen.flatMap((mutant) => mutant.tests))];
    const before = await tests.failureOf({ changed: [], tests: all }, PATIENCE * all.length);
    if (before !== null) throw new Error(`a test fails without any fault: ${before}`);
    let noticed = 0;
    for (const mutant of chosen) {
      const name = `${mutant.file}: ${mutant.what}`;
      try {
        const by = await noticedBy(mutant, tests);
        if (by !== null) noticed += 1;
        console.log(by === null ? `UNNOTICED  ${name}` : `noticed    ${name}  <- ${by}`);
      } catch (error) {
        console.log(`does not apply: ${error instanceof Error ? error.message : error} (${name})`);
      }
    }
    console.log(`${noticed} of ${chosen.length} noticed`);
    return noticed === chosen.length ? 0 : 1;
  } finally {
    tests.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
