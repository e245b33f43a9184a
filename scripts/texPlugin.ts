/**
 * @file Vite plugin: an imported `.tex` file becomes typeset HTML when the page is built, so that no
 * typesetter is sent to the reader.
 */
import katex from "katex";
import type { Plugin } from "vite";

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
    // Left to right on any page, and not translated.
    const fixed = html.replace("<span ", '<span translate="no" ');
    return { code: `export default ${JSON.stringify(fixed)};`, map: null };
  },
});
