/** @file What a test in the browser has seen the engines live through, for docs/reliability.md. */
import { commands } from "vitest/browser";
import type { Seen } from "./evidence";

declare module "vitest/browser" {
  interface BrowserCommands {
    survived(row: Seen["faults"]): Promise<void>;
  }
}

/** To be said at the end of the test that caused the fault. */
export const survived = (fault: string, what: string): Promise<void> =>
  commands.survived({ fault, browser: "Chromium", survived: what });
