/**
 * @file A run as a file, of the site or a reader's own: everything measured up to its last moment, embeddings
 * on the way, and at its moments all that is needed to go on exactly.
 *
 * Shapes: P parameters, S evaluated steps, M measures (frame.ts), k moments.
 *
 * The file, gzipped: a line of JSON (`HEAD`), then little-endian: evaluated steps (f64 [S]), measures
 * (f64 [M, S]), embeddings (histories.ts), and the state at each moment (f32, or f64 of the engine that
 * computes in it, [k, 3, P]).
 */
import * as v from "valibot";
import { fingerprint } from "../experiment/fingerprint";
import { issueSentence } from "../experiment/issue";
import { DEFAULTS, type Settings } from "../experiment/params";
import { alikeBut, nonDefaults, parseSettings, quote } from "../experiment/settings";
import { shapeOf } from "../experiment/shape";
import { ENGINE_CHOICES, type EngineName } from "./engineChoice";
import { loadGzip } from "./fetched";
import { MEASURES } from "./frame";
import { packMoments, unpackHistories } from "./histories";
import { schedule } from "./schedule";
import type { Moment } from "./standing";
import type { Checkpoint } from "./wire";

/** How a reader's run came about. */
export interface Training {
  /** The link to it, as it is written in an address: what it was called, and how it was looked at. */
  readonly link: string;
  /** The engine that it was last trained on. */
  readonly engine: EngineName;
  /** Whether it has the same bits on every machine, from its first step on. */
  readonly exact: boolean;
}

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
  /** Absent for a recording of the site, which is exact. */
  readonly training?: Training;
}

/** Of the form of readers' files; raised when an old page would read a new file wrongly. */
const VERSION = 1;

/** Of a link, in characters. */
const LONGEST_LINK = 20_000;
const MOST_CLAIMS = 200;

const STEP = v.pipe(v.number(), v.integer(), v.minValue(0));
const HEAD = v.object({
  version: v.optional(v.literal(VERSION)),
  settings: v.unknown(),
  rows: STEP,
  embeddings: STEP,
  moments: v.array(STEP),
  claims: v.pipe(
    v.array(v.tuple([STEP, v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{8}$/))])),
    v.maxLength(MOST_CLAIMS),
  ),
  training: v.optional(
    v.object({
      link: v.pipe(v.string(), v.maxLength(LONGEST_LINK)),
      engine: v.picklist(ENGINE_CHOICES.filter((name) => name !== "auto")),
      exact: v.boolean(),
      precision: v.picklist(["float32", "float64"]),
    }),
  ),
});

/** The file's content before it is compressed. */
export function packStoredRun(run: StoredFile): Uint8Array {
  const embeddings = packMoments(run.frames);
  const precision = run.moments[0]?.state instanceof Float64Array ? "float64" : "float32";
  const head: v.InferOutput<typeof HEAD> = {
    ...(run.training && { version: VERSION }),
    settings: nonDefaults(run.settings),
    rows: run.steps.length,
    embeddings: embeddings.length,
    moments: run.moments.map(({ step }) => step),
    claims: [...run.claims],
    ...(run.training && { training: { ...run.training, precision } }),
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

/** The head that ends at `end`. */
function readHead(bytes: Uint8Array, end: number) {
  if (end < 0) throw new Error("it has no head");
  let data: { readonly version?: unknown } | null;
  try {
    data = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  } catch {
    throw new Error("its head is no JSON");
  }
  const version = data?.version ?? VERSION;
  if (version !== VERSION)
    throw new Error(`it is of form ${quote(version)}, and this page reads form ${VERSION}`);
  const read = v.safeParse(HEAD, data);
  if (!read.success) throw new Error(`its head’s ${issueSentence(read.issues[0], "form")}`);
  const { settings, notices } = parseSettings(read.output.settings);
  if (notices.length > 0) throw new Error(`its ${notices[0].field} ${notices[0].reason}`);
  return { ...read.output, settings };
}

const ascend = (steps: readonly number[], last: number): boolean =>
  steps.every((step, i) => step <= last && (i === 0 || step > steps[i - 1]));

/** Throws a clause where numbers that fit the file do not fit a run. */
function inspect(file: StoredFile): StoredFile {
  const { settings, steps, measures, frames, moments } = file;
  const evaluated = schedule(settings.steps);
  if (!steps.every((step, i) => step === evaluated[i]))
    throw new Error("its steps are not those at which such a run is evaluated");
  for (const each of [frames, moments])
    if (
      !ascend(
        each.map(({ step }) => step),
        settings.steps,
      )
    )
      throw new Error("its moments are not in their order");
  const numbers = [...measures, ...frames.map(({ embedding }) => embedding)];
  if (
    ![...numbers, ...moments.map(({ state }) => state)].every((each) => each.every(Number.isFinite))
  )
    throw new Error("a number in it is not finite");
  return file;
}

/** Throws a clause where the content is not that of a stored run. Allocates no more than `bytes` has. */
export function unpackStoredRun(bytes: Uint8Array): StoredFile {
  const end = bytes.indexOf(10);
  const { settings, rows, embeddings, moments, claims, training } = readHead(bytes, end);
  const { size, embedding } = shapeOf(settings);
  const [Numbers, width] =
    training?.precision === "float64" ? ([Float64Array, 8] as const) : ([Float32Array, 4] as const);
  const state = 3 * width * size;
  const expected = end + 1 + 8 * rows * (1 + MEASURES.length) + embeddings + state * moments.length;
  if (bytes.length !== expected) throw new Error(`it has ${bytes.length} bytes, not ${expected}`);
  let at = end + 1;
  const take = (length: number): ArrayBuffer => {
    const part = bytes.slice(at, at + length).buffer;
    at += length;
    return part;
  };
  return inspect({
    settings,
    steps: new Float64Array(take(8 * rows)),
    measures: MEASURES.map(() => new Float64Array(take(8 * rows))),
    frames: unpackHistories(new Uint8Array(take(embeddings)), [embedding])[0],
    moments: moments.map((step) => ({ step, state: new Numbers(take(state)) })),
    claims: new Map(claims),
    ...(training && { training: trainingOf(training) }),
  });
}

const trainingOf = ({ link, engine, exact }: Training): Training => ({ link, engine, exact });

/** Whether every moment has the fingerprint that the file itself claims for it. */
export const keepsItsWord = ({ settings, moments, claims }: StoredFile): boolean =>
  moments.every(
    ({ step, state }) =>
      claims.get(step) ===
      fingerprint(Float32Array.from(state.subarray(0, shapeOf(settings).size))),
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
