/**
 * @file Vite plugin: an imported `.tex` file becomes typeset HTML when the page is built, so that no
 * typesetter is sent to the reader. Its measures are classes of a sheet beside it: the page allows no
 * `style` in HTML (scripts/csp.ts).
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import katex from "katex";
import type { Plugin } from "vite";

const SHEET = ".tex.css";

/** Lines that begin with a percent sign are no part of a formula: they say how it is read aloud. */
const COMMENT = /^%\s*(.*)$/gm;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** What others typeset too: without the names of things, whose braces hold two more levels at most. */
const plain = (tex: string): string =>
  tex.replace(/\\htmlData\{[^}]*\}\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g, "$1");

/**
 * The HTML of a `.tex` file: its spoken sentence, and for the eye the formula, with classes in the place of
 * `style` attributes; and the sheet of these classes. Throws where nothing says how it is read aloud, or
 * where it is no TeX.
 */
export function typeset(source: string): { readonly html: string; readonly css: string } {
  const spoken = [...source.matchAll(COMMENT)].map(([, words]) => words.trim()).join(" ");
  if (!/^[A-Z].*\.$/.test(spoken))
    throw new Error("A formula needs a comment at its top: a sentence that reads it aloud.");
  const tex = source.replace(COMMENT, "").trim();
  const rules = new Map<string, string>();
  const styled = katex.renderToString(tex, {
    displayMode: true,
    output: "html",
    // Symbols name the things that they stand for: \htmlData{thing=repon}{E}.
    trust: ({ command }) => command === "\\htmlData",
    strict: (code) => (code === "htmlExtension" ? "ignore" : "error"),
  });
  const seen = styled.replace(/<[a-z]+[^>]*? style="([^"]*)"[^>]*>/g, (tag, measures: string) => {
    const name = `tex-${createHash("sha256").update(measures).digest("hex").slice(0, 6)}`;
    // As strong as the attribute was.
    rules.set(name, measures.replaceAll(/;|(?<!;)$/g, "!important;"));
    const bare = tag.replace(/ style="[^"]*"/, "");
    return bare.includes(' class="')
      ? bare.replace(' class="', `$&${name} `)
      : bare.replace(/^<[a-z]+/, `$& class="${name}"`);
  });
  const css = Array.from(rules, ([name, declarations]) => `.${name}{${declarations}}`).join("\n");
  // Left to right on any page, not translated, and copied as TeX.
  const html = seen.replace("<span ", `<span translate="no" data-tex="${escaped(plain(tex))}" `);
  return { html: `<span class="view-voice">${escaped(spoken)}</span>${html}`, css };
}

/** Classes of the equations in `folder` and below. */
function classesUnder(folder: string): Set<string> {
  const equations = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tex"))
    .map((name) => typeset(readFileSync(join(folder, name), "utf8")).html);
  const lists = equations.flatMap((html) => [...html.matchAll(/ class="([^"]*)"/g)]);
  return new Set(lists.flatMap(([, names]) => names.split(" ")));
}

/**
 * KaTeX's sheet with those typefaces alone that a rule for the `used` classes names, and without the fallbacks of
 * their files: every browser that runs the page reads woff2.
 */
export function fontsInUse(css: string, used: ReadonlySet<string>): string {
  const rules = css.match(/[^{}]+\{[^{}]*\}/g) ?? [];
  const familyOf = (rule: string) => /KaTeX_\w+/.exec(rule)?.[0] ?? "";
  const applies = (selector: string) =>
    [...selector.matchAll(/\.([\w-]+)/g)].every(([, name]) => used.has(name));
  const families = new Set(
    rules
      .filter((rule) => !rule.includes("@font-face"))
      .filter((rule) => rule.split("{")[0].split(",").some(applies))
      .map(familyOf),
  );
  return css
    .replaceAll(/@font-face\{[^}]*\}/g, (face) => (families.has(familyOf(face)) ? face : ""))
    .replaceAll(/,url\([^)]*\) format\("(woff|truetype)"\)/g, "");
}

export function texPlugin(): Plugin {
  const sheets = new Map<string, string>();
  return {
    name: "tex",
    enforce: "pre",
    resolveId: (id) => (id.endsWith(SHEET) ? id : null),
    load: (id) => sheets.get(id),
    transform(code, id) {
      if (id.endsWith("katex.min.css"))
        return { code: fontsInUse(code, classesUnder("src")), map: null };
      if (!id.endsWith(".tex")) return null;
      const { html, css } = typeset(code);
      const sheet = `${id}.css`;
      sheets.set(sheet, css);
      return {
        code: `import ${JSON.stringify(sheet)};\nexport default ${JSON.stringify(html)};`,
        map: null,
      };
    },
  };
}
