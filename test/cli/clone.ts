/** @file A folder that looks like a clone of the project, for what is run in one. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { emptyFolder } from "./experiments";

export const ROOT = resolve(import.meta.dirname, "../..");

/** A clone whose one experiment is `file`. Gone after the tests of the file that asks. */
export function cloneWith(file: { readonly name: string }): string {
  const folder = emptyFolder();
  for (const name of ["src", "node_modules", "package.json", "deploy", "build/kernel.wasm"]) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    symlinkSync(join(ROOT, name), join(folder, name));
  }
  const experiments = join(folder, "public", "data", "experiments");
  mkdirSync(experiments, { recursive: true });
  writeFileSync(join(experiments, `${file.name}.json`), JSON.stringify(file));
  return folder;
}

/** The two files of a recording in `folder`, base64. */
export const bytesOf = (name: string, folder: string): string[] =>
  [".json", ".histories.bin"].map((end) => readFileSync(join(folder, name + end), "base64"));
