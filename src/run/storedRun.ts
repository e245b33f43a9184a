/**
 * @file A recorded run as a file of the site: everything measured up to its last moment, embeddings on
 * the way, and at its moments all that is needed to go on exactly.
 *
 * Shapes: P parameters, S evaluated steps, M measures (frame.ts), k moments.
 *
 * The file, gzipped: a line of JSON (`Head`), then little-endian: evaluated steps (f64 [S]), measures
 * (f64 [M, S]), embeddings (histories.ts), and the state at each moment (f32 [k, 3, P]).
 */
import * as v from "valibot";
import { fingerprint } from "../experiment/fingerprint";
import { DEFAULTS, type Settings } from "../experiment/params";
import { alikeBut, nonDefaults, parseSettings } from "../experiment/settings";
import { shapeOf } from "../experiment/shape";
import { loadGzip } from "./fetched";
import { MEASURES } from "./frame";
import { packMoments, unpackHistories } from "./histories";
import type { Moment } from "./standing";
import type { Checkpoint } from "./wire";

export interface StoredFile {
  readonly settings: Settings;
  /** Evaluated steps. [S] */
  readonly steps: Float64Array;
  /** One array for each measure. [M][S] */
  readonly measures: readonly Float64Array[];
  /** Embeddings on the way, ascending in step. */
  readonly frames: readonly Moment[];
  /** What the run goes on from: parameters, first and second moments. */
  readonly moments: readonly Checkpoint[];
  /** Fingerprints of the parameters at powers of two, at the moments and at the end. */
  readonly claims: ReadonlyMap<number, string>;
}

const STEP = v.pipe(v.number(), v.integer(), v.minValue(0));
const HEAD = v.object({
  settings: v.unknown(),
  rows: STEP,
  embeddings: STEP,
  moments: v.array(STEP),
  claims: v.array(v.tuple([STEP, v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{8}$/))])),
});

/** The file's content before it is compressed. */
export function packStoredRun(run: StoredFile): Uint8Array {
  const embeddings = packMoments(run.frames);
  const head: v.InferOutput<typeof HEAD> = {
    settings: nonDefaults(run.settings),
    rows: run.steps.length,
    embeddings: embeddings.length,
    moments: run.moments.map(({ step }) => step),
    claims: [...run.claims],
  };
  const line = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
  const arrays = [run.steps, ...run.measures, embeddings, ...run.moments.map(({ state }) => state)];
  const parts = [line, ...arrays.map((a) => new Uint8Array(a.buffer, a.byteOffset, a.byteLength))];
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Throws a clause where the content is not that of a stored run. */
export function unpackStoredRun(bytes: Uint8Array): StoredFile {
  const end = bytes.indexOf(10);
  if (end < 0) throw new Error("it has no head");
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  } catch {
    throw new Error("its head is no JSON");
  }
  const read = v.safeParse(HEAD, data);
  if (!read.success) throw new Error(`its head is not understood: ${read.issues[0].message}`);
  const { rows, embeddings, moments, claims } = read.output;
  const { settings, notices } = parseSettings(read.output.settings);
  if (notices.length > 0) throw new Error(`its ${notices[0].field} ${notices[0].reason}`);
  const { size, embedding } = shapeOf(settings);
  const expected =
    end + 1 + 8 * rows * (1 + MEASURES.length) + embeddings + 12 * size * moments.length;
  if (bytes.length !== expected) throw new Error(`it has ${bytes.length} bytes, not ${expected}`);
  let at = end + 1;
  const take = (length: number): ArrayBuffer => {
    const part = bytes.slice(at, at + length).buffer;
    at += length;
    return part;
  };
  return {
    settings,
    steps: new Float64Array(take(8 * rows)),
    measures: MEASURES.map(() => new Float64Array(take(8 * rows))),
    frames: unpackHistories(new Uint8Array(take(embeddings)), [embedding])[0],
    moments: moments.map((step) => ({ step, state: new Float32Array(take(12 * size)) })),
    claims: new Map(claims),
  };
}

/** Whether every moment has the fingerprint that the file itself claims for it. */
export const keepsItsWord = ({ settings, moments, claims }: StoredFile): boolean =>
  moments.every(
    ({ step, state }) =>
      claims.get(step) === fingerprint((state as Float32Array).subarray(0, shapeOf(settings).size)),
  );

/** Fetches the recording of the run with these settings. Rejects with a sentence where it cannot be had. */
export async function loadStoredRun(url: string, settings: Settings): Promise<StoredFile> {
  const bytes = await loadGzip("The stored run", url);
  const refused = (why: string) => new Error(`The stored run at ${url} is refused: ${why}.`);
  let file: StoredFile;
  try {
    file = unpackStoredRun(bytes);
  } catch (error) {
    throw refused((error as Error).message);
  }
  if (!alikeBut(file.settings, { ...DEFAULTS, ...settings })) throw refused("it is of another run");
  if (!keepsItsWord(file)) throw refused("a moment has not the fingerprint that it claims");
  return file;
}
