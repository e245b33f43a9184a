/**
 * @file Where live studies are kept between visits: IndexedDB, or nowhere if the browser refuses it.
 */
import { createStore, delMany, getMany, keys, setMany } from "idb-keyval";
import type { Standing } from "../../../run/standing";

export interface Shelf {
  /** Standings by replica. */
  read(study: string): Promise<ReadonlyMap<number, Standing>>;
  write(study: string, standings: ReadonlyMap<number, Standing>): Promise<void>;
  clear(study: string): Promise<void>;
}

/** Rejects where the browser has no IndexedDB or refuses it (private windows, full disks). */
export function browserShelf(): Shelf {
  const open = () => createStore("geneft-studies", "standings");
  let store: ReturnType<typeof open> | undefined;
  const opened = () => {
    store ??= open();
    return store;
  };
  const of = async (study: string): Promise<[string, number][]> =>
    (await keys<[string, number]>(opened())).filter(([name]) => name === study);
  return {
    async read(study) {
      const found = await of(study);
      const standings = await getMany<Standing>(found, opened());
      return new Map(
        found.flatMap(([, replica], i) => {
          const standing = standings[i];
          return standing ? [[replica, standing] as const] : [];
        }),
      );
    },
    write: (study, standings) =>
      setMany(
        Array.from(standings, ([replica, standing]) => [[study, replica], standing]),
        opened(),
      ),
    clear: async (study) => delMany(await of(study), opened()),
  };
}

/** Keeps nothing. */
export const NO_SHELF: Shelf = {
  read: async () => new Map(),
  write: async () => {},
  clear: async () => {},
};
