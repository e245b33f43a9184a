/** @file IndexedDB as it fails in browsers, and what is asked of it after that. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browserShelf } from "../../../../src/kit/live/keep/shelf";
import { studyShelf } from "../../../../src/kit/study/model/shelf";
import { NOT_BEGUN, type Standing } from "../../../../src/run/standing";

const NAME = "geneft-connection-test";

const destroy = (name: string) =>
  new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("another connection blocks it"));
  });

beforeEach(() => destroy(NAME));
afterEach(() => {
  vi.restoreAllMocks();
});

/** Connections that are opened from here on. */
function watchConnections(): IDBDatabase[] {
  const opened: IDBDatabase[] = [];
  const { transaction } = IDBDatabase.prototype;
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (
    this: IDBDatabase,
    ...given
  ) {
    if (!opened.includes(this)) opened.push(this);
    return transaction.apply(this, given);
  });
  return opened;
}

test("what is written is there for another connection", async () => {
  await browserShelf<number>(NAME).write([
    ["a", 1],
    ["b", 2],
  ]);
  const shelf = browserShelf<number>(NAME);
  expect(await shelf.all()).toEqual([
    ["a", 1],
    ["b", 2],
  ]);
  expect(await shelf.read("b")).toBe(2);
  await shelf.remove(["a"]);
  expect(await shelf.keys()).toEqual(["b"]);
});

test("a database that somebody left without its table gets it", async () => {
  await new Promise<void>((resolve) => {
    const request = indexedDB.open(NAME);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
  const shelf = browserShelf<number>(NAME);
  await shelf.write([["a", 1]]);
  expect(await shelf.keys()).toEqual(["a"]);
});

describe("a connection that is lost is made anew", () => {
  test("where it was closed without a word", async () => {
    const opened = watchConnections();
    const shelf = browserShelf<number>(NAME);
    await shelf.write([["a", 1]]);
    opened[0].close();
    await shelf.write([["b", 2]]);
    expect(await shelf.keys()).toEqual(["a", "b"]);
    expect(opened).toHaveLength(2);
  });

  test("where the browser says that it is closed", async () => {
    const opened = watchConnections();
    const shelf = browserShelf<number>(NAME);
    await shelf.write([["a", 1]]);
    opened[0].close();
    opened[0].dispatchEvent(new Event("close"));
    expect(await shelf.keys()).toEqual(["a"]);
    expect(opened).toHaveLength(2);
  });

  test("where a transaction is cut off, for many that ask at once", async () => {
    const opened = watchConnections();
    const shelf = browserShelf<number>(NAME);
    await shelf.write([["a", 1]]);
    opened[0].close();
    await Promise.all(Array.from("bcdefg", (key, i) => shelf.write([[key, i]])));
    expect(await shelf.keys()).toEqual([..."abcdefg"]);
  });

  test("after it has made way for another tab that wants the database for itself", async () => {
    const shelf = browserShelf<number>(NAME);
    await shelf.write([["a", 1]]);
    await destroy(NAME);
    expect(await shelf.keys()).toEqual([]);
    await shelf.write([["b", 2]]);
    expect(await shelf.keys()).toEqual(["b"]);
  });
});

describe("what is refused once may be granted later:", () => {
  const refusals: readonly (readonly [string, RegExp, () => void])[] = [
    [
      "forbidden as such",
      /insecure/,
      () =>
        vi.spyOn(window, "indexedDB", "get").mockImplementation(() => {
          throw new DOMException("The operation is insecure.", "SecurityError");
        }),
    ],
    [
      "forbidden when it is opened",
      /insecure/,
      () =>
        vi.spyOn(IDBFactory.prototype, "open").mockImplementation(() => {
          throw new DOMException("The operation is insecure.", "SecurityError");
        }),
    ],
    [
      "without an answer",
      /does not answer/,
      () =>
        vi
          .spyOn(IDBFactory.prototype, "open")
          .mockImplementation(() => new EventTarget() as IDBOpenDBRequest),
    ],
    [
      "without room",
      /quota/,
      () =>
        vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
          throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
        }),
    ],
  ];
  test.each(refusals)("%s", async (_, reason, refuse) => {
    const shelf = browserShelf<number>(NAME);
    refuse();
    await expect(shelf.write([["a", 1]])).rejects.toThrow(reason);
    vi.restoreAllMocks();
    await shelf.write([["b", 2]]);
    expect(await shelf.keys()).toEqual(["b"]);
  });
});

describe("an update", () => {
  test("of many tabs at once loses nothing", async () => {
    const tabs = Array.from({ length: 5 }, () => browserShelf<number>(NAME));
    await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        tabs[i % 5].update(["count", `own ${i}`], (known) => (known ?? 0) + 1),
      ),
    );
    expect(await tabs[0].read("count")).toBe(50);
    expect(await tabs[0].keys()).toHaveLength(51);
  });

  test("is all or nothing, and takes away what comes out undefined", async () => {
    const shelf = browserShelf<number>(NAME);
    await shelf.write([
      ["a", 1],
      ["b", 2],
    ]);
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
      this: IDBObjectStore,
      value,
      key,
    ) {
      if (key === "b") throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
      return put.call(this, value, key);
    });
    await expect(shelf.update(["a", "b"], () => 7)).rejects.toThrow("quota");
    vi.restoreAllMocks();
    expect(await shelf.all()).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
    await shelf.update(["a", "b"], (known) => (known === 1 ? undefined : 9));
    expect(await shelf.all()).toEqual([["b", 9]]);
  });
});

test("two tabs train one grid: of each network stays what is further on", async () => {
  const at = (step: number, finished = false): Standing => ({
    ...NOT_BEGUN,
    progress: { ...NOT_BEGUN.progress, step },
    finished,
  });
  const [one, other] = [studyShelf(), studyShelf()];
  const name = "connection-test";
  await one.clear(name);
  await Promise.all([
    one.write(
      name,
      new Map([
        [0, at(500)],
        [1, at(300, true)],
        [2, at(10)],
      ]),
    ),
    one.write(`${name}s`, new Map([[9, at(1)]])),
    other.write(
      name,
      new Map([
        [0, at(400)],
        [1, at(900)],
        [2, at(20)],
        [10, at(5)],
      ]),
    ),
  ]);
  const found = await other.read(name);
  expect([...found].map(([replica, { progress }]) => [replica, progress.step])).toEqual([
    [0, 500],
    [1, 300],
    [2, 20],
    [10, 5],
  ]);
  await other.clear(name);
  expect((await one.read(name)).size).toBe(0);
  expect((await one.read(`${name}s`)).size).toBe(1);
  await one.clear(`${name}s`);
});
