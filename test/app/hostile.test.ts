import { fc, test as property } from "@fast-check/vitest";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { codec } from "../../src/app/chapters";
import { parseExperiment } from "../../src/experiment/experimentFile";
import { DEFAULTS, PARAM_KEYS } from "../../src/experiment/params";
import { parseRecording } from "../../src/experiment/recording";
import { type Notice, parseValue } from "../../src/experiment/settings";
import { fileText } from "../../src/experiment/table/fileText";
import { readTable } from "../../src/experiment/table/readTable";
import { formatGuess } from "../../src/kit/live/guess/guess";
import { readRoom } from "../../src/kit/live/guess/room";
import type { Link } from "../../src/kit/live/model/link";
import { unpackHistories } from "../../src/run/histories";
import { readRunFile } from "../../src/run/runFile";
import { unpackStoredRun } from "../../src/run/storedRun";
import { formatNotebook, parseNotebook } from "../../src/run/tried";
import { fromTypedJson } from "../../src/run/typedJson";
import { bytesOf, CORPUS } from "../corpus";
import { evidence } from "../evidence";

const SEED = 4711;

/** What a reader made of an input: what it says of what it could not use; null where it took all of it. */
type Reader = (bytes: Uint8Array<ArrayBuffer>) => string | null | Promise<string | null>;

const told = (notices: readonly Notice[]): string | null =>
  notices
    .map(({ field, given, used, reason }) => `“${field}”: “${given}” ${reason}; ${used} is used.`)
    .join(" ") || null;

const textOf = (bytes: Uint8Array): string => fileText(bytes).text;

function valid({ settings, parts }: Link): void {
  for (const key of PARAM_KEYS)
    expect(parseValue(key, settings[key])).toEqual({ value: settings[key] });
  expect(Object.getPrototypeOf(parts)).toBe(Object.prototype);
}

/** The words of an error that is thrown on purpose. */
function thrown(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

const READERS: Readonly<Record<string, Reader>> = {
  link(bytes) {
    const text = textOf(bytes);
    const { link, notices } = codec.decode(text);
    valid(link);
    // What was read is written and read again the same.
    expect(codec.decode(codec.encode(link))).toEqual({ link, notices: [] });
    return told(notices);
  },
  "table that is pasted or dropped"(bytes) {
    const read = readTable(textOf(bytes));
    if ("error" in read) return read.error;
    expect(read.truth).toHaveLength(read.n ** 2);
    expect(read.names ?? Array(read.n)).toHaveLength(read.n);
    return null;
  },
  "guesses of a room"(bytes) {
    const { taken, bare, broken, unread } = readRoom(textOf(bytes), codec, () => true);
    for (const guess of taken) expect(formatGuess(guess)).toMatch(/^\w+( [\d.e+-]+)*$/);
    // The room tells their numbers.
    return bare + broken + unread > 0
      ? `${bare} without a guess, ${broken} not to be read, ${unread} too many.`
      : null;
  },
  notebook: (bytes) => {
    const read = { refused: [] as readonly string[] };
    const words = thrown(() => Object.assign(read, parseNotebook(textOf(bytes))));
    return words ?? (read.refused.join("; ") || null);
  },
  "experiment file"(bytes) {
    let data: unknown;
    try {
      data = JSON.parse(textOf(bytes));
    } catch {
      data = textOf(bytes);
    }
    const read = parseExperiment(data);
    return "problem" in read ? read.problem : null;
  },
  recording(bytes) {
    const read = parseRecording(textOf(bytes));
    return "problem" in read ? read.problem : null;
  },
  "run file": (bytes) =>
    readRunFile(new Blob([bytes]), "It").then(
      () => null,
      (error: Error) => error.message,
    ),
  "stored run": (bytes) => thrown(() => unpackStoredRun(bytes)),
  histories: (bytes) => thrown(() => unpackHistories(bytes, [40, 40])),
};

/** What no reader is shown: words of the machine. */
const MACHINE =
  /undefined|\[object|call stack|Cannot |is not a function|is not iterable|heap|allocation|\bat \w+ \(/;

const counts = new Map(Object.keys(READERS).map((kind) => [kind, { tried: 0, refused: 0 }]));

async function handIn(kind: string, bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const words = await READERS[kind](bytes);
  const count = counts.get(kind);
  if (count) {
    count.tried++;
    if (words !== null) count.refused++;
  }
  if (words === null) return null;
  expect(words).not.toBe("");
  expect(words.replace(/“[^”]*”/g, "“”")).not.toMatch(MACHINE);
  return words;
}

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
afterAll(() => {
  for (const [kind, count] of counts) evidence("inputs", { kind, ...count });
});

describe.each(Object.keys(READERS))("a %s", (kind) => {
  test.each(CORPUS)("%s", async (name) => {
    await handIn(kind, bytesOf(name));
  });

  /** Bytes of the corpus, cut, doubled and changed; what stands beside each other there is near to valid. */
  const altered = fc
    .record({
      name: fc.constantFrom(...CORPUS.filter((name) => bytesOf(name).length < 3000)),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(40),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 8 }).map((bytes) => [...bytes]),
        fc
          .constantFrom(
            "1e999",
            "-0",
            "null",
            '"',
            "[",
            "]",
            "{}",
            "__proto__",
            "\ufeff",
            "\u0000",
            "&",
            "=",
            "%",
            ",,",
          )
          .map((text) => [...new TextEncoder().encode(text)]),
      ),
    })
    .map(({ name, from, length, put }) => {
      const bytes = [...bytesOf(name)];
      bytes.splice(Math.floor(from * bytes.length), length, ...put);
      return Uint8Array.from(bytes);
    });
  property.prop([altered], { seed: SEED, numRuns: 150 })("altered at random", async (bytes) => {
    await handIn(kind, bytes);
  });

  const key = fc.oneof(
    fc.constantFrom(
      "__proto__",
      "constructor",
      "toString",
      "names",
      "matrix",
      "edges",
      "n",
      "notebook",
      "runs",
    ),
    fc.constantFrom(
      "settings",
      "schema",
      "checksum",
      "version",
      "axes",
      "base",
      "values",
      "picture",
      "length",
    ),
    fc.string(),
  );
  const json = fc.jsonValue({ depthSize: "medium" });
  property.prop([fc.dictionary(key, json), fc.boolean()], { seed: SEED, numRuns: 150 })(
    "JSON of any form",
    async (data, listed) => {
      await handIn(kind, new TextEncoder().encode(JSON.stringify(listed ? [data] : data)));
    },
  );
});

