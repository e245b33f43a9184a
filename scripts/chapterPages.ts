/**
 * @file Vite plugin: a page of its own for each chapter, beside index.html and the same but for what others show
 * of it where its address is posted: title, sentence, picture. It opens that chapter (kit/live/model/url.ts).
 *
 * Addresses in it are relative. `SITE_URL`, the site's address, makes those absolute that others ask for.
 */
import { type Plugin, runnerImport } from "vite";
import type { Chapter } from "../src/kit/live/chapter";

type Shown = Pick<Chapter, "id" | "number" | "title" | "claim">;

/** CSS pixels of a picture beside an address (scripts/pictures.ts). */
export const CARD = { width: 1200, height: 630 } as const;

export const cardOf = (id: string): string => `og/${id}.jpg`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

const TITLE = /<title>([^<]*)<\/title>/;
const DESCRIPTION = /(<meta\s+name="description"\s+content=")([^"]*)(")/;

/** What posts show of a page. `site` ends with a slash, or is empty where it is not known. */
function tags(site: string, page: string, title: string, description: string, picture: string) {
  const properties = {
    "og:type": "website",
    "og:site_name": "GenEFT",
    "og:title": title,
    "og:description": description,
    ...(site && { "og:url": `${site}${page}` }),
    "og:image": `${site || "./"}${picture}`,
    "og:image:width": `${CARD.width}`,
    "og:image:height": `${CARD.height}`,
    "og:image:alt": description,
  };
  const meta =
    (key: "property" | "name") =>
    ([name, content]: readonly [string, string]) =>
      `    <meta ${key}="${name}" content="${content}" />`;
  return [
    ...Object.entries(properties).map(meta("property")),
    meta("name")(["twitter:card", "summary_large_image"]),
    ...(site ? [`    <link rel="canonical" href="${site}${page}" />`] : []),
  ].join("\n");
}

/** index.html as the page of a chapter. */
function pageOf(html: string, site: string, { id, number, title, claim }: Shown): string {
  const name = escaped(`${number} ${title} · GenEFT`);
  const said = escaped(claim);
  return html
    .replace("<html ", `<html data-chapter="${id}" `)
    .replace(TITLE, `<title>${name}</title>`)
    .replace(DESCRIPTION, `$1${said}$3`)
    .replace("</head>", `${tags(site, `${id}.html`, name, said, cardOf(id))}\n  </head>`);
}

/** The page of no chapter, with the first one's picture. */
function frontOf(html: string, site: string, [first]: readonly Shown[]): string {
  const title = TITLE.exec(html)?.[1] ?? "";
  const said = DESCRIPTION.exec(html)?.[2] ?? "";
  return html.replace("</head>", `${tags(site, "", title, said, cardOf(first.id))}\n  </head>`);
}

/** The page's own list of them. */
async function chapters(): Promise<readonly Shown[]> {
  const { module } = await runnerImport<Record<string, Shown>>("/src/app/list.ts");
  return Object.values(module).sort((a, b) => a.number - b.number);
}

export const chapterPages = (): Plugin => ({
  name: "chapter pages",
  apply: "build",
  enforce: "post",
  generateBundle: {
    order: "post",
    async handler(_, bundle) {
      const index = bundle["index.html"];
      if (index?.type !== "asset") return;
      const html = String(index.source);
      const site = process.env.SITE_URL?.replace(/\/*$/, "/") ?? "";
      const all = await chapters();
      for (const chapter of all)
        this.emitFile({
          type: "asset",
          fileName: `${chapter.id}.html`,
          source: pageOf(html, site, chapter),
        });
      index.source = frontOf(html, site, all);
    },
  },
});
