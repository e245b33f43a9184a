/**
 * @file Vite plugin: an imported `.tex` file becomes typeset HTML when the page is built, so that no
 * typesetter is sent to the reader.
 */
import katex from "katex";
import type { Plugin } from "vite";

/** What others typeset too: without the names of things. */
const plain = (tex: string): string =>
  tex.replace(/\\htmlData\{[^}]*\}\{((?:[^{}]|\{[^{}]*\})*)\}/g, "$1");

export const texPlugin = (): Plugin => ({
  name: "tex",
  transform(code, id) {
    if (!id.endsWith(".tex")) return null;
    const html = katex.renderToString(code.trim(), {
      displayMode: true,
      // Symbols name the things that they stand for: \htmlData{thing=repon}{E}.
      trust: ({ command }) => command === "\\htmlData",
      strict: (code) => (code === "htmlExtension" ? "ignore" : "error"),
    });
    // Left to right on any page, not translated, and copied as TeX.
    const fixed = html
      .replace("<span ", '<span translate="no" ')
      .replace(/(<annotation[^>]*>)([^<]*)/, (_, tag, tex) => tag + plain(tex));
    return { code: `export default ${JSON.stringify(fixed)};`, map: null };
  },
});
