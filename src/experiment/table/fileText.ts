/** @file The bytes of a dropped file as text: UTF-8 and UTF-16 as they say themselves, else as Western spreadsheets write. */

export interface FileText {
  readonly text: string;
  /** How it was decoded, where the file does not say so itself: a whole sentence. */
  readonly notice: string | null;
}

/** No table that can be read has more bytes: every character has at most four. */
export const MOST_BYTES = 2_000_000;

const decode = (bytes: Uint8Array, label: string, fatal = false): string =>
  new TextDecoder(label, { fatal }).decode(bytes);

/** Total. */
export function fileText(bytes: Uint8Array): FileText {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return { text: decode(bytes, "utf-16le"), notice: null };
  if (a === 0xfe && b === 0xff) return { text: decode(bytes, "utf-16be"), notice: null };
  try {
    return { text: decode(bytes, "utf-8", true), notice: null };
  } catch {
    return {
      text: decode(bytes, "windows-1252"),
      notice: "The file is not in UTF-8; it was read as Windows-1252, so look at the accents.",
    };
  }
}
