/** @file Calm telling: what is new, all at once, each thing once, and nothing while the page rests. */
import type { Tiding } from "./tidings";

export interface Moment {
  /** Another one begins anew: all of it is new. */
  readonly run: unknown;
  /** Whether it moves, or has just ended. */
  readonly moves: boolean;
  readonly tidings: readonly Tiding[];
  /** Statements of the page that may change while it works: by name. */
  readonly statements: ReadonlyMap<unknown, string>;
}

/** Hears one moment every few seconds and returns what is to be said of it; "" for nothing. */
export function makeTeller(): (moment: Moment) => string {
  let run: unknown;
  let told = new Set<string>();
  /** What was last said or there to be read, and what stood there at the last moment. */
  let known = new Map<unknown, string>();
  let before: ReadonlyMap<unknown, string> = new Map();
  return ({ run: now, moves, tidings, statements }) => {
    if (now !== run) told = new Set();
    run = now;
    const fresh = moves ? tidings.filter(({ key }) => !told.has(key)) : [];
    for (const { key } of fresh) told.add(key);
    // A statement is told when it has come to rest; the first was there to be read.
    const changed = [...statements].filter(([name, text]) => {
      const first = !known.has(name);
      if (first) known.set(name, text);
      return !first && known.get(name) !== text && before.get(name) === text;
    });
    for (const [name, text] of changed) known.set(name, text);
    known = new Map([...known].filter(([name]) => statements.has(name)));
    before = new Map(statements);
    return [...fresh.map(({ words }) => words), ...changed.map(([, text]) => text)].join(" ");
  };
}
