/**
 * @file Vite plugin: an imported `.tex` file becomes typeset HTML when the page is built, so that no
 * typesetter is sent to the reader. Its comment at the top is how it is read aloud; the typeset symbols
 * are for the eye alone.
 */
import katex from "katex";
import type { Plugin } from "vite";

/** Lines that begin with a percent sign are no part of the formula. */
const COMMENT = /^%\s*(.*)$/gm;

/** The HTML of a `.tex` file. Throws where nothing says how it is read aloud, or where it is no TeX. */
export function typeset(source: string): string {
  const spoken = [...source.matchAll(COMMENT)].map(([, words]) => words.trim()).join(" ");
  if (!/^[A-Z].*\.$/.test(spoken))
    throw new Error("A formula needs a comment at its top: a sentence that reads it aloud.");
  const seen = katex.renderToString(source.replace(COMMENT, "").trim(), {
    displayMode: true,
    output: "html",
    // Symbols name the things that they stand for: \\htmlData{thing=repon}{E}.
    trust: ({ command }) => command === "\\htmlData",
    strict: (code) => (code === "htmlExtension" ? "ignore" : "error"),
  });
  return `<span class="view-voice">${spoken.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</span>${seen}`;
}

export const texPlugin = (): Plugin => ({
  name: "tex",
  transform(code, id) {
    if (!id.endsWith(".tex")) return null;
    return { code: `export default ${JSON.stringify(typeset(code))};`, map: null };
  },
});
