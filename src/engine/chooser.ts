/**
 * @file The engine of a run. It begins at once on the first that starts; once the run has proved
 * worth it, SIMD and WebGL are measured on its shape, and what was found is remembered.
 */
import type { Settings } from "../experiment/params";
import type { EngineName, GridChoice, Job, Speeds } from "../run/wire";
import { decide, type Findings } from "./decide";
import { type Loaders, type Opened, openEngine } from "./engines";
import { type Clock, measureAll } from "./speed";

/** Replicas of the grid that is measured. */
const GRID = 25;

/** Milliseconds of measuring, 300 in all. SIMD needs none for a grid: replicas are looped. */
const LIMIT = { simd: 75, webgl: 100, grid: 125 } as const;

export interface Chooser {
  /** The engine to begin with. Measures nothing. */
  open(job: Job): Promise<Opened>;
  /** The engine to go on with after measuring; null if there is nothing new to learn. */
  compare(job: Job, current: EngineName): Promise<Opened | null>;
}

interface Place {
  /** In which engines are tried where nothing has been measured. */
  readonly order: readonly EngineName[];
  readonly loaders: Loaders;
  /** Why WebGL need not be loaded, let alone measured; null if it must. */
  readonly refuseWebgl: () => string | null;
  /** Workers that share the replicas of a grid on SIMD. */
  readonly workers: number;
  readonly now: Clock;
}

interface Known extends Findings {
  readonly grid: GridChoice | null;
}

const NOTHING: Known = { speeds: {}, refusals: {}, grid: null };

const NOT_YET = "not measured yet: a run must last two seconds for that";

const shapeOf = ([{ n, d, mode, depth, width, batch }]: readonly Settings[]): string =>
  JSON.stringify([n, d, mode, depth, width, batch]);

const seeds = (settings: Settings): Settings[] =>
  Array.from({ length: GRID }, (_, i) => ({ ...settings, seed: (settings.seed + i) % 2 ** 32 }));

export function makeChooser({ order, loaders, refuseWebgl, workers, now }: Place): Chooser {
  const known = new Map<string, Known>();
  /** What holds for every shape, once WebGL was looked at and refused. */
  let refused: Known | null = null;
  const lookedAt = ({ settings }: Job): Known | undefined =>
    refused ?? known.get(shapeOf(settings));

  /** Opens what `findings` speak for. */
  async function take({ without = {} }: Job, findings: Known): Promise<Opened> {
    const { name: best, declined } = decide(findings);
    const preferred = best === null ? order : [best, ...order.filter((name) => name !== best)];
    const refusals = { ...findings.refusals, ...without };
    const { engine, info } = await openEngine("auto", preferred, loaders, refusals);
    const { [engine.name]: _, ...others } = { ...declined, ...info.declined };
    const { speeds, grid } = findings;
    return { engine, info: { ...info, declined: others, speeds, grid } };
  }

  async function measureGrid([settings]: readonly Settings[], live: Findings): Promise<GridChoice> {
    const races = [{ name: "webgl", settings: seeds(settings), limit: LIMIT.grid } as const];
    const found = await measureAll(races, loaders, now);
    const { simd } = live.speeds;
    const speeds: Speeds = { ...(simd && { simd: simd * workers }), ...found.speeds };
    const name = decide({ speeds, refusals: found.refusals }).name ?? "simd";
    return { name, replicas: GRID, workers, speeds };
  }

  async function measure(settings: readonly Settings[]): Promise<Known> {
    const races = (["simd", "webgl"] as const).map((name) => ({
      name,
      settings,
      limit: LIMIT[name],
    }));
    const live = await measureAll(races, loaders, now);
    return { ...live, grid: live.speeds.webgl ? await measureGrid(settings, live) : null };
  }

  return {
    async open(job) {
      const findings = lookedAt(job);
      if (job.engine === "auto" && findings) return take(job, findings);
      const opened = await openEngine(job.engine, order, loaders, job.without);
      const begins =
        job.engine === "auto" && opened.info.name === "simd" && order.includes("webgl");
      if (!begins) return opened;
      const declined = { webgl: NOT_YET, ...opened.info.declined };
      return { ...opened, info: { ...opened.info, declined } };
    },
    async compare(job, current) {
      const worth = job.engine === "auto" && current === "simd" && order.includes("webgl");
      if (!worth || job.without?.webgl !== undefined || lookedAt(job)) return null;
      const refusal = refuseWebgl();
      if (refusal !== null) {
        refused = { ...NOTHING, refusals: { webgl: refusal } };
        return take(job, refused);
      }
      const findings = await measure(job.settings);
      known.set(shapeOf(job.settings), findings);
      return take(job, findings);
    },
  };
}
