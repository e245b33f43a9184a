/**
 * @file Where the page keeps things between visits: IndexedDB. Browsers may refuse it by throwing, by an error
 * or by never answering; to whoever asks all of it is a promise that rejects.
 */
import { createStore, delMany, entries, get, keys, setMany } from "idb-keyval";

export interface Shelf<Value> {
  read(key: string): Promise<Value | undefined>;
  keys(): Promise<readonly string[]>;
  all(): Promise<readonly (readonly [key: string, value: Value])[]>;
  write(items: readonly (readonly [key: string, value: Value])[]): Promise<void>;
  remove(names: readonly string[]): Promise<void>;
}

/** Milliseconds after which no answer is a refusal. */
const PATIENCE = 4000;

/** Rejects where `ask` throws, rejects or does not answer. */
export async function inTime<Answer>(
  ask: () => Promise<Answer>,
  patience = PATIENCE,
): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await Promise.race([
      ask(),
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error("it does not answer")), patience);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/** A shelf of its own, by name. */
export function browserShelf<Value>(name: string): Shelf<Value> {
  const store = createStore(name, "kept");
  return {
    read: (key) => inTime(() => get<Value>(key, store)),
    keys: () => inTime(() => keys<string>(store)),
    all: () => inTime(() => entries<string, Value>(store)),
    write: (items) => inTime(() => setMany(items as [string, Value][], store)),
    remove: (names) => inTime(() => delMany(names as string[], store)),
  };
}
