/** @file A picture of the page as a file of its own: an SVG drawing that needs nothing else. */
import { PAGE, paperWords } from "./citation";
import type { Credits } from "./credits";
import { fontRules } from "./fonts";
import { add } from "./node";
import { sheetFor } from "./sheet";
import type { Takeable } from "./takeable";
import { trace } from "./trace";

/** Pixels of a canvas to one of the page. */
const FINE = 2;

/** What no XML may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

/** What the file says of itself, for who lists files: Dublin Core. */
function describe(svg: SVGElement, { title, about, words, link, date }: Credits): void {
  const metadata = svg.ownerDocument.createElementNS(svg.namespaceURI, "metadata");
  const description = svg.ownerDocument.createElementNS(RDF, "rdf:Description");
  description.setAttributeNS(RDF, "rdf:about", "");
  const entries = {
    title,
    description: [...new Set([about, words])].join(" "),
    source: link,
    creator: `${PAGE.title} ${PAGE.version}`,
    references: paperWords(),
    date,
    rights: PAGE.licence,
    format: "image/svg+xml",
  };
  for (const [name, text] of Object.entries(entries)) {
    const entry = svg.ownerDocument.createElementNS(DUBLIN_CORE, `dc:${name}`);
    entry.textContent = text;
    description.append(entry);
  }
  const rdf = svg.ownerDocument.createElementNS(RDF, "rdf:RDF");
  rdf.append(description);
  metadata.append(rdf);
  svg.prepend(metadata);
  for (const [name, text] of [
    ["desc", about],
    ["title", title],
  ]) {
    const node = svg.ownerDocument.createElementNS(svg.namespaceURI, name);
    node.textContent = text;
    svg.prepend(node);
  }
}

/** Its drawing as it stands, canvases finer than on the screen. */
function sheetOf({ root, redraw }: Takeable, credits: Credits): SVGElement {
  root.dataset.ratio = String(FINE);
  try {
    redraw();
    const { svg, place, origin } = sheetFor(root, credits);
    trace(root, place, { origin, canvases: true });
    return svg;
  } finally {
    delete root.dataset.ratio;
    redraw();
  }
}

export interface Drawing {
  /** The file. */
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** A picture with its credits, typeface within. */
export async function drawingOf(takeable: Takeable, credits: Credits): Promise<Drawing> {
  const svg = sheetOf(takeable, credits);
  const family = getComputedStyle(takeable.root).fontFamily.split(",")[0].replaceAll('"', "");
  const rules = await fontRules(family, svg.textContent ?? "");
  if (rules !== "") {
    const style = add(svg, "style");
    style.textContent = rules;
    svg.prepend(style);
  }
  describe(svg, credits);
  const text = new XMLSerializer().serializeToString(svg).replaceAll(UNWRITABLE, "\ufffd");
  const [width, height] = ["width", "height"].map((name) => Number(svg.getAttribute(name)));
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n${text}`, width, height };
}
