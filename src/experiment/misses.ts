/**
 * @file Which pairs the networks of an experiment get wrong at their end, at one training fraction, as a file.
 *
 * Shapes: n elements, N = n * n pairs (pair = x * n + y).
 */
import * as v from "valibot";
import { cells } from "./experiment";
import type { NamedExperiment } from "./experimentFile";
import { fnv1a } from "./fingerprint";
import { matrixFits, packMatrix, unpackMatrix } from "./matrix";
import type { Settings } from "./params";

const FORM = v.object({
  schema: v.literal(1),
  of: v.string(),
  trainFraction: v.number(),
  wrong: v.array(v.string()),
  checksum: v.string(),
});

const checksumOf = (wrong: readonly string[]): string =>
  fnv1a(new TextEncoder().encode(wrong.join()));

/** The networks of `named` at that fraction: those of the file, in its order. */
export const missesCells = ({ experiment }: NamedExperiment, trainFraction: number): Settings[] =>
  cells(experiment).filter((settings) => settings.trainFraction === trainFraction);

/** The file's text; 1 where a network is wrong. [networks] of [N] */
export function formatMisses(
  { name: of }: NamedExperiment,
  trainFraction: number,
  wrong: readonly Uint8Array[],
): string {
  const packed = wrong.map(packMatrix);
  const body = { schema: 1, of, trainFraction, wrong: packed };
  return `${JSON.stringify({ ...body, checksum: checksumOf(packed) })}\n`;
}

/** The inverse; or why it is no such file of these networks. */
export function parseMisses(
  text: string,
  named: NamedExperiment,
  trainFraction: number,
): { readonly wrong: readonly Uint8Array[] } | { readonly problem: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { problem: "it is no JSON" };
  }
  const { success, output } = v.safeParse(FORM, data);
  if (!success) return { problem: "it has another form" };
  const { of, wrong, checksum } = output;
  const all = missesCells(named, trainFraction);
  const fit =
    wrong.length === all.length &&
    wrong.every((each, i) => each !== "" && matrixFits(each, all[i].n));
  if (of !== named.name || output.trainFraction !== trainFraction || !fit)
    return { problem: "it is of other networks" };
  if (checksum !== checksumOf(wrong)) return { problem: "it is damaged" };
  return { wrong: wrong.map((each, i) => unpackMatrix(each, all[i].n)) };
}
