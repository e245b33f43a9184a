import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { cleanName, NAME_ROOM } from "../../../src/experiment/names";
import { fileText } from "../../../src/experiment/table/fileText";
import { MOST_CHARACTERS, readTable } from "../../../src/experiment/table/readTable";
import { relationFile, tableCsv } from "../../../src/experiment/table/writeTable";

const SEED = 20261;

/** Any name that a relation may have, nasty ones among them. */
const name = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
    fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
    fc.constantFrom("=1+1", "'=a", "''", "-", "+x", "@y", "0", "1", "x", "no", '"', '""', "a,b"),
    fc.constantFrom(
      "a;b",
      "a\tb",
      "a|b",
      "[",
      "{",
      "sep=;",
      "#",
      "東京",
      "אב",
      "x y",
      "1,5",
      "NaN",
    ),
  )
  .map(cleanName)
  .filter((text) => text !== "" && [...text].length <= NAME_ROOM);

interface Relation {
  readonly n: number;
  readonly truth: Uint8Array;
  readonly names: readonly string[];
}

const relation: fc.Arbitrary<Relation> = fc.integer({ min: 4, max: 12 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    truth: fc.uint8Array({ minLength: n * n, maxLength: n * n, max: 1 }),
    names: fc.uniqueArray(name, { minLength: n, maxLength: n }),
  }),
);

/** As a careful program writes: everything in quotes. */
const quoted = (text: string | number) => `"${String(text).replaceAll('"', '""')}"`;

const rowsOf = ({ n, truth, names }: Relation) =>
  names.map((own, x) => [own, ...truth.subarray(x * n, x * n + n)]);

/** An apostrophe that a spreadsheet would hide is doubled, as the page's own files have it. */
const kept = (text: string) => (/^'+[=+\-@]/.test(text) ? `'${text}` : text);

const separated = (mark: string) => (given: Relation) =>
  [
    ["", ...given.names.map(kept)],
    ...rowsOf(given).map(([own, ...row]) => [kept(String(own)), ...row]),
  ]
    .map((cells) => cells.map(quoted).join(mark))
    .join("\n");

const listed = ({ n, truth, names }: Relation) =>
  Array.from(truth, (bit, pair) =>
    [kept(names[Math.floor(pair / n)]), kept(names[pair % n]), bit].map(quoted).join(","),
  ).join("\r\n");

const WRITERS: Readonly<Record<string, (given: Relation) => string>> = {
  "the page’s own CSV": ({ truth, names }) => tableCsv(truth, names),
  "the page’s own file": ({ truth, names }) => relationFile(truth, names),
  CSV: separated(","),
  TSV: separated("\t"),
  "semicolon CSV": separated(";"),
  "JSON rows": (given) =>
    JSON.stringify({ names: given.names, matrix: rowsOf(given).map(([, ...row]) => row) }),
  "JSON edges": ({ n, truth, names }) =>
    JSON.stringify({
      names,
      edges: Array.from(truth.keys())
        .filter((pair) => truth[pair] === 1)
        .map((pair) => [Math.floor(pair / n), pair % n]),
    }),
};

const numbers = (names: readonly string[]) => names.every((own, x) => own === String(x));

describe.each(Object.entries(WRITERS))("any relation and any names, written as %s,", (_, write) => {
  property.prop([relation], { seed: SEED, numRuns: 300 })("read back the same", (given) => {
    const read = readTable(write(given));
    if ("error" in read) expect.fail(read.error);
    expect(read.n).toBe(given.n);
    expect(read.truth).toEqual(given.truth);
    expect(read.names).toEqual(numbers(given.names) ? null : given.names);
    expect(read.notices).toEqual([]);
  });
});

property.prop([relation], { seed: SEED, numRuns: 300 })(
  "as a list of pairs with values they read back the same, numbers in their order",
  (given) => {
    fc.pre(!given.names.every((own) => /^\d+$/.test(own)));
    const read = readTable(listed(given));
    if ("error" in read) expect.fail(read.error);
    expect(read.names).toEqual(given.names);
    expect(read.truth).toEqual(given.truth);
  },
);

test("a cell that a spreadsheet would work out is written with an apostrophe", () => {
  const names = ["=1+1", "+a", "-b", "@c", "'=d", "'e", "f"];
  const [head] = tableCsv(new Uint8Array(49), names).split("\r\n");
  expect(head).toBe(`,"'=1+1","'+a","'-b","'@c","''=d",'e,f`);
});

