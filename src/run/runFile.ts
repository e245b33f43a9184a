/**
 * @file A run as one file that a reader can keep, send and open again: a stored run (storedRun.ts) of one
 * moment, compressed. What is read may come from anywhere: it is refused with a sentence or is a valid run.
 */
import { keepsItsWord, packStoredRun, type StoredFile, unpackStoredRun } from "./storedRun";

/** Bytes that a file may have when it is unpacked; the largest run of the page has a fifth of it. */
const MOST = 32 * 2 ** 20;

/** How names of such files end. */
export const RUN_SUFFIX = ".run";

/** Such as "geneft-modulo-3-step-4000.run". */
export const runFileName = ({ settings, moments }: StoredFile): string =>
  `geneft-${settings.relation}-step-${moments.at(-1)?.step ?? 0}${RUN_SUFFIX}`;

/** The file's content. */
export const writeRunFile = (file: StoredFile): Promise<Blob> =>
  new Response(
    new Blob([packStoredRun(file) as Uint8Array<ArrayBuffer>])
      .stream()
      .pipeThrough(new CompressionStream("gzip")),
  ).blob();

/** What a compressed file holds, read no further than `MOST` allows. Gzip's own checksum sees altered bytes. */
async function unzip(blob: Blob): Promise<Uint8Array> {
  const reader = blob.stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Error("it is damaged, cut short, or no run file");
    });
    if (done) break;
    length += value.length;
    if (length > MOST) {
      await reader.cancel().catch(() => {});
      throw new Error(`it unpacks to more than ${MOST / 2 ** 20} MB, and no run has so much`);
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Reads a run that a reader has kept. Rejects with a sentence that names the file where it is none. */
export async function readRunFile(blob: Blob, name = "The file"): Promise<StoredFile> {
  try {
    if (blob.size > MOST) throw new Error(`it has more than ${MOST / 2 ** 20} MB`);
    const file = unpackStoredRun(await unzip(blob));
    if (file.moments.length === 0) throw new Error("it has no moment from which to go on");
    if (!keepsItsWord(file))
      throw new Error("its parameters have not the fingerprint that it claims");
    return file;
  } catch (error) {
    throw new Error(`${name} is refused: ${(error as Error).message}.`);
  }
}
