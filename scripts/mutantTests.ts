/**
 * @file The process that runs the tests of `npm run mutants`, in the copy of the sources that it is started
 * in. It stays from one fault to the next, so that only what a fault changes is read anew.
 */
import { join } from "node:path";
import type { SerializedError } from "vitest";
import { createVitest, type Reporter, type TestModule, type Vitest } from "vitest/node";
import { projectOf } from "./mutant";

/** A question to this process: do these tests fail, now that these files have changed? */
export interface Question {
  readonly changed: readonly string[];
  readonly tests: readonly string[];
}

/** What failed, in words, or null if nothing did; `trouble` where the tests did not run. */
export type Answer = { readonly failure: string | null } | { readonly trouble: string };

const ROOT = process.cwd();
const opened = new Map<string, Promise<Vitest>>();
/** What has ended in the present run: what Vitest itself gives has earlier runs in it. */
let ended: TestModule[] = [];
let errors: readonly SerializedError[] = [];

const reporter: Reporter = {
  onTestModuleEnd(module) {
    ended.push(module);
  },
  onTestRunEnd(_modules, unhandled) {
    errors = unhandled;
  },
};

function open(project: string): Promise<Vitest> {
  const options = { root: ROOT, project: [project], watch: false, bail: 1, reporters: [reporter] };
  const vitest = opened.get(project) ?? createVitest("test", options);
  opened.set(project, vitest);
  return vitest;
}

async function failureOf({ changed, tests }: Question): Promise<string | null> {
  for (const opening of opened.values())
    for (const file of changed) (await opening).invalidateFile(join(ROOT, file));
  for (const project of ["node", "browser"] as const) {
    const own = tests.filter((test) => projectOf(test) === project);
    if (own.length === 0) continue;
    const vitest = await open(project);
    const files = await vitest.globTestSpecifications(own);
    [ended, errors] = [[], []];
    await vitest.runTestSpecifications(files);
    for (const module of ended) {
      for (const test of module.children.allTests("failed")) return test.fullName;
      if (module.state() === "failed") return module.errors()[0]?.message ?? module.moduleId;
    }
    if (errors.length > 0) return errors[0].message;
    if (ended.length < own.length) throw new Error(`not all of these have run: ${own}`);
  }
  return null;
}

process.on("message", (question: Question) => {
  const reply = (answer: Answer) => process.send?.(answer);
  failureOf(question).then(
    (failure) => reply({ failure }),
    (error: unknown) => reply({ trouble: error instanceof Error ? error.message : String(error) }),
  );
});
process.on("disconnect", () => process.exit());
