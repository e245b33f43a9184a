/**
 * @file Compiles the SIMD engine's kernel to build/kernel.wasm, unless it is newer than its sources.
 */
import { mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const SOURCES = "src/engine/simd/kernel";
const OUTPUT = "build/kernel.wasm";

/** Milliseconds of the last change; 0 where there is no such file. */
const changed = (path: string): number =>
  statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

export async function buildKernel(): Promise<void> {
  const sources = readdirSync(join(ROOT, SOURCES)).map((name) => `${SOURCES}/${name}`);
  if (changed(OUTPUT) > Math.max(...["scripts/buildKernel.ts", ...sources].map(changed))) return;
  mkdirSync(join(ROOT, dirname(OUTPUT)), { recursive: true });
  const { default: asc } = await import("assemblyscript/asc");
  const { error, stderr } = await asc.main([
    `${SOURCES}/kernel.ts`,
    "--outFile",
    OUTPUT,
    "--baseDir",
    ROOT,
    ...["--runtime", "stub", "--enable", "simd", "--noAssert", "-O3"],
  ]);
  if (error) throw new Error(`the kernel does not compile\n${stderr.toString()}`);
}

await buildKernel();
