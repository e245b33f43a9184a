/** Every formula is read aloud in words, and its symbols are for the eye alone, with no style in their HTML. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fontsInUse, typeset } from "../../scripts/texPlugin";

const SRC = join(import.meta.dirname, "../../src");
const FORMULAE = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".tex"),
);

const SPOKEN = /^<span class="view-voice">([^<]*)<\/span>/;

describe("formulae of the page", () => {
  test("are found", () => expect(FORMULAE.length).toBeGreaterThan(7));

  test.each(FORMULAE)("%s", (file) => {
    const { html } = typeset(readFileSync(join(SRC, file), "utf8"));
    const spoken = SPOKEN.exec(html)?.[1] ?? "";
    expect(spoken).toMatch(/ equals /);
    // Words, not TeX: no backslash, brace, caret, underscore or sign.
    expect(spoken).not.toMatch(/[\\{}^_=+−]|\d-/);
    expect(html).not.toContain("<math");
    expect(html.replace(SPOKEN, "")).toMatch(
      /^<span translate="no" data-tex="[^"]+" class="katex-display"><span class="katex"><span class="katex-html" aria-hidden="true">/,
    );
    expect(html.replace(SPOKEN, "")).not.toContain(spoken);
    expect(html).not.toMatch(/data-tex="[^"]*htmlData/);
  });
});

test("one that nothing reads aloud is refused, as is what is no TeX", () => {
  expect(() => typeset("x = y")).toThrow(/comment at its top/);
  expect(() => typeset("% x equals y\nx = y")).toThrow(/a sentence/);
  expect(() => typeset("% X equals y.\n\\nothing{")).toThrow();
  expect(SPOKEN.exec(typeset("% X equals\n% y & z < 3.\nx = y").html)?.[1]).toBe(
    "X equals y &amp; z &lt; 3.",
  );
});

test("an equation's measures are classes with the same declarations, and no style is left", () => {
  const { html, css } = typeset("% A over b.\n\\frac{a_1}{b^2}");
  expect(html).not.toMatch(/<[^>]* style=/);
  const named = [...html.matchAll(/tex-[0-9a-f]{6}/g)].map(([name]) => name);
  expect(named.length).toBeGreaterThan(5);
  for (const name of named) expect(css).toContain(`.${name}{`);
  // The bar of a fraction is 0.04 em thick (KaTeX's default rule thickness).
  expect(css).toMatch(/\{border-bottom-width:0\.04em!important;\}/);
  expect(css).not.toContain(";!important");
});

test("typefaces that equations name stay, as woff2 alone; others go", () => {
  const sheet = createRequire(import.meta.url).resolve("katex/dist/katex.min.css");
  const css = fontsInUse(readFileSync(sheet, "utf8"), new Set(["katex", "mathnormal", "mathsf"]));
  const faces = css.match(/@font-face\{[^}]*\}/g) ?? [];
  const families = new Set(faces.map((face) => /KaTeX_\w+/.exec(face)?.[0]));
  expect(families).toEqual(new Set(["KaTeX_Main", "KaTeX_Math", "KaTeX_SansSerif"]));
  expect(css).not.toMatch(/\.woff[)"]|\.ttf/);
  expect(css).toContain(".mathfrak");
});
