/**
 * @file Which engines start here, and why the others do not.
 */
import type { EngineChoice } from "../experiment/link";
import type { EngineInfo, EngineName, Refusals } from "../run/wire";
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

export const sentence = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/**
 * Takes the wanted engine if it starts, otherwise the first of `order` that does. Those with a
 * refusal are not tried. Rejects with a sentence where none is left.
 */
export async function openEngine(
  wanted: EngineChoice,
  order: readonly EngineName[],
  loaders: Loaders,
  refusals: Refusals = {},
): Promise<Opened> {
  const declined: Partial<Record<EngineName, string>> = { ...refusals };
  const candidates = wanted === "auto" ? order : [wanted, ...order.filter((n) => n !== wanted)];
  for (const name of candidates) {
    if (declined[name] !== undefined) continue;
    try {
      const load = loaders[name];
      if (!load) throw new Error("not part of this build");
      const engine = await load();
      const { detail, precision } = engine;
      const exact = name === "simd";
      return {
        engine,
        info: { name, detail, precision, exact, declined, speeds: {}, grid: null },
      };
    } catch (error) {
      declined[name] = sentence(error);
    }
  }
  const reasons = Object.entries(declined).map(([name, reason]) => `${name}: ${reason}`);
  throw new Error(`No engine starts here (${reasons.join("; ")}).`);
}