describe("any text", () => {
  const piece = fc.constantFrom(
    ..."0 1 , ; \t | \n \r \" ' [ ] { } : = - . x a b NaN 1e9 sep=; \u0000 \uFEFF names null".split(
      " ",
    ),
    " ",
    '"names":',
    '"edges":[[',
  );
  const soup = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
  property.prop([fc.oneof(fc.string({ unit: "binary" }), soup, fc.json())], {
    seed: SEED,
    numRuns: 5000,
  })("is a table, or one sentence says why not", (text) => {
    const read = readTable(text);
    if ("error" in read) expect(read.error).toMatch(/^\S.*\.$/su);
    else {
      expect(read.truth).toHaveLength(read.n * read.n);
      expect(read.names?.length ?? read.n).toBe(read.n);
      expect(read.truth.every((bit) => bit === 0 || bit === 1)).toBe(true);
    }
  });
  property.prop([fc.uint8Array({ maxLength: 400 })], { seed: SEED, numRuns: 1000 })(
    "from any bytes",
    (bytes) => {
      expect(readTable(fileText(bytes).text)).toBeTypeOf("object");
    },
  );
});

describe("what is too large is refused before it is read", () => {
  test.each([
    ["zeros", "0,"],
    ["line breaks", "\n"],
    ["quotation marks", '"'],
    ["brackets", "["],
  ])("10 MB of %s", (_, piece) => {
    const text = piece.repeat(10_000_000 / piece.length);
    expect(readTable(text)).toEqual({
      error: `10,000,000 characters are too many; a table of at most 500,000 is read.`,
    });
  });
  test.each(["0,", "\n", '"', '"a"', "[", "{", " ", "a\n", "a,", '"\n,', "1;\n", "\t", "0"])(
    "%j over and over, as much as is read, is answered",
    (piece) => {
      const text = piece.repeat(MOST_CHARACTERS / piece.length);
      expect(readTable(text)).toHaveProperty("error");
    },
  );
});

describe("a file’s bytes", () => {
  const text = "ä,b,c,d\n0,1,1,0\n1,0,0,1\n0,0,1,1\n1,0,0,0";
  const wide = (little: boolean) => {
    const bytes = new DataView(new ArrayBuffer(2 * text.length + 2));
    for (const [i, c] of [...`\uFEFF${text}`].entries())
      bytes.setUint16(2 * i, c.charCodeAt(0), little);
    return new Uint8Array(bytes.buffer);
  };
  test.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with its mark", new TextEncoder().encode(`\uFEFF${text}`)],
    ["UTF-16, little end first", wide(true)],
    ["UTF-16, big end first", wide(false)],
  ])("in %s are its text", (_, bytes) => {
    const { text: read, notice } = fileText(bytes);
    expect(notice).toBeNull();
    expect(readTable(read)).toMatchObject({ n: 4, names: ["ä", "b", "c", "d"], notices: [] });
  });
  test("as Excel writes in the West are read, and it is said", () => {
    const bytes = Uint8Array.from(text, (c) => c.charCodeAt(0));
    const { text: read, notice } = fileText(bytes);
    expect(read).toBe(text);
    expect(notice).toContain("Windows-1252");
  });
  test("in UTF-16 without its mark are no text", () => {
    const { text: read } = fileText(wide(true).subarray(2));
    expect(readTable(read)).toEqual({ error: expect.stringContaining("NUL") });
  });
});
