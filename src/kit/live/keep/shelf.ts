/**
 * @file Where the page keeps things between visits: IndexedDB. Browsers may refuse it by throwing, by an error
 * or by never answering; to whoever asks all of it is a promise that rejects.
 */
import { delMany, get, keys, promisifyRequest } from "idb-keyval";
import { connect } from "./connection";

export interface Shelf<Value, Key = string> {
  read(key: Key): Promise<Value | undefined>;
  keys(): Promise<readonly Key[]>;
  /** Only keys within a range, if one is given. */
  all(within?: IDBKeyRange): Promise<readonly (readonly [key: Key, value: Value])[]>;
  /** All or nothing. What it is asked while the page is left is done as far as the browser can. */
  write(items: readonly (readonly [key: Key, value: Value])[]): Promise<void>;
  /**
   * All or nothing, and nobody writes between reading and writing: what `change`, which does not throw, makes of what
   * is there is put there; undefined takes it away.
   */
  update(
    names: readonly Key[],
    change: (known: Value | undefined, i: number) => Value | undefined,
  ): Promise<void>;
  remove(names: readonly Key[]): Promise<void>;
}

/** A shelf of its own, by name. `patience` is the milliseconds after which no answer is a refusal. */
export function browserShelf<Value, Key extends IDBValidKey = string>(
  name: string,
  table = "kept",
  patience?: number,
): Shelf<Value, Key> {
  const store = connect(name, table, patience);
  return {
    read: (key) => get<Value>(key, store),
    keys: () => keys<Key>(store),
    all: (within) =>
      store("readonly", async (kept) => {
        const [names, values] = await Promise.all([
          promisifyRequest(kept.getAllKeys(within)),
          promisifyRequest<Value[]>(kept.getAll(within)),
        ]);
        return names.map((key, i) => [key as Key, values[i]]);
      }),
    write: (items) =>
      store("readwrite", (kept) => {
        for (const [key, value] of items) kept.put(value, key);
        kept.transaction.commit?.();
        return promisifyRequest(kept.transaction);
      }),
    update: (names, change) =>
      store(
        "readwrite",
        (kept) =>
          new Promise<void>((resolve, reject) => {
            promisifyRequest(kept.transaction).then(resolve, reject);
            names.forEach((key, i) => {
              const known: IDBRequest<Value | undefined> = kept.get(key);
              known.onsuccess = () => {
                try {
                  const next = change(known.result, i);
                  if (next === undefined) kept.delete(key);
                  else kept.put(next, key);
                } catch (error) {
                  reject(error);
                }
              };
            });
          }),
      ),
    remove: (names) => delMany([...names], store),
  };
}
