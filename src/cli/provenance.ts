/**
 * @file Where a recording comes from.
 */
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fnv1a } from "../experiment/fingerprint";
import type { Provenance } from "../experiment/recording";
import { UserError } from "./command";

const KERNEL = new URL("../../build/kernel.wasm", import.meta.url);

/** What git says about the sources of this program; "unknown" outside a repository. */
function git(...args: string[]): string {
  try {
    const options = { cwd: import.meta.dirname, encoding: "utf8", stdio: "pipe" } as const;
    return execFileSync("git", args, options).trim();
  } catch {
    return "unknown";
  }
}

async function kernelHash(): Promise<string> {
  try {
    return fnv1a(new Uint8Array(await readFile(KERNEL)));
  } catch {
    throw new UserError("the kernel is not built: `npm run build:kernel` builds it");
  }
}

/** The date is the commit's own: the same program gives the same provenance whenever it runs. */
export async function provenanceOf(command: string): Promise<Provenance> {
  const changed = git("status", "--porcelain", "--untracked-files=no", "--", "..");
  const commit = git("rev-parse", "HEAD");
  return {
    commit: changed === "" || commit === "unknown" ? commit : `${commit} with changes`,
    date: git("show", "-s", "--format=%cI", "HEAD"),
    engine: "simd",
    kernel: await kernelHash(),
    command,
  };
}
