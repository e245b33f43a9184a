import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { codec } from "../../../../src/app/chapters";
import { DEFAULTS } from "../../../../src/experiment/params";
import { change } from "../../../../src/kit/live/model/actions";
import { HOME } from "../../../../src/kit/live/model/link";
import {
  elementNames,
  NAMES_PART,
  NAMES_ROOM,
  namesFit,
  withNames,
} from "../../../../src/kit/live/model/names";
import { createPageStore } from "../../../../src/kit/live/model/store";

const abcd = ["a", "b", "c", "d"];
const many = (count: number, name: (x: number) => string) =>
  Array.from({ length: count }, (_, x) => name(x));
const custom = { ...DEFAULTS, relation: "custom" as const, n: 4 };
const linked = (names: readonly string[]) =>
  codec.encode({ ...codec.bare, ...withNames(HOME, names) });

describe("names in a link", () => {
  test("can be read where they are short", () => {
    expect(linked(["Costa Rica", "Peru"])).toBe("v=1&names=Costa+Rica%0APeru");
  });

  test.each([
    ["long ones", many(60, (x) => `A rather long name, number ${x}`)],
    ["Cyrillic", many(30, (x) => `двоюродный племянник ${x}`)],
  ])("are packed where that is shorter: %s", (_, names) => {
    const plain = new URLSearchParams({ names: names.join("\n") }).toString().length;
    const written = new URLSearchParams(linked(names)).get("names") ?? "";
    expect(written[0]).toBe("~");
    expect(written.length).toBeLessThan(plain / 2);
    expect(codec.decode(linked(names))).toMatchObject({ link: { parts: { names } }, notices: [] });
  });

  test("are left out where there is no room, and it is known before", () => {
    const names = many(60, (x) =>
      many(40, (i) => String.fromCodePoint(0x4e00 + ((x * 977 + i * 5779) % 20000))).join(""),
    );
    expect(namesFit(names)).toBe(false);
    expect(linked(names)).toBe("v=1");
    expect(namesFit(abcd)).toBe(true);
    expect(namesFit([])).toBe(true);
  });

  property.prop([fc.uniqueArray(fc.stringMatching(/^[a-zа-я東]{1,40}$/), { maxLength: 60 })], {
    seed: 7,
  })("never take more room than they may", (names) => {
    const text = NAMES_PART.format(names);
    expect(new URLSearchParams({ "": text }).toString().length - 1).toBeLessThanOrEqual(NAMES_ROOM);
  });

  test.each([
    [
      "a mark of direction",
      "a\n\u202Eb\nc\nd",
      ["a", "b", "c", "d"],
      "had characters that are not seen",
    ],
    ["nothing", "a\n\nc\nd", ["a", "1", "c", "d"], "is no name"],
    ["the name of another", "a\nb\na\nd", ["a", "b", "2", "d"], "is the name of another element"],
    [
      "too long",
      `${"n".repeat(41)}\nb\nc\nd`,
      ["n".repeat(40), "b", "c", "d"],
      "is longer than 40 characters",
    ],
    [
      "61 of them",
      many(61, (x) => `n${x}`).join("\n"),
      many(60, (x) => `n${x}`),
      "must be 60 or fewer",
    ],
  ])("that cannot be used are mended and named: %s", (_, text, value, reason) => {
    const read = NAMES_PART.parse(text);
    expect(read.value).toEqual(value);
    expect(read.notices.map((notice) => notice.reason)).toEqual([reason]);
  });

  test.each(["~", "~!!", "~%"])("that cannot be unpacked are numbers: %s", (text) => {
    const { value, notices } = NAMES_PART.parse(text);
    expect(value).toEqual([]);
    expect(notices).toMatchObject([{ field: "names", reason: "cannot be unpacked" }]);
  });

  property.prop(
    [
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.string().map((text) => `~${text}`),
      ),
    ],
    { seed: 7, numRuns: 1000 },
  )("from anywhere are names that survive being written and read", (text) => {
    const { value } = NAMES_PART.parse(text);
    const again = NAMES_PART.format(value);
    if (again !== "") expect(NAMES_PART.parse(again).value).toEqual(value);
    for (const name of value) expect(name).toMatch(/^[^\p{Cc}\u202A-\u202E]{1,80}$/u);
  });

  test("none are written where a scene has some", () => {
    expect(NAMES_PART.format([], abcd)).toBe("-");
    expect(NAMES_PART.parse("-", abcd)).toEqual({ value: [], notices: [] });
    expect(NAMES_PART.format(["-"])).not.toBe("-");
    expect(NAMES_PART.parse(NAMES_PART.format(["-"])).value).toEqual(["-"]);
  });
});

describe("what an element is called", () => {
  test("is its name in a relation of one's own, else its number", () => {
    const { parts } = withNames(HOME, abcd);
    expect(elementNames({ settings: custom, parts })).toEqual(abcd);
    expect(elementNames({ settings: { ...custom, n: 6 }, parts })).toEqual([...abcd, "4", "5"]);
    expect(elementNames({ settings: { ...custom, relation: "modulo-3" }, parts })).toEqual([
      "0",
      "1",
      "2",
      "3",
    ]);
  });

  test("is the same list while nothing of it changes", () => {
    const { parts } = withNames(HOME, abcd);
    const names = elementNames({ settings: custom, parts });
    elementNames({ settings: { ...custom, n: 5 }, parts });
    expect(elementNames({ settings: { ...custom, depth: 5 }, parts })).toBe(names);
  });
});

describe("names are those of a matrix", () => {
  const store = () => {
    const page = createPageStore();
    change(
      page,
      { relation: "custom", n: 4, matrix: "AAA" },
      withNames(page.getState().link, abcd),
    );
    return page;
  };
  const called = (page: ReturnType<typeof store>) => elementNames(page.getState().link);

  test("and come back with it", () => {
    const page = store();
    change(page, { relation: "modulo-3" });
    expect(called(page)).toEqual(["0", "1", "2", "3"]);
    change(page, { relation: "custom" });
    expect(called(page)).toEqual(abcd);
  });

  test("and not with another that was made of another relation", () => {
    const page = store();
    change(page, { relation: "modulo-3" });
    change(page, { relation: "custom", matrix: "BBB" });
    expect(called(page)).toEqual(["0", "1", "2", "3"]);
  });

  test("a flipped pair leaves them", () => {
    const page = store();
    change(page, { relation: "custom", matrix: "BBB" });
    expect(called(page)).toEqual(abcd);
  });
});
