/**
 * @file Recordings and the experiments that they are of, as files of the site. What does not fit is
 * refused with a sentence.
 */

import { cells } from "../experiment/experiment";
import { type NamedExperiment, parseExperiment } from "../experiment/experimentFile";
import { parseRecording, type Recording } from "../experiment/recording";
import { shapeOf } from "../experiment/shape";
import { fetched } from "./fetched";
import { unpackHistories } from "./histories";
import type { Moment } from "./standing";

/** Rejects with a sentence where the file is missing or refused. */
export async function loadRecording(url: string, signal?: AbortSignal): Promise<Recording> {
  const parsed = parseRecording(await (await fetched("The recording", url, signal)).text());
  if ("problem" in parsed)
    throw new Error(`The recording at ${url} is refused: ${parsed.problem}.`);
  return parsed.recording;
}

/** Rejects with a sentence where the file is missing or refused. */
export async function loadExperiment(url: string): Promise<NamedExperiment> {
  const text = await (await fetched("The experiment", url)).text();
  const refused = (why: string) => new Error(`The experiment at ${url} is refused: ${why}.`);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw refused("it is no JSON");
  }
  const read = parseExperiment(data);
  if ("problem" in read) throw refused(read.problem);
  return read.parsed;
}

/** The moments of each replica of a recording; `url` is that of the file of histories. */
export async function loadHistories(
  url: string,
  { experiment, histories }: Recording,
  signal?: AbortSignal,
): Promise<Moment[][]> {
  const bytes = new Uint8Array(await (await fetched("The recording", url, signal)).arrayBuffer());
  const refused = (why: string) => new Error(`The histories at ${url} are refused: ${why}.`);
  if (bytes.length !== histories.bytes)
    throw refused(`${bytes.length} bytes, not the ${histories.bytes} of the recording`);
  const whole = new Response(bytes).body?.pipeThrough(new DecompressionStream("gzip"));
  let plain: Uint8Array;
  try {
    plain = new Uint8Array(await new Response(whole).arrayBuffer());
  } catch {
    throw refused("they are damaged");
  }
  // The last eight bytes of a gzip file: CRC-32 of the content, which unpacking has checked, and its length.
  const crc = new DataView(bytes.buffer).getUint32(bytes.length - 8, true);
  if (crc !== histories.crc) throw refused("they belong to another recording");
  const sizes = cells(experiment).map((settings) => shapeOf(settings).embedding);
  try {
    return unpackHistories(plain, sizes);
  } catch (error) {
    throw refused((error as Error).message);
  }
}
