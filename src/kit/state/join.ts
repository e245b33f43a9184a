/**
 * @file Several stores read as one, for pictures and panels that show parts of each.
 */
import type { StoreApi } from "zustand/vanilla";
import { memo } from "./memo";

/** What reading takes. */
export type Readable<T> = Pick<StoreApi<T>, "getState" | "getInitialState" | "subscribe">;

export function join<T extends object>(
  stores: {
    readonly [K in keyof T]: Readable<T[K]>;
  },
): Readable<T> {
  const entries = Object.entries(stores) as [keyof T, Readable<T[keyof T]>][];
  const read = (): T =>
    Object.fromEntries(entries.map(([name, store]) => [name, store.getState()])) as T;
  let current = read();
  const getState = (): T => {
    const stale = entries.some(([name, store]) => store.getState() !== current[name]);
    if (stale) current = read();
    return current;
  };
  return {
    getState,
    getInitialState: getState,
    subscribe(listener) {
      let before = getState();
      const changed = () => {
        const last = before;
        before = getState();
        listener(before, last);
      };
      const stops = entries.map(([, store]) => store.subscribe(changed));
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** What is computed of a store, read like one. `compute` gives a new object where something changed. */
export function derive<T extends object, Derived>(
  source: Readable<T>,
  compute: (state: T) => Derived,
): Readable<Derived> {
  const computed = memo(compute);
  const getState = () => computed(source.getState());
  return {
    getState,
    getInitialState: getState,
    subscribe(listener) {
      let before = getState();
      return source.subscribe(() => {
        const last = before;
        before = getState();
        if (before !== last) listener(before, last);
      });
    },
  };
}
