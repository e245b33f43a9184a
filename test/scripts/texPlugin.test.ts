/** Every formula is read aloud in words, and its symbols are for the eye alone. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { typeset } from "../../scripts/texPlugin";

const SRC = join(import.meta.dirname, "../../src");
const FORMULAE = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".tex"),
);

const SPOKEN = /^<span class="view-voice">([^<]*)<\/span>/;

describe("formulae of the page", () => {
  test("are found", () => expect(FORMULAE.length).toBeGreaterThan(7));

  test.each(FORMULAE)("%s", (file) => {
    const html = typeset(readFileSync(join(SRC, file), "utf8"));
    const spoken = SPOKEN.exec(html)?.[1] ?? "";
    expect(spoken).toMatch(/ equals /);
    // Words, not TeX: no backslash, brace, caret, underscore or sign.
    expect(spoken).not.toMatch(/[\\{}^_=+−]|\d-/);
    expect(html).not.toContain("<math");
    expect(html.replace(SPOKEN, "")).toMatch(
      /^<span class="katex-display"><span class="katex"><span class="katex-html" aria-hidden="true">/,
    );
    expect(html.replace(SPOKEN, "")).not.toContain(spoken);
  });
});

test("one that nothing reads aloud is refused, as is what is no TeX", () => {
  expect(() => typeset("x = y")).toThrow(/comment at its top/);
  expect(() => typeset("% x equals y\nx = y")).toThrow(/a sentence/);
  expect(() => typeset("% X equals y.\n\\nothing{")).toThrow();
  expect(SPOKEN.exec(typeset("% X equals\n% y & z < 3.\nx = y"))?.[1]).toBe(
    "X equals y &amp; z &lt; 3.",
  );
});
