import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const SRC = resolve(import.meta.dirname, "../src");

/** What each folder may import besides itself (docs/architecture.md). */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  theory: [],
  experiment: ["theory"],
  run: ["experiment", "theory"],
  engine: ["run", "experiment", "theory"],
  state: ["run", "experiment", "theory"],
  views: ["theory"],
  panels: ["app", "state", "views", "experiment", "theory"],
  content: ["app", "panels", "run", "views", "state", "experiment", "theory"],
  app: ["chapters", "content", "panels", "state", "run", "experiment", "theory"],
  chapters: ["app", "content", "state", "experiment"],
  cli: ["engine", "run", "experiment", "theory"],
};

/** Packages by folder: who may know the page's and the engines' libraries. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  theory: /^$/,
  experiment: /^valibot$/,
  run: /^$/,
  engine: /^(@tensorflow\/|node:)/,
  state: /^(react|zustand|ml-pca|idb-keyval)/,
  views: /^d3$/,
  panels: /^(react|zustand)/,
  content: /^(react|katex\/|@fontsource)/,
  app: /^react/,
  chapters: /^$/,
  cli: /^(node:|tsx\/)/,
};

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
  .filter((file) => !file.startsWith(join("engine", "simd", "kernel")))
  .filter((file) => file.includes("/"));

const imports = (file: string): string[] =>
  [...readFileSync(join(SRC, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
    ([, specifier]) => specifier,
  );

test("there is something to hold to the table", () => {
  expect(files.length).toBeGreaterThan(40);
  expect(new Set(files.map((file) => file.split("/")[0]))).toEqual(new Set(Object.keys(ALLOWED)));
});

test("imports between folders go one way", () => {
  const wrong = files.flatMap((file) => {
    const [folder] = file.split("/");
    return imports(file)
      .filter((specifier) => specifier.startsWith(".") && !specifier.includes(".wasm"))
      .map((specifier) => relative(SRC, resolve(SRC, dirname(file), specifier)).split("/")[0])
      .filter((target) => target !== folder && !ALLOWED[folder].includes(target))
      .map((target) => `${file} imports ${target}`);
  });
  expect(wrong).toEqual([]);
});

test("each folder knows only the packages it is for, and the page knows no tfjs", () => {
  const wrong = files.flatMap((file) => {
    const [folder] = file.split("/");
    return imports(file)
      .filter((specifier) => !specifier.startsWith("."))
      .filter((specifier) => !PACKAGES[folder].test(specifier))
      .map((specifier) => `${file} imports ${specifier}`);
  });
  expect(wrong).toEqual([]);
});
