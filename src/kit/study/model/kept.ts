/** @file What is kept of one live experiment for later visits: its standings, written in batches. */
import { formatExperiment, type NamedExperiment } from "../../../experiment/experimentFile";
import { fnv1a } from "../../../experiment/fingerprint";
import type { Standing } from "../../../run/standing";
import type { Shelf } from "./shelf";

export interface Kept {
  /** By replica, and why earlier visits' could not be read; null where they were. */
  read(): Promise<{
    readonly standings: ReadonlyMap<number, Standing>;
    readonly problem: string | null;
  }>;
  /** Written before long. */
  put(replica: number, standing: Standing): void;
  /** Writes now what waits to be written. */
  write(): void;
  /** Forgets all, what waits too. Rejects as the shelf does. */
  clear(): Promise<void>;
}

/** Told after each try why standings could not be written; null where they were. */
export type Told = (problem: string | null) => void;

/** Milliseconds between two writes to the shelf: with those between two reports, less than a second is lost. */
const PAUSE = 500;

/** Of the standings on the shelf. */
const SCHEMA = 2;

/** The same experiment has the same name on the shelf, whatever it is called. */
function shelfName(named: NamedExperiment): string {
  const { name: _, title: __, ...rest } = formatExperiment(named);
  return fnv1a(new TextEncoder().encode(JSON.stringify([SCHEMA, rest])));
}

/** What the shelf refuses is held here while the page is open, and is offered to it again with what comes next. */
export function makeKeeper(shelf: Shelf): (named: NamedExperiment, told: Told) => Kept {
  /** What is not on the shelf, by experiment. */
  const held = new Map<string, Map<number, Standing>>();
  return (named, told) => {
    const name = shelfName(named);
    const waiting = held.get(name) ?? new Map<number, Standing>();
    held.set(name, waiting);
    return keptOn(shelf, name, waiting, told);
  };
}

function keptOn(shelf: Shelf, name: string, waiting: Map<number, Standing>, told: Told): Kept {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing = false;

  const writeSoon = () => {
    timer ??= setTimeout(write, PAUSE);
  };

  /** One batch at a time. */
  async function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.size === 0) return;
    if (writing) {
      writeSoon();
      return;
    }
    const batch = new Map(waiting);
    writing = true;
    try {
      await shelf.write(name, batch);
      for (const [replica, standing] of batch)
        if (waiting.get(replica) === standing) waiting.delete(replica);
      told(null);
    } catch (error) {
      told((error as Error).message);
    }
    writing = false;
  }

  return {
    async read() {
      let standings: ReadonlyMap<number, Standing> = new Map();
      let problem: string | null = null;
      try {
        standings = await shelf.read(name);
      } catch (error) {
        problem = (error as Error).message;
      }
      return { standings: new Map([...standings, ...waiting]), problem };
    },
    put(replica, standing) {
      waiting.set(replica, standing);
      writeSoon();
    },
    write: () => void write(),
    async clear() {
      clearTimeout(timer);
      timer = undefined;
      waiting.clear();
      await shelf.clear(name);
    },
  };
}