describe("what is known of a file of the corpus", () => {
  const read = (kind: string, name: string) => handIn(kind, bytesOf(name));

  test("names that unpack to a million characters are not unpacked", async () => {
    expect(await read("link", "link-bomb.txt")).toContain("is longer than 2000 characters");
  });

  test("a run file that unpacks to 40 MB is not unpacked", async () => {
    expect(await read("run file", "bomb.run")).toBe(
      "It is refused: it unpacks to more than 32 MB, and no run has so much.",
    );
  });

  test("what was encoded twenty thousand times is read as it stands", async () => {
    expect(await read("link", "link-encoded.txt")).toContain("is not a setting");
  });

  test("a name as long as a book is quoted, not told", async () => {
    expect((await read("link", "link-long-name.txt"))?.length).toBeLessThan(200);
  });

  test("names are text", () => {
    const table = readTable(textOf(bytesOf("html.csv")));
    expect(table).toMatchObject({
      names: [
        "<img src=x onerror=alert(1)>",
        "<b>b</b>",
        '"><script>alert(1)</script>',
        "c",
        "&lt;i&gt;",
      ],
    });
  });

  test("names of what every object has are names", () => {
    const table = readTable(textOf(bytesOf("prototype.csv")));
    expect(table).toMatchObject({
      names: ["__proto__", "constructor", "toString", "hasOwnProperty"],
    });
  });

  test("a notebook keeps its good entries and names each of the others", () => {
    const { runs, refused } = parseNotebook(textOf(bytesOf("notebook.json")));
    expect(runs.map(({ name }) => name)).toEqual(["<img src=x onerror=alert(1)>"]);
    expect(refused).toHaveLength(14);
    expect(refused.every((clause, i) => clause.startsWith(`run ${i + 1}: its `))).toBe(true);
    expect(parseNotebook(formatNotebook(runs)).runs).toEqual(runs);
  });

  test("a relation with names in a link, and numbers that are none, beside each other", async () => {
    const words = await read("link", "link.txt");
    for (const field of [
      "n",
      "depth",
      "relation",
      "__proto__",
      "at",
      "workers",
      "matrix",
      "scene",
      "guess",
    ])
      expect(words).toMatch(new RegExp(`(^| )“${field}”: “`));
  });
});

describe("guesses of a room", () => {
  test("are read up to a thousand links; how many are left is told", () => {
    const text =
      "#guess=step+7 ".repeat(3) +
      Array.from({ length: 1500 }, (_, i) => `#guess=step+${i}`).join(" ");
    const { taken, unread } = readRoom(text.replaceAll(" ", "\n"), codec, () => true);
    expect(taken).toHaveLength(1000);
    expect(unread).toBe(503);
  });

  test.each([
    ["many “#”", "#".repeat(300_000)],
    ["a long end", `#${".".repeat(300_000)}=x`],
    ["an end of nothing but dots", `x#a=1${".".repeat(300_000)}x${".".repeat(300_000)}`],
  ])("%s: each character is looked at once", (_, text) => {
    expect(readRoom(text, codec, () => true).taken).toEqual([]);
  });
});

test("a typed array without its numbers is named", () => {
  expect(thrown(() => fromTypedJson('{"typed":"Float64Array","of":7}'))).toBe(
    "a Float64Array has no list of numbers",
  );
});

test("a link of dots alone, as long as a book", () => {
  expect(codec.decode(`v=1&n=7${".".repeat(400_000)}`)).toEqual({
    link: { ...codec.bare, settings: { ...DEFAULTS, n: 7 } },
    notices: [],
  });
  const { notices } = codec.decode(`v=1&n=7${".".repeat(400_000)}x`);
  expect(notices.map(({ field }) => field)).toEqual(["n"]);
});
