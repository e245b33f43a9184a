/** @file What axe finds broken on a page, in whichever engine. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Visit } from "./visit";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Rules that are broken, and where. Throws where axe has not looked. */
export async function brokenRules(visit: Visit): Promise<string[]> {
  await visit.run(AXE);
  const { violations, passes } = await visit.ask(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } };
    const found = await axe.run();
    return {
      passes: found.passes.map(({ id }) => id),
      violations: found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
      ),
    };
  }, null);
  if (!passes.includes("color-contrast")) throw new Error("axe has seen no text");
  return violations;
}
