/**
 * @file Which engine runs a job, and why the others do not.
 */
import type { EngineInfo, EngineName, Job } from "../run/wire";
import type { Engine } from "./ensemble";
import { referenceEngine } from "./reference/reference";

/** How each engine is started; rejects with a sentence where it cannot. */
export type Loaders = Partial<Readonly<Record<EngineName, () => Promise<Engine>>>>;

/** The reference starts everywhere. */
export const REFERENCE_ONLY: Loaders = { reference: async () => referenceEngine };

export interface Opened {
  readonly engine: Engine;
  readonly info: EngineInfo;
}

const sentence = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Takes the wanted engine if it starts, otherwise the first of `order` that does. */
export async function openEngine(
  wanted: Job["engine"],
  order: readonly EngineName[],
  loaders: Loaders,
): Promise<Opened> {
  const declined: string[] = [];
  const candidates = wanted === "auto" ? order : [wanted, ...order.filter((n) => n !== wanted)];
  for (const name of candidates) {
    const load = loaders[name];
    if (!load) {
      declined.push(`${name}: not part of this build`);
      continue;
    }
    try {
      const engine = await load();
      const { detail, precision } = engine;
      return { engine, info: { name, detail, precision, declined } };
    } catch (error) {
      declined.push(`${name}: ${sentence(error)}`);
    }
  }
  throw new Error(`no engine starts here (${declined.join("; ")})`);
}
