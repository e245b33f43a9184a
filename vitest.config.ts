import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumPath, PLAIN_FLAGS } from "./scripts/chromium.ts";
import { evidence, type Seen } from "./test/evidence.ts";

export default defineConfig({
  test: {
    reporters: ["default", ["json", { outputFile: "build/test-report.json" }]],
    projects: [
      {
        extends: "./vite.config.ts",
        test: {
          name: "node",
          sequence: { groupOrder: 0 },
          include: ["test/**/*.test.ts"],
          exclude: ["test/**/*.browser.test.ts", "test/**/*.built.test.ts", "test/browsers"],
          setupFiles: ["test/setup.ts"],
          // What tests import is read once, not once a file: a quarter of the time.
          isolate: false,
          // No test is about time: what one takes is a matter of the machine and what else it does.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: "./vite.config.ts",
        // All dependencies are found before the first test: one found later would load React twice.
        optimizeDeps: {
          entries: ["src/app/main.ts", "src/**/*.worker.ts", "test/**/*.browser.test.{ts,tsx}"],
          include: ["react", "react-dom/client", "react/jsx-dev-runtime"],
        },
        test: {
          name: "browser",
          sequence: { groupOrder: 0 },
          include: ["test/**/*.browser.test.{ts,tsx}"],
          setupFiles: ["test/setup.ts"],
          testTimeout: 120_000,
          // What a page does takes as long as the machine is busy.
          expect: { poll: { timeout: 40_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            // What tests see in the browser is written down outside of it.
            commands: { survived: (_, row: Seen["faults"]) => evidence("faults", row) },
            provider: playwright({
              launchOptions: {
                executablePath: chromiumPath(),
                // WebGL in software, but nothing painted with it: that takes several times as long.
                args: [...PLAIN_FLAGS, "--enable-unsafe-swiftshader"],
              },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
      {
        test: {
          name: "built",
          isolate: false,
          include: ["test/**/*.built.test.ts"],
          setupFiles: ["test/setup.ts"],
          testTimeout: 240_000,
          expect: { poll: { timeout: 40_000 } },
          hookTimeout: 120_000,
          // Two browsers at once: each waits most of the time.
          maxWorkers: 2,
          maxConcurrency: 2,
          // After the others: what the page does in the time that it has is not to be their matter.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
