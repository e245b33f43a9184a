import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { fontsInUse, typeset } from "../../scripts/texPlugin";

test("an equation's measures are classes with the same declarations, and no style is left", () => {
  const { html, css } = typeset("\\frac{a_1}{b^2}");
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
