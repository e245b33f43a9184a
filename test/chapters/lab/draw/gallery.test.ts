import { describe, expect, test } from "vitest";
import { GALLERY } from "../../../../src/chapters/lab/draw/gallery/list";
import { cleanName, NAME_ROOM } from "../../../../src/experiment/names";
import { readTable } from "../../../../src/experiment/table/readTable";
import { tableCsv } from "../../../../src/experiment/table/writeTable";
import { namesFit } from "../../../../src/kit/live/model/names";

const all = Object.entries(GALLERY);
type Name = keyof typeof GALLERY;

function of(name: Name) {
  const { names, truth } = GALLERY[name];
  const n = names.length;
  const elements = Array.from(names.keys());
  const related = (x: number, y: number) => truth[x * n + y] === 1;
  const every = (holds: (x: number, y: number) => boolean) =>
    elements.every((x) => elements.every((y) => holds(x, y)));
  return {
    n,
    names,
    count: truth.reduce((sum, bit) => sum + bit, 0),
    is: (x: string, y: string) => related(names.indexOf(x), names.indexOf(y)),
    related,
    elements,
    every,
    reflexive: elements.every((x) => related(x, x)),
    irreflexive: elements.every((x) => !related(x, x)),
    symmetric: every((x, y) => related(x, y) === related(y, x)),
    antisymmetric: every((x, y) => x === y || !(related(x, y) && related(y, x))),
    transitive: every(
      (x, y) => !related(x, y) || elements.every((z) => !related(y, z) || related(x, z)),
    ),
  };
}

describe("a relation of the gallery", () => {
  test.each(all)(
    "%s has names, a sentence, a source, and as many pairs as it needs",
    (_, example) => {
      const { names, truth, label, sentence, source } = example;
      expect(names.length).toBeGreaterThanOrEqual(4);
      expect(names.length).toBeLessThanOrEqual(60);
      expect(truth).toHaveLength(names.length ** 2);
      expect(new Set(names).size).toBe(names.length);
      expect(new Set(truth).size).toBe(2);
      for (const name of names) {
        expect(cleanName(name)).toBe(name);
        expect([...name].length).toBeLessThanOrEqual(NAME_ROOM);
      }
      for (const text of [label, sentence, source]) expect(text).not.toBe("");
    },
  );

  test.each(all)("%s fits into a link, and is read back from a file", (_, { names, truth }) => {
    expect(namesFit(names)).toBe(true);
    expect(readTable(tableCsv(truth, names))).toMatchObject({ names, truth, notices: [] });
  });
});

