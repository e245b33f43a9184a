/**
 * @file What the even odds of several recordings say to the claim that the boundary has about the same
 * intercept for all relations.
 */
import { inWords } from "../../../kit/draw/words";
import type { EvenOddsData, EvenRow } from "./evenRow";

type Known = EvenRow & { readonly even: NonNullable<EvenRow["even"]> };

/** "9.9", "75", "640" */
export const twoDigits = (x: number): string => String(Number(x.toPrecision(2)));

/** "18 (11…33)" */
export const rangeText = ({ ratio, low, high }: Known["even"]): string =>
  `${twoDigits(ratio)} (${twoDigits(low)}…${twoDigits(high)})`;

/** Rows that differ in their relation alone: those of the training that most have. */
function comparable(rows: readonly Known[]): Known[] {
  const of = (training: string) => rows.filter((row) => row.training === training);
  return rows.map(({ training }) => of(training)).reduce((a, b) => (b.length > a.length ? b : a));
}

/** What rows of another training say: their relation is one of the others', their place not. */
function aside(rows: readonly Known[], compared: readonly Known[]): string {
  return rows
    .filter((row) => !compared.includes(row))
    .map(({ name, training, even }) => {
      const same = compared.find((other) => other.name === name);
      const against = same ? ` instead of ${twoDigits(same.even.ratio)}` : "";
      return ` For ${name}, ${training}, it is ${twoDigits(even.ratio)}${against}.`;
    })
    .join("");
}

/** The lowest and the highest of those that can be compared; null where there are no two. */
function extremes(rows: readonly EvenRow[]) {
  const known = rows.filter((row): row is Known => row.even !== null);
  const compared = known.length > 0 ? comparable(known) : [];
  if (compared.length < 2) return { known, compared, ends: null };
  const low = compared.reduce((a, b) => (b.even.ratio < a.even.ratio ? b : a));
  const high = compared.reduce((a, b) => (b.even.ratio > a.even.ratio ? b : a));
  return { known, compared, ends: { low, high, apart: high.even.low > low.even.high } };
}

/** Whether one intercept for all relations that are trained alike is not excluded. */
export const hasOneIntercept = (rows: readonly EvenRow[]): boolean => !extremes(rows).ends?.apart;

export function evenOddsFinding({ rows }: Pick<EvenOddsData, "rows">): string {
  const { known, compared, ends } = extremes(rows);
  if (known.length === 0) return "Nothing is known yet.";
  if (!ends) {
    const [{ name, even }] = compared;
    return `For ${name} alone even odds are known, at ${twoDigits(even.ratio)}.${aside(known, compared)}`;
  }
  const { low, high, apart } = ends;
  const factor = twoDigits(high.even.ratio / low.even.ratio);
  const verdict = apart
    ? `and their 95 % intervals do not meet. One intercept for all ${inWords(compared.length)} relations does not hold.`
    : `but their 95 % intervals meet: one intercept for all ${inWords(compared.length)} relations is not excluded.`;
  return `Even odds lie between ${twoDigits(low.even.ratio)} for ${low.name} and ${twoDigits(high.even.ratio)} for ${high.name}, a factor of ${factor}, ${verdict}${aside(known, compared)}`;
}
