import { expect, test, vi } from "vitest";
import { trainAll } from "../../src/cli/trainAll";
import { jobOf } from "../run/desks";

/** Training takes as long as the machine is busy. */
vi.setConfig({ testTimeout: 120_000 });

/** Threads, and whatever else holds the process, by kind. */
const held = () => process.getActiveResourcesInfo().filter((kind) => kind === "MessagePort").length;

test("a command's threads end with its work", async () => {
  const before = held();
  const seen: number[] = [];
  await trainAll(jobOf(3), {
    workers: 2,
    onStanding: () => seen.push(held()),
  });
  expect(Math.max(...seen)).toBeGreaterThan(before);
  await vi.waitFor(() => expect(held()).toBe(before), 20_000);
});
