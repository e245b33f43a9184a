/** @file A picture as a file, in each of its formats. */
import { csvOf } from "../../../experiment/csv";
import type { Table } from "../../draw/table";
import type { State } from "../model/store";
import { PAGE, PAPER, paperWords } from "./citation";
import { type Credits, creditsOf } from "./credits";
import { heading } from "./heading";
import { withTexts } from "./png";
import { type Drawing, drawingOf } from "./svg";
import type { Takeable } from "./takeable";

/** Pixels of a PNG to one of the page. */
const SCALE = 2;

export const csvFile = ({ columns, rows }: Table): Blob =>
  new Blob([csvOf(columns.map(heading), rows)], { type: "text/csv;charset=utf-8" });

export function jsonFile({ columns, rows }: Table, credits: Credits): Blob {
  const { title, about, settings, link, date } = credits;
  const generatedBy = `${PAGE.title} ${PAGE.version}`;
  const paper = { ...PAPER, cited: paperWords() };
  const all = { title, about, columns, rows, settings, link, paper, generatedBy, date };
  // One row to a line: such a file can be read, and its versions compared.
  const lines = rows.map((row) => JSON.stringify(row)).join(",\n    ");
  const text = JSON.stringify({ ...all, rows: [] }, null, 2).replace(
    /^ {2}"rows": \[\]/m,
    () => `  "rows": [\n    ${lines}\n  ]`,
  );
  return new Blob([`${text}\n`], { type: "application/json" });
}

const svgFile = ({ text }: Drawing): Blob => new Blob([text], { type: "image/svg+xml" });

/** A drawing as an image that can be drawn. */
export async function imageOf(drawing: Drawing): Promise<HTMLImageElement> {
  const image = new Image(drawing.width, drawing.height);
  const url = URL.createObjectURL(svgFile(drawing));
  image.src = url;
  try {
    await image.decode();
  } catch {
    throw new Error("The browser could not read the drawing that was made.");
  } finally {
    URL.revokeObjectURL(url);
  }
  return image;
}

/** For how long typefaces of an image may take after it was first drawn, ms. */
const FONTS = 60;

/** The same once its typefaces are there: a browser reads some of them when the image is first drawn. */
export async function wholeImageOf(drawing: Drawing): Promise<HTMLImageElement> {
  const image = await imageOf(drawing);
  new OffscreenCanvas(8, 8).getContext("2d")?.drawImage(image, 0, 0, 8, 8);
  await new Promise((resolve) => setTimeout(resolve, FONTS));
  return image;
}

async function pngFile(drawing: Drawing, credits: Credits): Promise<Blob> {
  const canvas = new OffscreenCanvas(drawing.width * SCALE, drawing.height * SCALE);
  const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
  context.drawImage(await wholeImageOf(drawing), 0, 0, canvas.width, canvas.height);
  const { title, about, words, link, date } = credits;
  return withTexts(await canvas.convertToBlob({ type: "image/png" }), {
    Title: title,
    Description: about,
    Comment: words,
    Source: link,
    "Creation Time": date,
    Software: `${PAGE.title} ${PAGE.version}`,
    Copyright: PAGE.licence,
  });
}

/** What each is for. */
export const FORMATS = {
  png: "An image at twice the size",
  svg: "A drawing, to be edited or printed",
  csv: "Its numbers, for a spreadsheet",
  json: "Its numbers, with units and settings",
} as const;
export type Format = keyof typeof FORMATS;

/** "Latent space at step 415" is latent-space-at-step-415. */
const fileName = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/(?<=\d),(?=\d)/g, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");

/** A picture of the page at this moment. Rejects with a sentence where that cannot be made. */
export async function fileOf(takeable: Takeable, format: Format, state: State): Promise<File> {
  const table = await takeable.table();
  const credits = creditsOf(state, table);
  const make: Readonly<Record<Format, () => Promise<Blob> | Blob>> = {
    png: async () => pngFile(await drawingOf(takeable, credits), credits),
    svg: async () => svgFile(await drawingOf(takeable, credits)),
    csv: () => csvFile(table),
    json: () => jsonFile(table, credits),
  };
  const blob = await make[format]();
  return new File([blob], `${fileName(table.title)}.${format}`, { type: blob.type });
}
