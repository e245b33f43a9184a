/**
 * @file The notebook: every run that was tried in this browser, one entry for the settings of each. It works in
 * memory where the browser keeps nothing, and says so.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import { formatTried, keyOf, LONGEST_NAME, parseTried, type Tried } from "../../../run/tried";
import { grouped } from "../../../theory/grouped";
import { perPage } from "../model/perPage";
import { browserShelf, type Shelf } from "./shelf";

/** Entries that are kept; those without a name go first, the oldest of them. */
export const MOST = 500;

export interface Notes {
  /** The newest first. */
  readonly runs: readonly Tried[];
  /** Why it is not kept for a later visit; null where it is. */
  readonly problem: string | null;
  /** How many had to go since the page was opened. */
  readonly dropped: number;
  /** Whether what earlier visits left has been read. */
  readonly read: boolean;
}

export interface Book {
  readonly store: StoreApi<Notes>;
  /** Takes entries in; what is there of the same runs becomes one with them. */
  add(runs: readonly Tried[]): void;
  rename(run: Tried, name: string): void;
  remove(runs: readonly Tried[]): void;
  /** Reads again what other tabs have written. */
  refresh(): void;
}

/** Of two entries of the same run: what is known of more of it, called as it was called last. */
export function merged(known: Tried, next: Tried): Tried {
  const further = next.progress.step >= known.progress.step ? next : known;
  return {
    ...further,
    name: next.name || known.name,
    date: Math.max(known.date, next.date),
  };
}

/** The runs with others taken in, the newest first, and those for which there was no room. */
export function taken(
  runs: readonly Tried[],
  more: readonly Tried[],
  most = MOST,
): { readonly runs: readonly Tried[]; readonly dropped: readonly Tried[] } {
  const all = new Map(runs.map((run) => [keyOf(run), run]));
  for (const run of more) {
    const known = all.get(keyOf(run));
    all.set(keyOf(run), known ? merged(known, run) : run);
  }
  const sorted = [...all.values()].sort((a, b) => b.date - a.date);
  const surplus = Math.max(0, sorted.length - most);
  const leaving = sorted
    .toSorted((a, b) => Number(a.name !== "") - Number(b.name !== "") || a.date - b.date)
    .slice(0, surplus);
  const dropped = new Set(leaving);
  return { runs: sorted.filter((run) => !dropped.has(run)), dropped: leaving };
}

export const droppedWords = (count: number): string =>
  `The notebook holds ${grouped(MOST)} runs: the oldest ${count === 1 ? "one" : grouped(count)} without a name made room.`;

const readable = (items: readonly (readonly [string, unknown])[]): Tried[] =>
  items.flatMap(([, value]) => {
    try {
      return [parseTried(value)];
    } catch {
      return []; // Of a later version of the page, which reads it.
    }
  });

/** @param told Tells other tabs that something was written. */
export function createBook(shelf: Shelf<unknown>, told: () => void = () => {}): Book {
  const store = createStore<Notes>(() => ({ runs: [], problem: null, dropped: 0, read: false }));
  const refused = ({ message }: Error) =>
    store.setState({
      problem: `This browser keeps no notebook (${message.replace(/\.$/, "")}): what is in it is lost when the page is closed. Export it to keep it.`,
    });

  async function kept(change: () => Promise<unknown>): Promise<void> {
    try {
      await change();
      told();
    } catch (error) {
      refused(error as Error);
    }
  }

  /** Reads what is kept; while nothing can be written, what is in memory stays. */
  async function read(): Promise<void> {
    try {
      const found = readable(await shelf.all());
      store.setState((now) => {
        const memory = now.read && now.problem === null ? [] : now.runs;
        return { runs: taken(found, memory).runs };
      });
    } catch (error) {
      refused(error as Error);
    }
    store.setState({ read: true });
  }

  function write(runs: readonly Tried[]): void {
    const items = runs.map((run) => [keyOf(run), formatTried(run)] as const);
    if (items.length > 0) void kept(() => shelf.write(items));
  }

  function remove(runs: readonly Tried[]): void {
    const names = new Set(runs.map(keyOf));
    store.setState((now) => ({ runs: now.runs.filter((run) => !names.has(keyOf(run))) }));
    if (names.size > 0) void kept(() => shelf.remove([...names]));
  }

  function add(more: readonly Tried[]): void {
    const { runs, dropped } = taken(store.getState().runs, more);
    store.setState((now) => ({ runs, dropped: now.dropped + dropped.length }));
    const names = new Set(more.map(keyOf));
    write(runs.filter((run) => names.has(keyOf(run))));
    if (dropped.length > 0) void kept(() => shelf.remove(dropped.map(keyOf)));
  }

  void read();
  return {
    store,
    add,
    remove,
    rename: (run, name) => {
      const named = { ...run, name: name.trim().slice(0, LONGEST_NAME) };
      store.setState((now) => ({
        runs: now.runs.map((each) => (keyOf(each) === keyOf(run) ? named : each)),
      }));
      write([named]);
    },
    refresh: () => void read(),
  };
}

/** The page's notebook. Other tabs hear of what is written, and it hears of theirs. */
export const bookOf = perPage((): Book => {
  const name = "geneft-notebook";
  let channel: BroadcastChannel | null = null;
  try {
    channel = new BroadcastChannel(name);
  } catch {} // What other tabs write is then seen when the page is opened again.
  const book = createBook(browserShelf(name), () => channel?.postMessage(null));
  channel?.addEventListener("message", () => book.refresh());
  return book;
});
