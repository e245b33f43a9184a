/** @file Inputs that have broken programs like this one: the files of test/corpus, and long ones, which are made here. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import LZString from "lz-string";

const FOLDER = join(import.meta.dirname, "corpus");
const MANY = 20_000;

const LONG: Readonly<Record<string, string>> = {
  "brackets.json": "[".repeat(MANY),
  "commas.txt": ",".repeat(MANY),
  "deep.json": "[".repeat(MANY) + "]".repeat(MANY),
  "deep-object.json": `${'{"settings":'.repeat(MANY / 2)}1${"}".repeat(MANY / 2)}`,
  "deep-recording.json": `{"schema":1,"checksum":"x","experiment":${"[".repeat(MANY)}${"]".repeat(MANY)}}`,
  "line-feeds.txt": "\n".repeat(MANY),
  // Two thousand characters of an address, and a million once unpacked.
  "link-bomb.txt": `#v=1&relation=custom&names=~${LZString.compressToEncodedURIComponent("a".repeat(50 * MANY))}`,
  "link-dots.txt": `#v=1&n=7${".".repeat(1.5 * MANY)}x`,
  "link-encoded.txt": `#a=%${"25".repeat(MANY)}41`,
  "link-hashes.txt": "#".repeat(MANY),
  "link-long-name.txt": `#${"k".repeat(MANY)}=1`,
  "link-thousand-times.txt": `#v=1${"&seed=1".repeat(3000)}`,
  "link-unknown.txt": `#v=1${Array.from({ length: 3000 }, (_, i) => `&k${i}=${i}`).join("")}`,
  "quotes.txt": '"'.repeat(MANY + 1),
  "spaces.txt": `${" ".repeat(MANY)}x`,
};

/** Names of all inputs. */
export const CORPUS: readonly string[] = [...readdirSync(FOLDER), ...Object.keys(LONG)];

/** Throws where there is no input of this name. */
export const bytesOf = (name: string): Uint8Array<ArrayBuffer> =>
  name in LONG
    ? new TextEncoder().encode(LONG[name])
    : new Uint8Array(readFileSync(join(FOLDER, name)));
