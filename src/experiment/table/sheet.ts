/** @file Text as rows of cells: which character separates them, and where they stand in the text. */
import Papa from "papaparse";
import { undefused } from "./formula";
import { refuse } from "./refusal";

export interface Row {
  /** As a spreadsheet counts them, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface Sheet {
  readonly rows: readonly Row[];
  /** Completes “separated by …”; empty where there is one column. */
  readonly separator: string;
}

/** In the order of preference: the comma comes late, for it is also a decimal comma. */
const SEPARATORS = [
  { mark: "\t", words: "tabs" },
  { mark: ";", words: "semicolons" },
  { mark: "|", words: "bars" },
  { mark: ",", words: "commas" },
  { mark: " ", words: "spaces" },
] as const;

const [COMMAS, SPACES] = [3, 4];

/** So many rows tell the separator. */
const TELLING = 200;

/** How many rows have the separator as often as most, as a share of all. */
function evenness(lines: readonly string[], mark: string): number {
  const tally = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(mark).length - 1;
    if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
  }
  return Math.max(0, ...tally.values()) / lines.length;
}

const squeeze = (text: string): string => text.replace(/[ \t]+/g, " ").replace(/^ | $/gm, "");

/** Whether every comma stands in a number, between spaces. */
const decimal = (lines: readonly string[]): boolean =>
  lines.every((line) =>
    line.split(/\s+/).every((word) => !word.includes(",") || /^[+-]?\d+,\d+$/.test(word)),
  );

/** The separator that cuts the most rows alike, quoted text left aside. */
function separatorOf(text: string): (typeof SEPARATORS)[number] | null {
  const lines = text
    .replace(/"[^"]*"/g, "_")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, TELLING);
  if (lines.length === 0) return null;
  const even = SEPARATORS.map(({ mark }) =>
    evenness(mark === " " ? lines.map(squeeze) : lines, mark),
  );
  const best = Math.max(...even);
  if (best === 0) return null;
  const found = even.indexOf(best);
  const spaced = even.lastIndexOf(best) === SPACES && found === COMMAS && decimal(lines);
  return SEPARATORS[spaced ? SPACES : found];
}

/** What spreadsheets write before the table to name the separator. */
const NAMED = /^sep=(.)[ \t]*(?:\n|$)/i;

/** `text` has line feeds alone. Lines with nothing in them are passed over, and counted. */
export function readSheet(text: string): Sheet {
  const named = NAMED.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const known = named
    ? (SEPARATORS.find(({ mark }) => mark === named[1]) ?? {
        mark: named[1],
        words: `“${named[1]}”`,
      })
    : separatorOf(body);
  const { data, errors } = Papa.parse<string[]>(known?.mark === " " ? squeeze(body) : body, {
    delimiter: known?.mark ?? ",",
    newline: "\n",
  });
  const before = named ? 2 : 1;
  const rows = data.map((cells, i) => ({ row: i + before, cells: cells.map(undefused) }));
  const quotes = errors.find(({ type }) => type === "Quotes");
  if (quotes)
    refuse(
      quotes.code === "MissingQuotes"
        ? `Row ${(quotes.row ?? 0) + before}: a quotation mark is opened and never closed.`
        : `Row ${(quotes.row ?? 0) + before}: text follows a closing quotation mark; within a name it is written twice, "".`,
    );
  return {
    rows: rows.filter(({ cells }) => cells.length > 1 || cells[0].trim() !== ""),
    separator: known?.words ?? "",
  };
}
