/** @file Shelves as browsers have them: one that keeps, and those that do not. */
import { inTime } from "../../../../src/kit/live/keep/connection";
import type { Shelf } from "../../../../src/kit/live/keep/shelf";

export interface MapShelf<Value> extends Shelf<Value> {
  readonly items: Map<string, Value>;
  /** How often something was written or removed. */
  writes: number;
}

/** Keeps in memory what a browser would: copies. */
export function mapShelf<Value>(items = new Map<string, Value>()): MapShelf<Value> {
  const shelf: MapShelf<Value> = {
    items,
    writes: 0,
    read: async (key) => structuredClone(items.get(key)),
    keys: async () => [...items.keys()],
    all: async () => structuredClone([...items]),
    async write(more) {
      shelf.writes++;
      for (const [key, value] of more) items.set(key, structuredClone(value));
    },
    async update(names, change) {
      shelf.writes++;
      const next = names.map((name, i) => change(structuredClone(items.get(name)), i));
      names.forEach((name, i) => {
        const value = next[i];
        if (value === undefined) items.delete(name);
        else items.set(name, structuredClone(value));
      });
    },
    async remove(names) {
      shelf.writes++;
      for (const name of names) items.delete(name);
    },
  };
  return shelf;
}

/** Every question ends as `end` does; the browser's own shelf asks it so. */
export function brokenShelf<Value>(end: () => Promise<never>): Shelf<Value> {
  const ask = () => inTime(end, 20);
  return { read: ask, keys: ask, all: ask, write: ask, update: ask, remove: ask };
}

/** How browsers refuse. */
export const REFUSALS: readonly (readonly [string, () => Promise<never>])[] = [
  [
    "throws at once",
    () => {
      throw new Error("The operation is insecure.");
    },
  ],
  ["never answers", () => new Promise(() => {})],
  ["is full", () => Promise.reject(new Error("The quota has been exceeded."))],
];
