import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const SRC = resolve(import.meta.dirname, "../src");

const CORE = ["theory", "experiment", "run"] as const;
const KIT = ["kit/state", "kit/draw", "kit/ui", "kit/live/view", "kit/live", "kit/study/view"];

/** What each room may import besides itself (docs/architecture.md); X is a chapter's own folder. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  theory: [],
  experiment: ["theory"],
  run: ["experiment", "theory"],
  engine: CORE,
  cli: ["engine", ...CORE],
  "kit/state": [],
  "kit/draw": ["theory"],
  "kit/ui": ["kit/draw", "experiment", "theory"],
  "kit/live/view": ["kit/draw", "theory"],
  "kit/live": ["kit/state", "kit/draw", "kit/ui", "kit/live/view", ...CORE],
  "kit/study/view": ["kit/draw", "theory"],
  "kit/study": [...KIT, ...CORE],
  "X/view": ["kit/draw", "kit/study/view", "theory"],
  "X/worker": ["engine", ...CORE],
  X: ["X/view", "X/worker", ...KIT, "kit/study", ...CORE],
  app: ["X", ...KIT, "kit/study", ...CORE],
};

/** Packages by room: who may know the page's and the engines' libraries. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  theory: /^$/,
  experiment: /^(valibot|papaparse)$/,
  run: /^valibot$/,
  engine: /^(@tensorflow\/|node:)/,
  cli: /^(node:|tsx\/)/,
  "kit/state": /^zustand/,
  "kit/draw": /^d3$/,
  "kit/ui": /^(react|d3$|qr$)/,
  "kit/live/view": /^d3$/,
  "kit/live": /^(react|zustand|ml-pca|lz-string$|idb-keyval$)/,
  "kit/study/view": /^d3$/,
  "kit/study": /^(react|zustand|idb-keyval)/,
  "X/view": /^d3$/,
  "X/worker": /^$/,
  X: /^(react|zustand|mediabunny$)/,
  app: /^(react|zustand|valibot$|perfect-freehand$|katex\/|@fontsource|d3$|workbox-)/,
};

/** The chapters' folders. */
const CHAPTERS = readdirSync(join(SRC, "chapters"));

/** The list of chapters, the one file that names them. */
const LIST = "app/list.ts";

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
  .filter((file) => !file.startsWith(join("engine", "simd", "kernel")));

/** The room that a file stands in. */
function roomOf(file: string): string {
  const [first, second, third] = file.split("/");
  if (first === "chapters") return third === "view" || third === "worker" ? `X/${third}` : "X";
  if (first !== "kit") return first;
  return third === "view" && second !== "draw" ? `kit/${second}/view` : `kit/${second}`;
}

/** The chapter that a file belongs to; undefined for what belongs to none. */
const chapterOf = (file: string): string | undefined =>
  file.startsWith("chapters/") ? file.split("/")[1] : undefined;

const textOf = (file: string): string => readFileSync(join(SRC, file), "utf8");

/** What a file names as imported, types included. */
const specifiersOf = (file: string): string[] =>
  [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, name]) => name);

const known = new Set(files);

/** Files of the project that a file imports, types included. */
function importsOf(file: string): string[] {
  return specifiersOf(file)
    .filter((name) => name.startsWith("."))
    .map((name) => relative(SRC, resolve(SRC, dirname(file), name)))
    .flatMap((path) => {
      const found = ["", ".ts", ".tsx", "/index.ts"].find((end) => known.has(path + end));
      return found === undefined ? [] : [path + found];
    });
}

test("there is something to hold to the table", () => {
  expect(files.length).toBeGreaterThan(300);
  expect(new Set(files.map(roomOf))).toEqual(new Set(Object.keys(ALLOWED)));
  expect(files.flatMap(importsOf).length).toBeGreaterThan(1000);
});

test("imports between rooms go one way", () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => roomOf(target) !== roomOf(file))
      .filter((target) => !ALLOWED[roomOf(file)].includes(roomOf(target)))
      .map((target) => `${file} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("no chapter imports another, and only the list of chapters imports any, by its index", () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => chapterOf(target) !== undefined && chapterOf(target) !== chapterOf(file))
      .filter((target) => file !== LIST || target !== `chapters/${chapterOf(target)}/index.ts`)
      .map((target) => `${file} imports ${target}`),
  );
  expect(wrong).toEqual([]);
  expect(importsOf(LIST).map(chapterOf).toSorted()).toEqual(CHAPTERS.toSorted());
});

test("the page names workers by address, and no other code of an engine", () => {
  const named = files.flatMap((file) =>
    [
      ...textOf(file).matchAll(
        /(?:from "|new URL\(")([^"?]+)(?:\?worker&url"|", import\.meta\.url\))/g,
      ),
    ]
      .map(([, name]) => relative(SRC, resolve(SRC, dirname(file), name)))
      .filter(() => /^(app|kit|chapters)\//.test(file))
      .map((target) => ({ file, target })),
  );
  expect(named).toHaveLength(6);
  for (const { file, target } of named) {
    expect(target).toMatch(/\.worker\.ts$/);
    expect([undefined, chapterOf(file)]).toContain(chapterOf(target));
  }
});

test("no circle of files, types included", () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const from = path.indexOf(file);
    if (from >= 0) circles.push([...path.slice(from), file].join(" > "));
    if (from >= 0 || done.has(file)) return;
    for (const target of importsOf(file)) walk(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  expect(circles).toEqual([]);
});

test("each room knows only the packages it is for, and the page knows no tfjs", () => {
  const wrong = files.flatMap((file) =>
    specifiersOf(file)
      .filter((name) => !name.startsWith("."))
      .filter((name) => !PACKAGES[roomOf(file)].test(name))
      .map((name) => `${file} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

describe("no file outside a chapter's folder and the list names it", () => {
  /** Lines in which a chapter's id is the name of something else: a kind of knob, a place on the map. */
  const HOMONYMS: Readonly<Record<string, RegExp>> = {
    data: /(group|place): "data",|(Group =|Place =|place:) "data" \|/,
    depth: /^key: "depth" \||"mode", "depth", "width"|"mode" \| "depth" \| "width"/,
    repons:
      /place: "repons",|place === "repons"|\| "repons" \||"class", "repons"|\["η", "x"\], "repons"/,
    pairs: /^unit: "pairs",$/,
    phases: /as Palette\["phases"\],$/,
  };
  test.each(CHAPTERS)("%s", (chapter) => {
    const others = files.filter((file) => chapterOf(file) !== chapter && file !== LIST);
    const named = others.flatMap((file) =>
      textOf(file)
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line.includes(`"${chapter}"`) || line.includes(`chapters/${chapter}`))
        .filter((line) => !HOMONYMS[chapter]?.test(line))
        .map((line) => `${file}: ${line}`),
    );
    expect(named).toEqual([]);
  });
});

test("no mark is given its style as an attribute, which the built page refuses (scripts/csp.ts)", () => {
  const refused = /\.attr\(\s*["'`]style|setAttribute\(\s*["'`]style|\.cloneNode\(/;
  const found = files.filter((file) => refused.test(readFileSync(join(SRC, file), "utf8")));
  // A sheet's own link.
  expect(found).toEqual([join("kit", "live", "part.ts")]);
});
