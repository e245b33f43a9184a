import { defineConfig } from "vitest/config";

/** What `npm run test:browsers` runs on the built site: a file for each browser. */
export default defineConfig({
  test: {
    reporters: ["default", ["json", { outputFile: "build/browsers-report.json" }]],
    include: ["test/browsers/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    testTimeout: 240_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000, interval: 100 } },
    // Each waits for the other's worker most of the time; a third would be in the way of both.
    maxWorkers: 2,
  },
});
