/**
 * @file Recording = an experiment with what became of each of its replicas, and where that comes
 * from. JSON, in columns; histories lie in a file of their own (`histories.ts`).
 */
import * as v from "valibot";
import { PHASES, type Phase } from "../theory/phase";
import { cells } from "./experiment";
import { formatExperiment, type NamedExperiment, parseExperiment } from "./experimentFile";
import { fnv1a } from "./fingerprint";
import { issueSentence } from "./issue";
import { quote } from "./settings";

/** Raised when an older page would read a recording wrongly. */
export const SCHEMA = 1;

/** What became of a replica. Step counts are null where never reached. */
export interface Outcome {
  readonly stepsToTrain: number | null;
  readonly stepsToTest: number | null;
  readonly phase: Phase;
  /** Steps made; accuracies and the training loss are those after the last. */
  readonly steps: number;
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
  /** Over the entire data set. */
  readonly accuracy: number;
  /** null if it was not a finite number. */
  readonly loss: number | null;
  /** Whether test accuracy, once above the line of Table 4, ended below it. */
  readonly fellBack: boolean;
  readonly diverged: boolean;
}

export interface Provenance {
  /** Of the program that trained, with its own date; "unknown" outside a repository. */
  readonly commit: string;
  readonly date: string;
  readonly engine: string;
  /** Hash of the kernel's bytes: equal kernels give equal recordings. */
  readonly kernel: string;
  readonly command: string;
}

export interface Recording extends NamedExperiment {
  readonly provenance: Provenance;
  /** In the order of `cells`. */
  readonly outcomes: readonly Outcome[];
  /** Length of the compressed file of histories, and CRC-32 of what is in it. */
  readonly histories: { readonly bytes: number; readonly crc: number };
}

const LETTERS: Readonly<Record<Phase, string>> = {
  generalisation: "G",
  grokking: "K",
  memorisation: "M",
  confusion: "C",
};

/** Accuracies to 1e-4: finer than one of 3600 pairs. */
const rounded = (x: number): number => Math.round(x * 1e4) / 1e4;

const columnsOf = (outcomes: readonly Outcome[]) => ({
  stepsToTrain: outcomes.map((each) => each.stepsToTrain),
  stepsToTest: outcomes.map((each) => each.stepsToTest),
  phase: outcomes.map((each) => LETTERS[each.phase]).join(""),
  steps: outcomes.map((each) => each.steps),
  trainAccuracy: outcomes.map((each) => rounded(each.trainAccuracy)),
  testAccuracy: outcomes.map((each) => rounded(each.testAccuracy)),
  accuracy: outcomes.map((each) => rounded(each.accuracy)),
  loss: outcomes.map((each) => each.loss && Number(each.loss.toPrecision(3))),
  fellBack: outcomes.map((each) => Number(each.fellBack)).join(""),
  diverged: outcomes.map((each) => Number(each.diverged)).join(""),
});

const checksumOf = (body: object): string => fnv1a(new TextEncoder().encode(JSON.stringify(body)));

/** The text of a recording's file. */
export function formatRecording(recording: Recording): string {
  const { provenance, outcomes, histories } = recording;
  const body = {
    schema: SCHEMA,
    experiment: formatExperiment(recording),
    provenance,
    histories,
    outcomes: columnsOf(outcomes),
  };
  return `${JSON.stringify({ ...body, checksum: checksumOf(body) })}\n`;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const FORM = v.object({
  schema: v.literal(SCHEMA),
  experiment: v.unknown(),
  provenance: v.object({
    commit: v.string(),
    date: v.string(),
    engine: v.string(),
    kernel: v.string(),
    command: v.string(),
  }),
  histories: v.object({ bytes: count, crc: count }),
  outcomes: v.object({
    stepsToTrain: v.array(v.nullable(count)),
    stepsToTest: v.array(v.nullable(count)),
    phase: v.pipe(v.string(), v.regex(/^[GKMC]*$/)),
    steps: v.array(count),
    trainAccuracy: v.array(share),
    testAccuracy: v.array(share),
    accuracy: v.array(share),
    loss: v.array(v.nullable(v.number())),
    fellBack: v.pipe(v.string(), v.regex(/^[01]*$/)),
    diverged: v.pipe(v.string(), v.regex(/^[01]*$/)),
  }),
  checksum: v.string(),
});

const isObject = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === "object" && data !== null && !Array.isArray(data);

/** The recording in a file's text, or a sentence that says why it is refused. */
export function parseRecording(
  text: string,
): { readonly recording: Recording } | { readonly problem: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { problem: `it is not JSON (it begins with “${quote(text)}”)` };
  }
  if (!isObject(data)) return { problem: "it is not a JSON object" };
  if (data.schema !== SCHEMA)
    return {
      problem: `its schema is ${quote(data.schema ?? "missing")}, and this page reads ${SCHEMA}`,
    };
  const { checksum, ...body } = data;
  let sum: string;
  try {
    sum = checksumOf(body);
  } catch {
    return { problem: "it is nested more deeply than can be read" };
  }
  if (checksum !== sum)
    return {
      problem: `its checksum is ${quote(checksum ?? "missing")}, but its content has ${sum}`,
    };
  const form = v.safeParse(FORM, data);
  if (!form.success) {
    return { problem: `its ${issueSentence(form.issues[0], "form")}` };
  }
  const { experiment, provenance, histories, outcomes: columns } = form.output;
  const named = parseExperiment(experiment);
  if ("problem" in named) return { problem: `its experiment is not one: ${named.problem}` };
  const replicas = cells(named.parsed.experiment).length;
  for (const [name, column] of Object.entries(columns))
    if (column.length !== replicas)
      return {
        problem: `its experiment has ${replicas} replicas, but ${name} has ${column.length} entries`,
      };
  const outcomes = columns.steps.map(
    (steps, i): Outcome => ({
      stepsToTrain: columns.stepsToTrain[i],
      stepsToTest: columns.stepsToTest[i],
      phase: PHASES.find((phase) => LETTERS[phase] === columns.phase[i]) as Phase,
      steps,
      trainAccuracy: columns.trainAccuracy[i],
      testAccuracy: columns.testAccuracy[i],
      accuracy: columns.accuracy[i],
      loss: columns.loss[i],
      fellBack: columns.fellBack[i] === "1",
      diverged: columns.diverged[i] === "1",
    }),
  );
  return { recording: { ...named.parsed, provenance, outcomes, histories } };
}
