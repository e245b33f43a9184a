import { describe, expect, test, vi } from "vitest";
import { DEFAULTS, type Settings } from "../../../../src/experiment/params";
import { createBook, merged, taken } from "../../../../src/kit/live/keep/book";
import { formatTried, keyOf, type Tried } from "../../../../src/run/tried";
import { brokenShelf, mapShelf, REFUSALS } from "./shelves";

const tried = (settings: Partial<Settings>, more: Partial<Tried> = {}): Tried => ({
  settings: { ...DEFAULTS, ...settings },
  name: "",
  date: 1000,
  order: more.date ?? 1000,
  progress: { step: 500, train: 20, test: null, fellBack: false },
  accuracies: [1, 0.5],
  failed: false,
  link: "v=1",
  picture: [],
  ...more,
});

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

const seeds = (count: number, more: (i: number) => Partial<Tried> = () => ({})) =>
  Array.from({ length: count }, (_, i) => tried({ seed: i }, { date: i, ...more(i) }));

describe("entries of the same run become one", () => {
  const long = tried({ n: 9 }, { progress: { step: 900, train: 20, test: 30, fellBack: false } });

  test("which knows what is known of more of it, and is called as it was last", () => {
    const short = tried({ n: 9 }, { date: 2000, name: "new" });
    expect(merged({ ...long, name: "old" }, short)).toEqual({
      ...long,
      date: 2000,
      order: 2000,
      name: "new",
    });
    expect(merged(short, { ...long, date: 3000, order: 3000 })).toEqual({
      ...long,
      date: 3000,
      order: 3000,
      name: "new",
    });
  });

  test("while another seed is another run", () => {
    const { runs } = taken([long], [tried({ n: 9 }), tried({ n: 9, seed: 1 }, { date: 5000 })]);
    expect(runs.map(({ settings, progress }) => [settings.seed, progress.step])).toEqual([
      [1, 500],
      [0, 900],
    ]);
  });
});

describe("what is too much", () => {
  test("goes, the oldest first, those with a name last", () => {
    const named = seeds(6, (i) => ({ name: i < 2 ? `run ${i}` : "" }));
    const { runs, dropped } = taken([], named, 3);
    expect(dropped.map(({ date }) => date)).toEqual([2, 3, 4]);
    expect(runs.map(({ date }) => date)).toEqual([5, 1, 0]);
    const all = taken(
      [],
      seeds(4, () => ({ name: "x" })),
      3,
    );
    expect(all.dropped.map(({ date }) => date)).toEqual([0]);
  });

  test("leaves the shelf too, and is counted", async () => {
    const shelf = mapShelf<unknown>();
    const book = createBook(shelf);
    await settle();
    book.add(seeds(502));
    await settle();
    expect(book.store.getState().dropped).toBe(2);
    expect(shelf.items.size).toBe(500);
    expect(shelf.items.has(keyOf(tried({ seed: 1 })))).toBe(false);
  });
});

