import { defineConfig } from "vitest/config";

/** `npm run test:slurm`: of its own, for it installs and starts a cluster. */
export default defineConfig({
  test: {
    root: new URL("../../..", import.meta.url).pathname,
    include: ["test/cli/slurm/*.slurm.ts"],
    testTimeout: 600_000,
    hookTimeout: 300_000,
  },
});
