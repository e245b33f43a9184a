/** @file What is kept of one live experiment for later visits: its standings, written in batches. */
import { formatExperiment, type NamedExperiment } from "../../../experiment/experimentFile";
import { fnv1a } from "../../../experiment/fingerprint";
import type { Standing } from "../../../run/standing";
import type { Shelf } from "./shelf";

export interface Kept {
  /** By replica. Rejects as the shelf does. */
  read(): Promise<ReadonlyMap<number, Standing>>;
  /** Written before long. */
  put(replica: number, standing: Standing): void;
  /** Writes now what waits to be written. */
  write(): void;
  /** Forgets all, what waits too. Rejects as the shelf does. */
  clear(): Promise<void>;
}

/** Milliseconds between two writes to the shelf. */
const PAUSE = 1500;

/** Of the standings on the shelf. */
const SCHEMA = 2;

/** The same experiment has the same name on the shelf, whatever it is called. */
function shelfName(named: NamedExperiment): string {
  const { name: _, title: __, ...rest } = formatExperiment(named);
  return fnv1a(new TextEncoder().encode(JSON.stringify([SCHEMA, rest])));
}

/** @param onRefused Told why standings could not be written. */
export function keptOf(
  named: NamedExperiment,
  shelf: Shelf,
  onRefused: (message: string) => void,
): Kept {
  const name = shelfName(named);
  let waiting = new Map<number, Standing>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** What waited, which waits no longer. */
  function taken(): ReadonlyMap<number, Standing> {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = new Map();
    return batch;
  }

  function write(): void {
    const batch = taken();
    if (batch.size === 0) return;
    shelf.write(name, batch).catch((error: Error) => onRefused(error.message));
  }

  return {
    read: () => shelf.read(name),
    put(replica, standing) {
      waiting.set(replica, standing);
      timer ??= setTimeout(write, PAUSE);
    },
    write,
    clear() {
      taken();
      return shelf.clear(name);
    },
  };
}
