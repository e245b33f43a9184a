/**
 * @file Builds what the benchmark runs, so that no tool of development stands between it and the engine.
 */
import { join } from "node:path";
import { build } from "vite";

const PAGE = join(import.meta.dirname, "page");

/** Builds the page into `folder`/page and the process of Node to `folder`/node/process.cjs. */
export async function bundle(folder: string) {
  const shared = { configFile: false, logLevel: "warn" } as const;
  const page = join(folder, "page");
  const node = join(folder, "node");
  await build({
    ...shared,
    root: PAGE,
    base: "./",
    worker: { format: "es" },
    build: {
      target: "es2022",
      outDir: page,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 5000,
    },
  });
  await build({
    ...shared,
    root: import.meta.dirname,
    ssr: { noExternal: true },
    build: {
      ssr: "process.ts",
      target: "node20",
      outDir: node,
      emptyOutDir: true,
      chunkSizeWarningLimit: 5000,
      // tfjs's WebAssembly looks for `__dirname`.
      rolldownOptions: { output: { format: "cjs", entryFileNames: "[name].cjs" } },
    },
  });
  return { page, process: join(node, "process.cjs") };
}
