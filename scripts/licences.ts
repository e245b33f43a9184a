/**
 * @file Vite plugin: licences.txt in the built site, the licence of every package of which something is in it: in
 * the page, in workers, in sheets and typefaces. (Vite's own list has the page's programs alone.)
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** In the service worker, which is built after everything else. */
const LATER = ["workbox-core", "workbox-precaching", "workbox-routing", "workbox-strategies"];

/** By name or licence, of packages that do not bring the text. */
const TEXTS = join(import.meta.dirname, "licences");

/** The folder of the package that a module is of; null for the site's own. */
const packageOf = (id: string): string | null =>
  /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replace(/^\0/, ""))?.[1] ?? null;

/** A package's name, version and licence, and the licence's text. Throws where there is none to give. */
export function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const own = readdirSync(folder).find((file) => /^(licen[cs]e|copying)(\.\w+)?$/i.test(file));
  const places = [
    ...(own ? [join(folder, own)] : []),
    join(TEXTS, `${name}.txt`),
    join(TEXTS, `${license}.txt`),
  ];
  const place = places.find((each) => existsSync(each));
  if (!place) throw new Error(`${name} brings no text of its licence: put it into ${TEXTS}.`);
  return `${name} ${version} (${license})\n\n${readFileSync(place, "utf8").trim()}\n`;
}

export function licences(): { readonly page: Plugin; readonly worker: Plugin } {
  const folders = new Set<string>();
  const note = (ids: Iterable<string>) => {
    for (const id of ids) {
      const folder = packageOf(id);
      if (folder) folders.add(folder);
    }
  };
  const worker: Plugin = {
    name: "licences of workers",
    generateBundle() {
      note(this.getModuleIds());
    },
  };
  const page: Plugin = {
    name: "licences",
    apply: "build",
    generateBundle() {
      note(this.getModuleIds());
      note(LATER.map((name) => `${process.cwd()}/node_modules/${name}/`));
      const own = `GenEFT, the page itself (MIT)\n\n${readFileSync("LICENSE", "utf8").trim()}\n`;
      const others = [...folders].map(licenceOf).sort();
      this.emitFile({
        type: "asset",
        fileName: "licences.txt",
        source: [own, ...others].join(`\n${"-".repeat(80)}\n\n`),
      });
    },
  };
  return { page, worker };
}