describe("a notebook", () => {
  test("is there at the next visit, with its names, without what was deleted", async () => {
    const shelf = mapShelf<unknown>();
    const book = createBook(shelf);
    await settle();
    const [a, b, c] = seeds(3);
    book.add([a, b, c]);
    book.rename(b, "  the good one  ");
    book.remove([c]);
    await settle();
    const again = createBook(shelf);
    await settle();
    expect(again.store.getState()).toMatchObject({
      runs: [{ ...b, name: "the good one" }, a],
      problem: null,
      read: true,
    });
  });

  test("takes in what came before it was read", async () => {
    const [a, b] = seeds(2);
    const shelf = mapShelf<unknown>(new Map([[keyOf(a), formatTried(a)]]));
    const book = createBook(shelf);
    book.add([b]);
    await settle();
    expect(book.store.getState().runs).toEqual([b, a]);
  });

  test("hears of what another tab wrote and deleted", async () => {
    const shelf = mapShelf<unknown>();
    const told = vi.fn();
    const book = createBook(shelf);
    const other = createBook(shelf, told);
    await settle();
    const [a, b] = seeds(2);
    book.add([a]);
    other.add([b]);
    await settle();
    expect(told).toHaveBeenCalledTimes(1);
    book.refresh();
    await settle();
    expect(book.store.getState().runs).toEqual([b, a]);
    other.remove([a]);
    await settle();
    book.refresh();
    await settle();
    expect(book.store.getState().runs).toEqual([b]);
  });

  test("passes over what it does not understand, and leaves it there", async () => {
    const [a] = seeds(1);
    const shelf = mapShelf<unknown>(
      new Map<string, unknown>([
        [keyOf(a), formatTried(a)],
        ["later", { of: "a later version" }],
      ]),
    );
    const book = createBook(shelf);
    await settle();
    expect(book.store.getState()).toMatchObject({ runs: [a], problem: null });
    expect(shelf.items.has("later")).toBe(true);
  });

  test("that can be read and not written keeps in memory what is new", async () => {
    const [a, b] = seeds(2);
    const shelf = {
      ...mapShelf<unknown>(new Map([[keyOf(a), formatTried(a)]])),
      update: () => Promise.reject(new Error("The quota has been exceeded.")),
    };
    const book = createBook(shelf);
    await settle();
    book.add([b]);
    await settle();
    book.refresh();
    await settle();
    expect(book.store.getState().runs).toEqual([b, a]);
    expect(book.store.getState().problem).toMatch(/quota/);
  });

  test.each(REFUSALS)("where the browser %s works in memory and says so", async (_, refuse) => {
    const book = createBook(brokenShelf(refuse));
    const [a, b] = seeds(2);
    book.add([a]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    book.add([b]);
    book.rename(a, "a");
    book.refresh();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(book.store.getState().runs).toEqual([b, { ...a, name: "a" }]);
    expect(book.store.getState().problem).toMatch(/keeps no notebook \(.+\): .*Export it/);
    book.remove([a]);
    expect(book.store.getState().runs).toEqual([b]);
  });

  test("that was full takes in all that it was told once there is room, and says no more", async () => {
    const [a, b, c] = seeds(3);
    const kept = mapShelf<unknown>(new Map([[keyOf(a), formatTried(a)]]));
    let full = true;
    const book = createBook({
      ...kept,
      update: async (names, change) => {
        if (full) throw new Error("The quota has been exceeded.");
        await kept.update(names, change);
      },
    });
    await settle();
    book.add([b]);
    book.rename(b, "good");
    book.remove([a]);
    await settle();
    expect(book.store.getState().problem).toMatch(/quota/);
    full = false;
    book.add([c]);
    await settle();
    expect(book.store.getState().problem).toBeNull();
    const again = createBook(kept);
    await settle();
    expect(again.store.getState().runs).toEqual([c, { ...b, name: "good" }]);
  });

  test("is five tabs': none takes from another what it knows more of, or called", async () => {
    const shelf = mapShelf<unknown>();
    const tabs = Array.from({ length: 5 }, () => createBook(shelf));
    await settle();
    const at = (step: number, date: number): Tried =>
      tried({ n: 9 }, { date, progress: { step, train: null, test: null, fellBack: false } });
    // None hears of the others in between.
    tabs[0].add([at(5000, 1)]);
    tabs[1].add([at(300, 2)]);
    tabs[2].rename(at(300, 2), "mine");
    tabs[3].add([at(200, 3), ...seeds(3)]);
    tabs[4].add(seeds(4));
    tabs[1].add([at(400, 4)]);
    await settle();
    const found = createBook(shelf);
    await settle();
    const { runs } = found.store.getState();
    expect(runs).toHaveLength(5);
    expect(runs[0]).toMatchObject({ name: "mine", date: 4, progress: { step: 5000 } });
  });

  test("has what is trained now on top, though the clock was set back", async () => {
    const shelf = mapShelf<unknown>();
    const book = createBook(shelf);
    await settle();
    const noon = 1e12;
    const now = (seed: number, date: number) => {
      const { order: _, ...run } = tried({ seed }, { date });
      book.record(run);
    };
    now(0, noon);
    now(1, noon + 1000);
    now(2, noon - 3600_000);
    now(0, noon - 3599_000);
    await settle();
    const again = createBook(shelf);
    await settle();
    for (const { store } of [book, again])
      expect(store.getState().runs.map(({ settings, date }) => [settings.seed, date])).toEqual([
        [0, noon - 3599_000],
        [2, noon - 3600_000],
        [1, noon + 1000],
      ]);
  });
});
