/**
 * @file The built files need nothing that a browser lacks which the page is served to (package.json, browserslist). What
 * is left over is listed here, each with what becomes of it there.
 */
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import css from "@eslint/css";
import { ESLint, type Linter } from "eslint";
import compat from "eslint-plugin-compat";
import { expect, test } from "vitest";
import { DIST } from "../site";

const ROOT = join(import.meta.dirname, "../..");
const run = promisify(execFile);

/** All of CSS and the language that every browser had by then is older than what the page is served to. */
const BASELINE = 2022;

interface Left {
  /** Of what is said. */
  readonly says: RegExp;
  /** Of the line from there on; anything where it is not given. */
  readonly where?: RegExp;
  /** Since when the served browsers have it, or what becomes of it where one does not. */
  readonly because: string;
}

const LEFT: readonly Left[] = [
  { says: /'color-mix'/, because: "Chrome 111, Firefox 113, Safari 16.2" },
  { says: /'container'|'@container'/, because: "Chrome 105, Firefox 110, Safari 16" },
  { says: /'outline'/, because: "Safari 16.4: it follows round corners from then on" },
  { says: /'overscroll-behavior/, because: "Safari 16; others long before" },
  { says: /'paint-order'/, because: "all of them, with SVG text" },
  { says: /'accent-color'/, because: "the tint of a tick; Safari leaves it out over some grounds" },
  { says: /'user-select'/, because: "written with Safari's prefix too" },
  { says: /'line-clamp'/, because: "written with the prefix that all of them have" },
  { says: /'scrollbar-width'/, because: "scrollbars are as wide as the browser has them" },
  { says: /'resize'/, because: "a phone has no corner to draw at; the field scrolls" },
  { says: /'text-wrap'/, because: "lines break where they would: Firefox has it from 121 on" },
  {
    says: /'forced-color-adjust'/,
    because: "Safari has no forced colours that it would keep away",
  },
  { says: /'@page'/, because: "paper has the browser's own margins" },
  { says: /'print-color-adjust'/, because: "written with the prefix that Chrome 111 has" },
  { says: /'(orphans|widows|break-after)'/, because: "pages of paper end elsewhere" },
  {
    says: /^Touch(Event)? /,
    where: /^new Touch/,
    because: "random actions (src/app/fuzz), for who looks for faults, not for readers",
  },
  {
    says: /'has'/,
    where: /to-play|:focus/,
    because: "Firefox has it from 121 on; before, a needless skip button, a caret behind the bar",
  },
  { says: /navigator\.connection/, where: /downlink/, because: "asked for first, by tfjs" },
  {
    says: /EncodedVideoChunk|EncodedAudioChunk|VideoFrame|VideoEncoder|AudioEncoder/,
    because: "films are animated PNG where there is no VideoEncoder (take/film/video.ts)",
  },
];

const config: Linter.Config[] = [
  {
    files: ["**/*.js"],
    plugins: { compat },
    languageOptions: { ecmaVersion: 2023, sourceType: "module" },
    // The same list, of package.json.
    rules: { "compat/compat": "error" },
  },
  {
    files: ["**/*.css"],
    plugins: { css },
    language: "css/css",
    rules: { "css/use-baseline": ["error", { available: BASELINE }] },
  },
];

test("no interface of the browser, and nothing of CSS", async () => {
  const eslint = new ESLint({
    cwd: ROOT,
    overrideConfigFile: true,
    overrideConfig: config,
    ignore: false,
    allowInlineConfig: false,
  });
  const results = await eslint.lintFiles(["dist/**/*.js", "dist/**/*.css"]);
  expect(results.length).toBeGreaterThan(20);
  const met = new Set<Left>();
  const over = results.flatMap(({ filePath, messages }) => {
    const lines = readFileSync(filePath, "utf8").split("\n");
    return messages.flatMap(({ message, line, column }) => {
      const rest = lines[line - 1]?.slice(column - 1, column + 199) ?? "";
      const left = LEFT.find(
        ({ says, where }) => says.test(message) && (where === undefined || where.test(rest)),
      );
      if (!left) return [`${filePath.slice(DIST.length)}: ${message} (${rest.slice(0, 80)})`];
      met.add(left);
      return [];
    });
  });
  expect(over).toEqual([]);
  // What is not needed any more is not listed any more.
  expect(LEFT.filter((left) => !met.has(left)).map(({ says }) => says)).toEqual([]);
});

/** Methods that the built files name but ask for first. */
const ASKED_FIRST = ["Uint8ArrayToBase64"];

const esCheck = (...options: readonly string[]) =>
  run("npx", ["es-check", ...options, "--module", "--checkFeatures", "--noCache", "--noColor"], {
    cwd: ROOT,
  });

test("nothing of the language, methods of its objects included", async () => {
  expect(readdirSync(join(DIST, "assets")).length).toBeGreaterThan(20);
  const { stdout } = await esCheck(
    "checkBrowser",
    "dist/**/*.js",
    `--ignore=${ASKED_FIRST.join(",")}`,
  );
  expect(stdout).toMatch(/passed! All files are/);
});

test("the words in the place of the page can be read by browsers that are not served", async () => {
  const { stdout } = await esCheck("es2015", "dist/first.js");
  expect(stdout).toMatch(/passed! All files are/);
});