describe("what is true of it by another way", () => {
  test("“divides”: the sum of how many divisors each has, and multiples", () => {
    const { every, related, count, antisymmetric, transitive, reflexive } = of("divides");
    const multiples = (x: number) => Array.from({ length: 30 }, (_, k) => (k + 1) * (x + 1));
    expect(every((x, y) => related(x, y) === multiples(x).includes(y + 1))).toBe(true);
    // Of 1 to 30 there are 30 multiples of 1, 15 of 2, 10 of 3...
    expect(count).toBe(
      Array.from({ length: 30 }, (_, i) => Math.floor(30 / (i + 1))).reduce((a, b) => a + b),
    );
    expect([reflexive, antisymmetric, transitive]).toEqual([true, true, true]);
  });

  test("“no common divisor”: by the primes, and Euler’s function", () => {
    const { every, related, count, symmetric } = of("coprime");
    const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];
    expect(
      every(
        (x, y) => related(x, y) === !primes.some((p) => (x + 1) % p === 0 && (y + 1) % p === 0),
      ),
    ).toBe(true);
    const phi = (n: number) =>
      primes.filter((p) => n % p === 0).reduce((left, p) => (left / p) * (p - 1), n);
    expect(count).toBe(
      2 * Array.from({ length: 30 }, (_, i) => phi(i + 1)).reduce((a, b) => a + b) - 1,
    );
    expect(symmetric).toBe(true);
  });

  test("subsets: a partial order with 3⁴ pairs, from ∅ to everything", () => {
    const { reflexive, antisymmetric, transitive, count, names, is } = of("subsets");
    expect([reflexive, antisymmetric, transitive]).toEqual([true, true, true]);
    expect(count).toBe(81);
    for (const name of names) expect([is("∅", name), is(name, "abcd")]).toEqual([true, true]);
    expect([is("a", "b"), is("ac", "abc"), is("abc", "ac")]).toEqual([false, true, false]);
  });

  test("rearrangements: by what is centralised, from the cycles alone", () => {
    const { n, names, elements, related, symmetric, is, count } = of("commute");
    expect(n).toBe(24);
    expect(symmetric).toBe(true);
    // By a group's own count: order times number of classes; a centraliser by the class of its element.
    expect(count).toBe(24 * 5);
    const centraliser = (name: string): number => {
      const lengths =
        name === "e"
          ? ""
          : name
              .slice(1, -1)
              .split(")(")
              .map((cycle) => cycle.length)
              .join();
      return { "": 24, "2": 4, "3": 3, "4": 4, "2,2": 8 }[lengths] ?? Number.NaN;
    };
    for (const x of elements)
      expect([names[x], elements.filter((y) => related(x, y)).length]).toEqual([
        names[x],
        centraliser(names[x]),
      ]);
    expect([is("(12)", "(34)"), is("(12)", "(13)"), is("(1234)", "(13)(24)")]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test("borders: 25 of them, each from both sides, none with itself", () => {
    const { symmetric, irreflexive, count, is, n } = of("borders");
    expect([symmetric, irreflexive, count, n]).toEqual([true, true, 50, 13]);
    expect([is("Brazil", "Chile"), is("Brazil", "Ecuador"), is("Chile", "Peru")]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test("blood: whoever is given to has all that is in it, 27 of 64", () => {
    const { names, every, related, count } = of("blood");
    const marks = (group: string) => [...group.replace("O", "").replace("−", "")];
    expect(
      every(
        (x, y) => related(x, y) === marks(names[x]).every((mark) => marks(names[y]).includes(mark)),
      ),
    ).toBe(true);
    expect(count).toBe(27);
  });

  test("kings and queens: who comes of whose children", () => {
    const { names, every, related, irreflexive, antisymmetric, transitive } = of("ancestors");
    // Parent of each, of those who did not reign in brackets.
    const parent: Readonly<Record<string, string>> = {
      "George II": "George I",
      "[Frederick]": "George II",
      "George III": "[Frederick]",
      "George IV": "George III",
      "William IV": "George III",
      "[Edward of Kent]": "George III",
      Victoria: "[Edward of Kent]",
      "Edward VII": "Victoria",
      "George V": "Edward VII",
      "Edward VIII": "George V",
      "George VI": "George V",
      "Elizabeth II": "George VI",
      "Charles III": "Elizabeth II",
    };
    const comesOf = (y: string | undefined, x: string): boolean =>
      y !== undefined && (parent[y] === x || comesOf(parent[y], x));
    expect(every((x, y) => related(x, y) === comesOf(names[y], names[x]))).toBe(true);
    expect([irreflexive, antisymmetric, transitive]).toEqual([true, true, true]);
  });

  test("rugby: fourteen of fifteen matches had one winner, by their points", () => {
    const { names, every, related, count } = of("tournament");
    const results =
      "France 17 Ireland 38, Italy 24 England 27, Wales 26 Scotland 27, Scotland 16 France 20, England 16 Wales 14, Ireland 36 Italy 0, Ireland 31 Wales 7, Scotland 30 England 21, France 13 Italy 13, Italy 31 Scotland 29, England 23 Ireland 22, Wales 24 France 45, Wales 21 Italy 24, Ireland 17 Scotland 13, France 33 England 31";
    const won = new Set(
      results.split(", ").flatMap((match) => {
        const [home, a, guest, b] = match.split(" ");
        return a === b ? [] : [Number(a) > Number(b) ? `${home} ${guest}` : `${guest} ${home}`];
      }),
    );
    expect(every((x, y) => related(x, y) === won.has(`${names[x]} ${names[y]}`))).toBe(true);
    expect(count).toBe(14);
  });

  test("Morse: a tree with every code of up to three signs in it", () => {
    const { n, reflexive, antisymmetric, transitive, count, is } = of("morse");
    expect([n, reflexive, antisymmetric, transitive]).toEqual([26, true, true, true]);
    // Two letters of one sign, four of two, eight of three, twelve of four; each begins as all that lead to it.
    expect(count).toBe(2 * 1 + 4 * 2 + 8 * 3 + 12 * 4);
    expect([is("E", "S"), is("T", "S"), is("N", "C"), is("K", "Y")]).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  test("rhymes: by the dictionary’s sounds from the stressed vowel on", () => {
    const { names, every, related } = of("rhymes");
    const sounds =
      "moon UW-N, bear EH-R, light AY-T, day EY, tune UW-N, kite AY-T, they EY, chair EH-R, cat AE-T, height AY-T, spoon UW-N, grey EY, where EH-R, mat AE-T, white AY-T, share EH-R, June UW-N, weigh EY, hat AE-T, night AY-T";
    const end = new Map(sounds.split(", ").map((word) => word.split(" ") as [string, string]));
    expect(every((x, y) => related(x, y) === (end.get(names[x]) === end.get(names[y])))).toBe(true);
    expect(end.size).toBe(names.length);
  });

  test("the food web: 48 kinds, 221 pairs, plants eat nobody, raptors are eaten by none", () => {
    const { n, count, names, elements, related, is } = of("foodWeb");
    expect([n, count]).toEqual([48, 221]);
    const idle = elements.filter((x) => elements.every((y) => !related(x, y))).map((x) => names[x]);
    expect(idle.toSorted()).toEqual([
      "Halodule wrightii",
      "benthic algae",
      "detritus",
      "macro-epiphytes",
      "micro-epiphytes",
      "phytoplankton",
    ]);
    const safe = elements.filter((y) => elements.every((x) => !related(x, y))).map((y) => names[y]);
    expect(safe).toContain("raptors");
    expect([is("zooplankton", "phytoplankton"), is("phytoplankton", "zooplankton")]).toEqual([
      true,
      false,
    ]);
  });
});
