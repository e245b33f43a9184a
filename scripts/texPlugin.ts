/**
 * @file Vite plugin: an imported `.tex` file becomes typeset HTML when the page is built, so that no
 * typesetter is sent to the reader. Its measures are classes of a sheet beside it: the page allows no
 * `style` in HTML (scripts/csp.ts).
 */
import { createHash } from "node:crypto";
import katex from "katex";
import type { Plugin } from "vite";

const SHEET = ".tex.css";

/** Typeset HTML with classes in the place of its `style` attributes, and the sheet of these classes. */
export function typeset(tex: string): { readonly html: string; readonly css: string } {
  const rules = new Map<string, string>();
  const styled = katex.renderToString(tex.trim(), {
    displayMode: true,
    // Symbols name the things that they stand for: \htmlData{thing=repon}{E}.
    trust: ({ command }) => command === "\\htmlData",
    strict: (code) => (code === "htmlExtension" ? "ignore" : "error"),
  });
  const html = styled.replace(/<[a-z]+ [^>]* style="[^>]*>/g, (tag) => {
    const [, declarations] = / style="([^"]*)"/.exec(tag) ?? [];
    const name = `tex-${createHash("sha256").update(declarations).digest("hex").slice(0, 6)}`;
    // As strong as the attribute was.
    rules.set(name, declarations.replaceAll(/;|$/g, "!important;").replace(/!important;$/, ""));
    return tag.replace(/ style="[^"]*"/, "").replace(/ class="/, `$&${name} `);
  });
  const css = Array.from(rules, ([name, declarations]) => `.${name}{${declarations}}`).join("\n");
  return { html, css };
}

/** KaTeX's sheet without the fallbacks of its fonts: all browsers that run the page read woff2. */
export const withoutFallbacks = (css: string): string =>
  css.replaceAll(/,url\([^)]*\) format\("(woff|truetype)"\)/g, "");

export function texPlugin(): Plugin {
  const sheets = new Map<string, string>();
  return {
    name: "tex",
    enforce: "pre",
    resolveId: (id) => (id.endsWith(SHEET) ? id : null),
    load: (id) => sheets.get(id),
    transform(code, id) {
      if (id.endsWith("katex.min.css")) return { code: withoutFallbacks(code), map: null };
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
