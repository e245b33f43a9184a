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
  /** Takes in what is trained now: it comes before all others, whatever the clock says. */
  record(run: Omit<Tried, "order">): void;
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
    date: known.order > next.order ? known.date : next.date,
    order: Math.max(known.order, next.order),
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
  const sorted = [...all.values()].sort((a, b) => b.order - a.order);
  const surplus = Math.max(0, sorted.length - most);
  const leaving = sorted
    .toSorted((a, b) => Number(a.name !== "") - Number(b.name !== "") || a.order - b.order)
    .slice(0, surplus);
  const dropped = new Set(leaving);
  return { runs: sorted.filter((run) => !dropped.has(run)), dropped: leaving };
}

export const droppedWords = (count: number): string =>
  `The notebook holds ${grouped(MOST)} runs: the oldest ${count === 1 ? "one" : grouped(count)} without a name made room.`;

/** What was done to an entry: it was removed, then trained, then renamed, as far as each is said. */
interface Change {
  readonly removed: boolean;
  readonly run: Tried | null;
  readonly name: string | null;
}

const UNCHANGED: Change = { removed: false, run: null, name: null };

/** What is left of an entry; null for nothing. */
function changed(known: Tried | null, { removed, run, name }: Change): Tried | null {
  const before = removed ? null : known;
  const after = before && run ? merged(before, run) : (run ?? before);
  return after && name !== null ? { ...after, name } : after;
}

/** What is kept of a run, as an entry; null where nothing is, or what a later version of the page reads. */
function readable(value: unknown): Tried | null {
  try {
    return parseTried(value);
  } catch {
    return null;
  }
}

/**
 * Tabs share a shelf, so what is written is what was done, not what this tab knows. What the shelf refuses is held
 * while the page is open, and is offered to it again with what comes next.
 *
 * @param told Tells other tabs that something was written.
 */
export function createBook(shelf: Shelf<unknown>, told: () => void = () => {}): Book {
  const store = createStore<Notes>(() => ({ runs: [], problem: null, dropped: 0, read: false }));
  /** What is not on the shelf yet, by the keys of runs. */
  const held = new Map<string, Change>();
  let found = false;

  const refused = ({ message }: Error) =>
    store.setState({
      problem: `This browser keeps no notebook (${message.replace(/\.$/, "")}): what is in it is lost when the page is closed. Export it to keep it.`,
    });

  async function read(): Promise<void> {
    try {
      const kept = (await shelf.all()).map(([name, value]) => [name, readable(value)] as const);
      const runs = new Map(kept);
      for (const [name, change] of held) runs.set(name, changed(runs.get(name) ?? null, change));
      found = true;
      store.setState({
        runs: taken(
          [],
          [...runs.values()].flatMap((run) => run ?? []),
        ).runs,
      });
    } catch (error) {
      refused(error as Error);
    }
    store.setState({ read: true });
  }

  async function write(): Promise<void> {
    const batch = [...held];
    try {
      await shelf.update(
        batch.map(([name]) => name),
        (value, i) => {
          const known = readable(value);
          if (value !== undefined && known === null) return value;
          const next = changed(known, batch[i][1]);
          return next ? formatTried(next) : undefined;
        },
      );
    } catch (error) {
      refused(error as Error);
      return;
    }
    for (const [name, change] of batch) if (held.get(name) === change) held.delete(name);
    if (held.size === 0) store.setState({ problem: null });
    if (!found) void read();
    told();
  }

  /** Notes what was done; it is shown already. */
  function note(key: string, change: (before: Change) => Change): void {
    held.set(key, change(held.get(key) ?? UNCHANGED));
  }

  function forget(runs: readonly Tried[]): void {
    for (const run of runs) note(keyOf(run), () => ({ ...UNCHANGED, removed: true }));
  }

  function add(more: readonly Tried[]): void {
    const { runs, dropped } = taken(store.getState().runs, more);
    store.setState((now) => ({ runs, dropped: now.dropped + dropped.length }));
    for (const run of more)
      note(keyOf(run), (before) => ({
        ...before,
        run: before.run ? merged(before.run, run) : run,
        name: run.name || before.name,
      }));
    forget(dropped);
    void write();
  }

  void read();
  return {
    store,
    add,
    record(run) {
      const [newest] = store.getState().runs;
      add([{ ...run, order: Math.max(run.date, (newest?.order ?? 0) + 1) }]);
    },
    remove(runs) {
      const names = new Set(runs.map(keyOf));
      store.setState((now) => ({ runs: now.runs.filter((run) => !names.has(keyOf(run))) }));
      forget(runs);
      void write();
    },
    rename(run, given) {
      const name = given.trim().slice(0, LONGEST_NAME);
      store.setState((now) => ({
        runs: now.runs.map((each) => (keyOf(each) === keyOf(run) ? { ...each, name } : each)),
      }));
      note(keyOf(run), (before) => ({ ...before, name }));
      void write();
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
  channel?.addEventListener("message", book.refresh);
  // Nothing is heard while the page is put by to be gone back to.
  addEventListener("pageshow", ({ persisted }) => persisted && book.refresh());
  return book;
});
