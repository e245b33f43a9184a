/**
 * @file Which engines start here, and why the others do not.
 */
import type { Settings } from "../experiment/params";
import { clause, sentence } from "../experiment/sentence";
import type { EngineChoice, EngineName } from "../run/engineChoice";
import type { EngineInfo, Refusals } from "../run/wire";
import { decide, type Findings } from "./decide";
import { type Engine, isExact } from "./ensemble";
import { referenceEngine } from "./reference/reference";

/** Starts an engine to train these, which share one shape; rejects with a sentence where it cannot. */
export type Load = (settings: readonly Settings[]) => Promise<Engine>;

/** How each engine is started. */
export type Loaders = Partial<Readonly<Record<EngineName, Load>>>;

/** The reference starts everywhere. */
export const REFERENCE_ONLY: Loaders = { reference: async () => referenceEngine };

export interface Opened {
  readonly engine: Engine;
  readonly info: EngineInfo;
}

/**
 * Takes the wanted engine if it starts, otherwise the first of `order` that does. Those with a
 * refusal are not tried. Rejects with a sentence where none is left.
 */
export async function openEngine(
  settings: readonly Settings[],
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
      const engine = await load(settings);
      const { detail, precision } = engine;
      const info = { name, detail, precision, exact: isExact(engine), declined, speeds: {} };
      return { engine, info };
    } catch (error) {
      declined[name] = clause(sentence(error));
    }
  }
  const reasons = Object.entries(declined).map(([name, reason]) => `${name}: ${reason}`);
  throw new Error(`No engine starts here (${reasons.join("; ")}).`);
}

/** Opens what `findings` speak for; `refusals` come on top of theirs. Rejects as `openEngine`. */
export async function openFastest(
  settings: readonly Settings[],
  findings: Findings,
  order: readonly EngineName[],
  loaders: Loaders,
  refusals: Refusals = {},
): Promise<Opened> {
  const { name: best, declined } = decide(findings);
  const preferred = best === null ? order : [best, ...order.filter((name) => name !== best)];
  const refused = { ...findings.refusals, ...refusals };
  const { engine, info } = await openEngine(settings, "auto", preferred, loaders, refused);
  const { [engine.name]: _, ...others } = { ...declined, ...info.declined };
  return { engine, info: { ...info, declined: others, speeds: findings.speeds } };
}
