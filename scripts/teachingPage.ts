/** @file Vite plugin: docs/teaching.md as a page of the site, teaching.html, so that a lecturer with a link has it. */
import { readFileSync } from "node:fs";
import { marked } from "marked";
import type { Plugin } from "vite";

const SOURCE = "docs/teaching.md";

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 46em; margin: 2em auto; padding: 0 1em; font: 16px/1.5 system-ui, sans-serif; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { padding: 4px 10px; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); text-align: start; vertical-align: top; }
code { background: color-mix(in srgb, currentColor 9%, transparent); padding: 0 3px; border-radius: 3px; }
@media print { a { color: inherit; } }
`;

/** Links between documents become plain words: the site holds this one alone. A deck's link opens it. */
const linked = (html: string): string =>
  html
    .replace(/<a href="[\w-]+\.md">([^<]*)<\/a>/g, "$1")
    .replace(/<code>(#mode=[^<]*)<\/code>/g, '<a href="./$1"><code>$1</code></a>');

export function teachingHtml(markdown: string): string {
  const title = /^# (.*)$/m.exec(markdown)?.[1] ?? "Teaching";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · GenEFT</title>
<link rel="icon" href="./icon.svg">
<style>${STYLE}</style>
</head>
<body>
<p><a href="./">Open the page</a></p>
${linked(marked.parse(markdown, { async: false }))}
</body>
</html>
`;
}

export const teachingPage = (): Plugin => ({
  name: "teaching page",
  apply: "build",
  generateBundle() {
    this.emitFile({
      type: "asset",
      fileName: "teaching.html",
      source: teachingHtml(readFileSync(SOURCE, "utf8")),
    });
  },
});
