/**
 * @file Vite plugin: index.html names the files of the page, which the entry imports as soon as it runs,
 * so that browsers fetch them beside it and not after it.
 */
import type { HtmlTagDescriptor, Plugin, Rollup } from "vite";

type Chunk = Rollup.OutputChunk;

/** `file` and what it imports, without those `seen`. */
function reached(bundle: Rollup.OutputBundle, file: string, seen: Set<string>): Chunk[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const chunk = bundle[file] as Chunk;
  return [chunk, ...chunk.imports.flatMap((next) => reached(bundle, next, seen))];
}

const link = (attributes: Readonly<Record<string, string>>): HtmlTagDescriptor => ({
  tag: "link",
  attrs: { ...attributes, crossorigin: true },
  injectTo: "head",
});

export const preloadPlugin = (): Plugin => ({
  name: "preload",
  transformIndexHtml: {
    order: "post",
    handler(_, { bundle, chunk: entry }) {
      if (!bundle || !entry) return;
      const seen = new Set([entry.fileName]);
      return entry.dynamicImports
        .filter((file) => bundle[file].type === "chunk" && bundle[file].name === "page")
        .flatMap((file) => reached(bundle, file, seen))
        .flatMap(({ fileName, viteMetadata }) => [
          link({ rel: "modulepreload", href: `./${fileName}` }),
          ...Array.from(viteMetadata?.importedCss ?? [], (file) =>
            link({ rel: "preload", as: "style", href: `./${file}` }),
          ),
        ]);
    },
  },
});
