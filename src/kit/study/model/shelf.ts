/** @file Where live studies are kept between visits. */
import type { Standing } from "../../../run/standing";
import { browserShelf } from "../../live/keep/shelf";

export interface Shelf {
  /** Standings by replica. */
  read(study: string): Promise<ReadonlyMap<number, Standing>>;
  /** Where another tab has written what is further on, that stays. */
  write(study: string, standings: ReadonlyMap<number, Standing>): Promise<void>;
  clear(study: string): Promise<void>;
}

/** Of two standings of one replica, the one that is further on; `next` where they are level. */
export function further(known: Standing | undefined, next: Standing): Standing {
  if (!known || known.finished === next.finished)
    return known && known.progress.step > next.progress.step ? known : next;
  return known.finished ? known : next;
}

/** Rejects where the browser has no IndexedDB or refuses it (private windows, full disks). */
export function studyShelf(): Shelf {
  const shelf = browserShelf<Standing, [study: string, replica: number]>(
    "geneft-studies",
    "standings",
  );
  return {
    async read(study) {
      // Names of replicas are numbers, and lists come after all numbers.
      const found = await shelf.all(IDBKeyRange.bound([study], [study, []]));
      return new Map(found.map(([[, replica], standing]) => [replica, standing]));
    },
    write(study, standings) {
      const items = [...standings];
      return shelf.update(
        items.map(([replica]) => [study, replica]),
        (known, i) => further(known, items[i][1]),
      );
    },
    clear: async (study) => shelf.remove((await shelf.keys()).filter(([name]) => name === study)),
  };
}

/** Keeps nothing. */
export const NO_SHELF: Shelf = {
  read: async () => new Map(),
  write: async () => {},
  clear: async () => {},
};
