/**
 * @file Vite plugin: what the built page would load is put into it: recordings and the programs of workers, beside what
 * vite-plugin-singlefile puts there. The page is then geneft.html, and the folder has nothing else.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";
import type { Carried } from "./carriedFiles";

/** Modules of the page, and what takes their place. */
const PLACES = new Map(
  [
    ["src/run/network.ts", "scripts/single/carriedFiles.ts"],
    ["src/run/workerProgram.ts", "scripts/single/carriedWorker.ts"],
  ].map(([from, to]) => [resolve(from), resolve(to)]),
);

/** The recordings. */
function recordings(): Carried {
  const texts: Record<string, string> = {};
  const bytes: Record<string, string> = {};
  for (const name of readdirSync("public/data", { recursive: true, encoding: "utf8" })) {
    const path = `data/${name.replaceAll("\\", "/")}`;
    const file = join("public/data", name);
    if (name.endsWith(".json")) texts[path] = readFileSync(file, "utf8");
    else if (name.endsWith(".bin")) bytes[path] = readFileSync(file, "base64");
  }
  return { texts, bytes };
}

/** What stands in `html` for files beside it gives way. */
function alone(html: string, carried: Carried, licences: string): string {
  const icon = readFileSync("public/icon.svg", "base64");
  const data = JSON.stringify(carried).replaceAll("<", "\\u003c");
  return html
    .replaceAll(/ *<link rel="(icon|apple-touch-icon|manifest|modulepreload)"[^>]*>\n/g, "")
    .replace(/ *<script[^>]* src="\.\/first\.js"><\/script>\n/, "")
    .replace("<html ", "<html data-alone ")
    .replace("</title>", `$&\n    <link rel="icon" href="data:image/svg+xml;base64,${icon}" />`)
    .replace(
      "</body>",
      () =>
        `<script type="application/json" id="files">${data}</script>\n` +
        `<!--\n${licences.replaceAll("--", "- -")}\n-->\n</body>`,
    );
}

const places: Plugin = {
  name: "single: modules",
  enforce: "pre",
  async resolveId(source, importer) {
    if (!importer || PLACES.has(importer)) return null;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found ? (PLACES.get(found.id) ?? null) : null;
  },
};

/** After vite-plugin-singlefile has put programs and sheets into the page. */
const packing: Plugin = {
  name: "single: files",
  enforce: "post",
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      const texts: Record<string, string> = {};
      let licences = "";
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type !== "asset" || name === "index.html") continue;
        if (/\.worker-[^/]*\.js$/.test(name))
          texts[name.split("/").at(-1) ?? name] = String(file.source);
        if (name === "licences.txt") licences = String(file.source);
        delete bundle[name];
      }
      const index = bundle["index.html"];
      if (index?.type !== "asset") throw new Error("the page was not built");
      const data = recordings();
      const html = alone(
        String(index.source),
        { ...data, texts: { ...data.texts, ...texts } },
        licences,
      );
      delete bundle["index.html"];
      this.emitFile({ type: "asset", fileName: "geneft.html", source: html });
    },
  },
};

export const singlePlugins = (): Plugin[] => [places, packing];
